// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>
#include <string_view>

namespace Trailglass {

/// What the bytes of a file are, before they are text.
enum class InputFormat
{
    Plain, ///< text, or nothing that is known
    Gzip,
    Zstd,
    Zip,
    Utf16LittleEndian,
    Utf16BigEndian,
};

/// Bytes of the beginning that inputFormat() and unreadFormat() look at.
inline constexpr std::size_t FormatBytes = 8;

/// The format of a stream, by the numbers that it begins with, never by its name. UTF-16 needs its mark.
/// \thread any
[[nodiscard]] InputFormat inputFormat(std::string_view beginning);

/// The name of a format that is known and not read: `bzip2`, `xz` …
/// \thread any
[[nodiscard]] std::optional<QString> unreadFormat(std::string_view beginning);

} // namespace Trailglass
