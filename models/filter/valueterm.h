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

/// The values of a term in the form of valueTerm(); closed sets may be exact too.
/// \returns nothing for any other term term
[[nodiscard]] std::optional<std::vector<std::string>> valuesOf(const Term &term);

} // namespace Trailglass::Filter
