// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/secoda/secodatype.h"

#include "models/core/translation.h"
#include "models/sources/commonsettings.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QList<SettingField> settingFields()
{
    SettingField baseUrl =
        baseUrlSetting(u"https://api.secoda.co"_s,
                       tr("The address for your region (US, EU or APAC), or of your own server."));
    baseUrl.choices = {u"https://api.secoda.co"_s, u"https://eapi.secoda.co"_s, u"https://aapi.secoda.co"_s};
    baseUrl.choicesAreOpen = true;
    return {
        baseUrl,
        initialDaysSetting(),
        scopeSetting(u"filter"_s, tr("Filter"),
                     tr("A filter as a JSON object, as described in Secoda's API reference."),
                     SettingKind::JsonObject),
    };
}

} // namespace

const SourceType &secodaType()
{
    static const SourceType type{
        .name = u"secoda"_s,
        .displayName = u"Secoda"_s,
        .settings = settingFields(),
        .secrets = {{.key = u"api_key"_s,
                     .label = tr("API key"),
                     .help = tr("In Secoda under Settings, API. Requires administrator rights.")}},
    };
    return type;
}

} // namespace Trailglass
