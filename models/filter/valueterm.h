// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <optional>
#include <string>
#include <vector>

namespace Trailglass::Filter {

/// Whether a term can be written for this value of \a field: not an empty text, and for closed sets, hours
/// and times a value that the field can have.
[[nodiscard]] bool isWritable(const FieldReference &field, const std::string &value);

/// The term "field is one of these", every value literal: without wildcards, patterns or lists.
///
/// Texts are compared exactly; closed sets, hours, times and addresses with `:`. If one value of `ip` is not
/// an address, the whole list is compared exactly.
/// \pre not empty, all isWritable(), valid UTF-8
/// \thread any
[[nodiscard]] Term valueTerm(const FieldReference &field, const std::vector<std::string> &values);

/// What a term names when each of its values is a literal.
struct NamedValues
{
    std::vector<std::optional<std::string>> values; ///< nothing: rows without a value
    bool matchesMore = false; ///< also values in other letter cases, or with the same address
    bool isWider = false; ///< matches more than valueTerm() of the same values
};

/// The values that a term stands for, however it is written: `actor:ann`, `actor:=ann`, `op:=create`,
/// `ip:2001:DB8::1`, `actor:""`.
/// \returns nothing where a value is a pattern, a part of a text, a network, a range, a relative time or `*`
[[nodiscard]] std::optional<NamedValues> namedValues(const Term &term);

} // namespace Trailglass::Filter
