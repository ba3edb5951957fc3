// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <optional>
#include <string>
#include <vector>

namespace Trailglass::Filter {

/// Whether a term can say that \a field has this value: not an empty text, and for closed sets, hours and
/// times one that the field can have.
[[nodiscard]] bool isWritable(const FieldReference &field, const std::string &value);

/// The term "field is one of these", every value literal: nothing in it is a wildcard, a pattern or a list.
///
/// Texts are compared exactly; closed sets, hours, times and addresses with `:`. An `ip` that is no address
/// makes the whole list exact.
/// \pre not empty, all isWritable(), valid UTF-8
/// \thread any
[[nodiscard]] Term valueTerm(const FieldReference &field, const std::vector<std::string> &values);

/// The values of a term in the form of valueTerm(); closed sets may be exact too.
/// \returns nothing for any other
[[nodiscard]] std::optional<std::vector<std::string>> valuesOf(const Term &term);

} // namespace Trailglass::Filter
