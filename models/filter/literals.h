// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/textsearcher.h"

#include <vector>

namespace Trailglass::Filter {

/// Texts of which at least one occurs in every text that matches the term: of each value the longest part
/// without wildcards.
///
/// \returns none if there are no such texts: a value is a regex, a number, a time, an address, a network, a
/// pattern of `ip`, `*` or empty
[[nodiscard]] std::vector<TextSearcher> literalsOf(const Term &term);

/// Whether texts with this signature may contain one of the literals; true if there are no literals.
/// \param signature  bits of a TextSignature
[[nodiscard]] bool mayHoldAny(const std::vector<TextSearcher> &literals, std::span<const quint8> signature);

} // namespace Trailglass::Filter
