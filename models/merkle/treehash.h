// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/merkle/sha256.h"

#include <QtGlobal>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// What the leaf of an event binds. Texts are UTF-8 as stored; they are neither checked nor changed.
struct EventLeaf
{
    std::string_view source = {}; ///< the name that people gave the source
    std::string_view vendor = {}; ///< name of the vendor, as in `name(Vendor)`
    std::string_view id = {}; ///< the vendor's own
    qint64 created = 0; ///< microseconds since 1970, UTC
    qint64 received = 0; ///< likewise
    std::string_view raw = {}; ///< JSON as it came
    std::optional<qint64> replaces = {}; ///< number of the leaf of the event that this one replaced
};

/// Hashes leaves: SHA-256 of a byte 0 and the encoding of the leaf, which is the one list of fields that it can come from.
///
/// Each field is encoded as a netstring, `<decimal length>:<bytes>,`.
/// \thread any, one at a time
/// \source RFC 9162 2.1.1; docs/evidence.md
class LeafHasher
{
public:
    /// \param fields  of any bytes and length
    [[nodiscard]] Digest hash(std::span<const std::string_view> fields);

    /// Fields: `trailglass.event.1`, then the members in their order, numbers in decimal, `replaces` only where it is set.
    [[nodiscard]] Digest event(const EventLeaf &leaf);

    /// Fields: `trailglass.record.1`, \a json.
    /// \param json  exactly as it is stored
    [[nodiscard]] Digest record(std::string_view json);

private:
    [[nodiscard]] Digest hash(std::string_view start, std::span<const std::string_view> fields);

    Sha256 m_sha;
    std::vector<char> m_buffer; ///< what is fed next; kept for its memory
    std::string m_start; ///< of the last event's message, up to the vendor; often that of the next one, too
    std::string m_source; ///< of the last event
    std::string m_vendor; ///< of the last event
};

/// What is hashed after the byte 0.
[[nodiscard]] std::string leafBytes(const EventLeaf &leaf);
[[nodiscard]] std::string recordLeafBytes(std::string_view json);

/// The hash of a subtree from those of its two halves: SHA-256 of a byte 1 and both.
///
/// \thread any; each thread has a hasher of its own
/// \source RFC 9162 2.1.1
[[nodiscard]] Digest nodeHash(const Digest &left, const Digest &right);

/// The root of the tree without leaves: SHA-256 of nothing.
[[nodiscard]] Digest emptyRoot();

} // namespace Trailglass
