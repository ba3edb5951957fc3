// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/digest.h"

#include <algorithm>
#include <cstring>

namespace Trailglass {

QByteArray hex(const Digest &digest)
{
    return toBytes(digest).toHex();
}

std::optional<Digest> digestFromHex(QByteArrayView digits)
{
    // fromHex() passes over what is no digit.
    const bool areDigits = std::all_of(digits.begin(), digits.end(), [](char character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    });
    if (!areDigits || digits.size() != 2 * static_cast<qsizetype>(Digest::Size))
        return {};
    const QByteArray bytes = QByteArray::fromHex(digits.toByteArray());
    return digestFromBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

QByteArray toBytes(const Digest &digest)
{
    return {reinterpret_cast<const char *>(digest.bytes.data()), static_cast<qsizetype>(Digest::Size)};
}

std::optional<Digest> digestFromBytes(std::span<const char> bytes)
{
    if (bytes.size() != Digest::Size)
        return {};
    Digest digest;
    std::memcpy(digest.bytes.data(), bytes.data(), Digest::Size);
    return digest;
}

} // namespace Trailglass
