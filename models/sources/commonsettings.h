// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/sourcetype.h"

namespace Trailglass {

/// `base_url`, required to be there and so with a default.
[[nodiscard]] SettingField baseUrlSetting(const QString &defaultUrl, const QString &help);

/// `initial_days`, which every vendor has.
[[nodiscard]] SettingField initialDaysSetting();

/// A restriction that is sent to the server.
[[nodiscard]] SettingField scopeSetting(const QString &key, const QString &label, const QString &help,
                                        SettingKind kind = SettingKind::Text);

/// Says that the scope's start must lie before its end.
/// \error Usage
[[nodiscard]] Result<void> checkOrder(const SourceSettings &settings, const QString &startKey,
                                      const QString &endKey);

} // namespace Trailglass
