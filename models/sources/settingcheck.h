// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/sourcetype.h"

namespace Trailglass {

/// The longest value a setting may have, in characters: a URL with it must still pass ordinary servers.
inline constexpr qsizetype MaxSettingLength = 4'096;

/// Checks one typed value by its kind and choices, and brings it into the form that is kept.
///
/// \param typed  not empty
/// \returns the value without surrounding spaces; a base URL without a trailing slash
/// \error Usage, naming the setting and what to do; a URL is never quoted.
/// \thread any
[[nodiscard]] Result<QString> checkedSetting(const SettingField &field, const QString &typed);

/// Reads a time as settings hold it: what parseTime() reads, or a plain date, which is its midnight in UTC.
[[nodiscard]] std::optional<UtcMicros> settingTime(const QString &text);

} // namespace Trailglass
