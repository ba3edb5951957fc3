// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <span>

namespace Trailglass {

/// A SHA-256 hash: of a leaf, a subtree or a file.
///
/// \thread value type, as any
struct Digest
{
    static constexpr std::size_t Size = 32; ///< bytes

    std::array<unsigned char, Size> bytes{};

    friend bool operator==(const Digest &, const Digest &) = default;
    friend auto operator<=>(const Digest &, const Digest &) = default; ///< by bytes, the first one first
};

/// \returns 64 digits, lower case
[[nodiscard]] QByteArray hex(const Digest &digest);

/// Reads what hex() writes.
///
/// \returns nothing unless \a digits is 64 digits, lower case
[[nodiscard]] std::optional<Digest> digestFromHex(QByteArrayView digits);

/// \returns 32 bytes
[[nodiscard]] QByteArray toBytes(const Digest &digest);

/// \returns nothing unless \a bytes are 32
[[nodiscard]] std::optional<Digest> digestFromBytes(std::span<const char> bytes);

} // namespace Trailglass
