// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/commonsettings.h"

#include "models/core/translation.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

SettingField baseUrlSetting(const QString &defaultUrl, const QString &help)
{
    return {.key = u"base_url"_s,
            .label = tr("Server address"),
            .help = help,
            .defaultValue = defaultUrl,
            .required = true,
            .kind = SettingKind::BaseUrl};
}

SettingField initialDaysSetting()
{
    return {.key = u"initial_days"_s,
            .label = tr("Initial sync: days back"),
            .help = tr("How many days the first sync goes back, if the vendor's API filters by date. 0 "
                       "fetches everything."),
            .defaultValue = u"90"_s,
            .kind = SettingKind::Days};
}

SettingField scopeSetting(const QString &key, const QString &label, const QString &help, SettingKind kind)
{
    return {.key = key, .label = label, .help = help, .scope = true, .kind = kind};
}

Result<void> checkOrder(const SourceSettings &settings, const QString &startKey, const QString &endKey)
{
    const auto start = settings.time(startKey);
    const auto end = settings.time(endKey);
    if (start && end && *start >= *end)
        return Error{ErrorKind::Usage, tr("%1 must be earlier than %2.").arg(startKey, endKey)};
    return {};
}

} // namespace Trailglass
