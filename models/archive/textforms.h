// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

// What an archive keeps beside the texts of an event, because a server can compare bytes and no more: the normal form C of
// texts that are in another form (docs/decisions/0018), and the addresses in texts (docs/decisions/0019). Stored in
// archives: a change needs another ArchiveFormat. Pure; any thread.
//
// - `form.field`, `form.text`: two lists, fieldForms() of the event.
// - `ip_key`: addressKey() of `ip`.
// - `decoded`, and each part of `extra`, are in form C; they are for searches only.
// - A value at a path, a whole object included, has one entry, under its path, if its text is in form C. Any other has two:
//   its text as received, with AsReceived after the path, and the same in form C with the same `at` and no key, with
//   InFormC after the path.
// - The key of a value at a path, a whole object included, that would be empty or ObjectKey is AddressKeys and addressKey()
//   of its text, if that has addresses.
// - Each whole object has another entry among the values of its bucket, before its members, with an empty text and its
//   ObjectKey or EmptyObjectKey: so the order of all values at a path is known, and whether there is one.

/// \returns the text in normal form C; nothing if it is that already. Of invalid UTF-8, with U+FFFD for what is invalid
[[nodiscard]] std::optional<std::string> composedForm(std::string_view utf8);

/// After a path whose value is not in form C, and after the quote that a path may end with. A backslash that is part of a
/// name has another character after it.
inline constexpr std::string_view AsReceived = "\\v";
inline constexpr std::string_view InFormC = "\\c";

/// What the key of a text with addresses begins with.
inline constexpr std::string_view AddressKeys = "a";

/// A text by which an event is found in place of the text of a field, or besides.
struct FieldForm
{
    std::string field; ///< as archiveColumnName() says, or IpSpellings
    std::string text;

    friend bool operator==(const FieldForm &, const FieldForm &) = default;
};

/// The field of forms that hold how an address in `ip` is spelled without port, zone and brackets, and of IPv4 addresses
/// the four decimal parts; none that is the whole text of `ip`. Patterns may fit them.
inline constexpr std::string_view IpSpellings = "ip.spelling";

/// The form C of each text field, `raw` included, that is in another form, and the IpSpellings.
[[nodiscard]] std::vector<FieldForm> fieldForms(const EventRecord &record);

} // namespace Trailglass
