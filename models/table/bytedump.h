// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace Trailglass {

/// Bytes as a text that can be shown: UTF-8 as it is, anything else as a hexadecimal dump.
///
/// The dump has 16 bytes a line: the offset, the bytes, and those that are printable ASCII. Not bounded: a line of it has 78
/// characters. Pure.
/// \thread any
[[nodiscard]] std::string shownBytes(std::string_view bytes);

} // namespace Trailglass
