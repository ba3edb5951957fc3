// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/filter.h"
#include "models/filter/filterinput.h"

namespace Trailglass {

/// A term at the top of a filter: all that are enabled must be true.
struct FilterTerm
{
    Filter::NodePointer node;
    bool isEnabled = true;
};

/// Pure functions, each on any thread.
namespace FilterTerms {

/// The terms of a tree with the ones that are turned off among them. Of these, texts that cannot be read and terms
/// that the tree has itself are left out.
[[nodiscard]] std::vector<FilterTerm> all(const Filter::NodePointer &tree, const DisabledTerms &disabled);

/// The tree of the enabled terms.
[[nodiscard]] Filter::NodePointer tree(const std::vector<FilterTerm> &terms);
/// The others.
[[nodiscard]] DisabledTerms disabled(const std::vector<FilterTerm> &terms);

/// True where the term is not.
[[nodiscard]] FilterTerm negated(const FilterTerm &term);
[[nodiscard]] bool isNegated(const FilterTerm &term);

/// Where the enabled terms stand in \a expression, in order. Empty for a broken one.
[[nodiscard]] std::vector<Filter::SourceRange> ranges(const QString &expression);

} // namespace FilterTerms

} // namespace Trailglass
