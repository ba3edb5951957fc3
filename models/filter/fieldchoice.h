// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace Trailglass::Filter {

/// One chosen value of a field, valid UTF-8 and taken literally; nothing (or an empty text): rows without a
/// value. A value that a closed set, an hour or a time cannot have is omitted.
using FieldValue = std::optional<std::string>;

/// The restriction of one field at the top of a tree. Each value once, rows without a value last.
struct FieldChoice
{
    std::vector<FieldValue> included; ///< any of these; empty: no restriction
    std::vector<FieldValue> excluded;

    friend bool operator==(const FieldChoice &, const FieldChoice &) = default;
};

/// Which values of \a field the terms at the top of a tree stand for, however they are spelled: `actor:ann`,
/// `actor:=ann`, `user=ann`, `actor:(ann OR bob)`, `(actor:ann OR actor:bob)`, `-(actor:ann OR actor:bob)`.
///
/// Patterns, parts of texts, networks and ranges stand for no value. If several terms include values, the
/// first is read. Pure.
/// \thread any
///
/// \param known  values that events have. A spelling that matches other letter cases, or other forms of an
/// address, is read as those of \a known that it matches: `actor:ANN` as `ann` and `Ann`; if there are none,
/// as it is written
[[nodiscard]] FieldChoice choiceOf(const NodePointer &tree, const FieldReference &field,
                                   std::span<const FieldValue> known = {});

/// How one part of the top And restricts the values of a field.
struct ChoicePart
{
    std::vector<FieldValue> values; ///< in order; as written, or those of known values that match
    bool excludes = false;
    bool matchesMore = false; ///< also values in other letter cases, or with the same address
    bool isWider = false; ///< matches more than withChoice() would write for these values
};

/// Reads the parts of a tree that choose values of one field.
class ChoiceReader
{
public:
    /// \param field, known  outlive the reader; known as for choiceOf()
    ChoiceReader(const FieldReference &field, std::span<const FieldValue> known);

    /// \returns nothing for a part that stands for no values of the field
    [[nodiscard]] std::optional<ChoicePart> part(const NodePointer &node);

private:
    [[nodiscard]] std::vector<FieldValue> matching(const FieldValue &literal);
    void readKnown();

    const FieldReference &m_field;
    std::span<const FieldValue> m_known;
    bool m_isRead = false; ///< of the maps: read when the first literal is looked for
    std::unordered_multimap<std::string, std::size_t> m_byText; ///< places in m_known by folded text
    /// Places in m_known by the bytes of each of their addresses; of `ip` alone.
    std::multimap<std::array<std::uint8_t, 16>, std::size_t> m_byAddress;
};

/// Each once, without those that the field cannot have and without empty texts; no value last.
[[nodiscard]] std::vector<FieldValue> normalisedValues(const FieldReference &field,
                                                       const std::vector<FieldValue> &values);

} // namespace Trailglass::Filter
