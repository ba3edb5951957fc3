// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <string_view>

namespace Trailglass {

/// A 64-bit hash that is stored: the same on every machine and in every version. Equal hashes are no proof of
/// equal bytes.
/// \source MurmurHash64A by Austin Appleby, public domain; little-endian reads
[[nodiscard]] quint64 stableHash(std::string_view bytes, quint64 seed = 0);

} // namespace Trailglass
