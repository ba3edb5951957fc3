// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "models/filter/ast.h"
#include "models/json/jsonvalue.h"

#include <string>
#include <string_view>

namespace Trailglass {

// How the archive names the JSON paths of an event, in which columns it keeps them, and by which keys their values
// have an order. Stored in archives: a change needs another ArchiveFormat. Pure; any thread. What is stored besides, so that
// texts are compared as the filter language does: textforms.h.

/// Groups of columns that share the paths among them: a filter on one path reads an eighth of the values.
inline constexpr int PathBuckets = 8;

/// Of no name; where extendPathHash() begins.
inline constexpr quint32 EmptyPathHash = 2'166'136'261U;

/// \param bytes  what follows, in the form of archivePath()
/// \source FNV-1a, 32 bits
[[nodiscard]] quint32 extendPathHash(quint32 hash, std::string_view bytes);

/// \returns 0 … PathBuckets - 1
[[nodiscard]] constexpr int bucketOf(quint32 hash)
{
    return static_cast<int>(hash % PathBuckets);
}

/// \param path  in the form of archivePath()
[[nodiscard]] inline int bucketOf(std::string_view path)
{
    return bucketOf(extendPathHash(EmptyPathHash, path));
}

/// Appends a member's name; a dot, a quote or a backslash in it gets a backslash before it.
///
/// The caller puts dots between names. A quote without a backslash never occurs in a path, but one after it says
/// that the values are in an array inside a string at the end of the path.
/// \param name  decoded
void appendPathName(std::string &path, std::string_view name);

/// The names of the members of a path, joined by dots; indexes are left out.
[[nodiscard]] std::string archivePath(const Filter::JsonPath &path);

// What keys begin with. Those of one kind are together when sorted by bytes.
inline constexpr std::string_view NumberKeys = "n";
inline constexpr std::string_view EndOfNumberKeys = "o";
inline constexpr std::string_view TimeKeys = "t";
inline constexpr std::string_view EndOfTimeKeys = "u";
/// Whole keys.
inline constexpr std::string_view ObjectKey = "o";
inline constexpr std::string_view EmptyObjectKey = "e";
inline constexpr std::string_view NullKey = "z";

/// Appends a key that sorts, by bytes, as compareDecimals() compares; equal numbers have equal keys.
/// \pre isDecimal()
void appendNumberKey(std::string &key, std::string_view decimal);
[[nodiscard]] std::string numberKey(std::string_view decimal);

/// Appends a key that sorts as the moment. One far outside of years 1 … 9999, which no value of an event is, gets the
/// key of the nearest moment that has one.
void appendTimeKey(std::string &key, UtcMicros moment);
[[nodiscard]] std::string timeKey(UtcMicros moment);

/// Appends AddressKeys and addressKey() of a text, if it has addresses.
/// \returns false if it has none
bool appendAddressKey(std::string &key, std::string_view text);

/// Appends the key of a value that is no object: of a number, also in a string, of a time in a string, of null, or the
/// appendAddressKey() of any other string. Appends nothing for a text without an address, for true and for false.
/// \param text  of a string, decoded; of any other value its token
void appendValueKey(std::string &key, JsonKind kind, std::string_view text);

} // namespace Trailglass
