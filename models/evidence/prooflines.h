// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "models/evidence/subtrees.h"
#include "models/merkle/digest.h"

#include <optional>
#include <string>
#include <string_view>

namespace Trailglass {

// The lines of proofs.ndjson, and of the members with records. Each is written in one way only, byte for byte, and nothing
// else is read. Lines come and go with their line feed.
// \thread any; pure
// \source docs/evidence.md

/// What proofs.ndjson says of one event.
struct ProofLine
{
    qint64 leaf = 0; ///< number, from 0
    UtcMicros received;
    UtcMicros created;
    std::optional<qint64> replaces = {}; ///< leaf of the event that this one replaced
    Digest hash; ///< of the leaf
    std::string raw = {}; ///< the JSON as it is stored, where that has line breaks; else empty

    friend bool operator==(const ProofLine &, const ProofLine &) = default;
};

void appendProofLine(const ProofLine &proof, std::string &out);
/// \returns nothing for any other line
[[nodiscard]] std::optional<ProofLine> parseProofLine(std::string_view line);

/// The hash of a part of the tree that no leaf of the bundle is in.
struct NodeLine
{
    Subtree part;
    Digest hash;

    friend bool operator==(const NodeLine &, const NodeLine &) = default;
};

void appendNodeLine(const NodeLine &node, std::string &out);
[[nodiscard]] std::optional<NodeLine> parseNodeLine(std::string_view line);

/// The last line: how many leaves the tree has.
void appendSizeLine(qint64 size, std::string &out);
[[nodiscard]] std::optional<qint64> parseSizeLine(std::string_view line);

/// A record: a leaf that is no event.
struct RecordLine
{
    qint64 leaf = 0;
    std::string_view json; ///< exactly as it is hashed; within the line that it was read from

    friend bool operator==(const RecordLine &, const RecordLine &) = default;
};

/// \pre the JSON is an object on one line
void appendRecordLine(const RecordLine &record, std::string &out);
/// That the record is JSON is not checked: the leaf hash decides what it may be.
[[nodiscard]] std::optional<RecordLine> parseRecordLine(std::string_view line);

} // namespace Trailglass
