// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/datafold/datafoldtype.h"

#include "models/core/translation.h"
#include "models/sources/commonsettings.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QList<SettingField> settingFields()
{
    return {
        baseUrlSetting(u"https://app.datafold.com"_s, tr("Base URL of Datafold, or of your own deployment.")),
        initialDaysSetting(),
        scopeSetting(u"start_date"_s, tr("From"), tr("Only events at or after this time."),
                     SettingKind::Time),
        scopeSetting(u"end_date"_s, tr("Until"), tr("Only events before this time."), SettingKind::Time),
    };
}

Result<void> checkTogether(const SourceSettings &settings)
{
    return checkOrder(settings, u"start_date"_s, u"end_date"_s);
}

} // namespace

const SourceType &datafoldType()
{
    static const SourceType type{
        .name = u"datafold"_s,
        .displayName = u"Datafold"_s,
        .settings = settingFields(),
        .secrets = {{.key = u"api_key"_s,
                     .label = tr("API key"),
                     .help = tr("In Datafold under Settings, Account, Create API Key.")}},
        .checkTogether = checkTogether,
    };
    return type;
}

} // namespace Trailglass
