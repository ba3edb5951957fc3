// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/runrecord.h"

#include <QStringList>

#include <optional>
#include <string>
#include <string_view>

namespace Trailglass {

/// The JSON texts in table `sync_run`. Reading returns nothing for a text that this program cannot have
/// written; an empty one is read as none.
namespace RunJson {

/// Warnings kept of a run, and characters of each text: what servers say must not fill the history.
inline constexpr qsizetype MaxWarnings = 10;
inline constexpr qsizetype MaxLength = 1'000;

/// Bytes of a text: more than MaxWarnings of MaxLength can take, six bytes for each character.
inline constexpr std::size_t MaxBytes = 64 * 1024;

/// An array of the first MaxWarnings, each cut to MaxLength; empty for none.
[[nodiscard]] std::string text(const QStringList &warnings);
/// `{"kind","http_status","message"}`, the message cut to MaxLength, the status null where it has not three digits;
/// empty for none.
[[nodiscard]] std::string text(const std::optional<RunError> &error);

[[nodiscard]] std::optional<QStringList> warnings(std::string_view text);
[[nodiscard]] std::optional<RunError> error(std::string_view text);

} // namespace RunJson

} // namespace Trailglass
