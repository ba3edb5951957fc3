// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <vector>

namespace Trailglass::Filter {

/// A filter that matches more than another one, by one change at the top.
struct FilterAlternative
{
    enum class Kind
    {
        OtherCase, ///< `actor:=Ann` as `actor:Ann`
        Contains, ///< `actor:=ann` as `actor:~ann`
        WithoutTerm,
        AnyTime ///< without any term on `created`
    };
    Kind kind = Kind::WithoutTerm;
    NodePointer term; ///< what is changed, of several on `created` the first
    NodePointer replacement; ///< what takes its place; null: nothing
    NodePointer filter; ///< the whole
};

/// No more terms are tried than this: each takes a query.
inline constexpr std::size_t MaxTermsTried = 12;

/// What may be tried instead of a filter that finds nothing: for each term without a negation that asks for whole
/// texts, looser ones, then the filter without each term in turn; a filter of one term is not tried without it,
/// unless it is about time. Pure.
/// \thread any
[[nodiscard]] std::vector<FilterAlternative> alternativesTo(const NodePointer &tree);

} // namespace Trailglass::Filter
