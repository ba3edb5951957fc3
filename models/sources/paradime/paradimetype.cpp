// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/paradime/paradimetype.h"

#include "models/core/translation.h"
#include "models/sources/commonsettings.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QList<SettingField> settingFields()
{
    return {
        {.key = u"endpoint"_s,
         .label = tr("API endpoint"),
         .help = tr("The full URL that Paradime shows next to the API key."),
         .required = true,
         .kind = SettingKind::Endpoint},
        {.key = u"workspace_uid"_s,
         .label = tr("Workspace UID"),
         .help = tr("Required only with a company key (prdm_cmp_…)."),
         .kind = SettingKind::Word},
        initialDaysSetting(),
    };
}

} // namespace

const SourceType &paradimeType()
{
    static const SourceType type{
        .name = u"paradime"_s,
        .displayName = u"Paradime"_s,
        .settings = settingFields(),
        .secrets =
            {{.key = u"api_key"_s,
              .label = tr("API key"),
              .help = tr("In Paradime under Account settings, Workspaces; with the capability Audit Logs "
                         "viewer. Not required if the API secret begins with prdm_."),
              .required = false},
             {.key = u"api_secret"_s,
              .label = tr("API secret"),
              .help =
                  tr("Shown once, with the API key. Newer keys (prdm_wsp_…, prdm_cmp_…) go here alone.")}},
    };
    return type;
}

} // namespace Trailglass
