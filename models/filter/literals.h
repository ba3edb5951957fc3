// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/textsearcher.h"

#include <vector>

namespace Trailglass::Filter {

/// Texts of which at least one stands in every text that one of the term's values equals or is contained in:
/// the longest range without wildcards of each value.
///
/// \returns none where that cannot be said: a value is a regex, a number, a time, an address, a network, a
/// pattern of `ip`, `*` or empty
[[nodiscard]] std::vector<TextSearcher> literalsOf(const Term &term);

/// Whether texts behind a signature may hold one of the literals; true where there are none.
/// \param signature  bits of a TextSignature
[[nodiscard]] bool mayHoldAny(const std::vector<TextSearcher> &literals, std::span<const quint8> signature);

} // namespace Trailglass::Filter
