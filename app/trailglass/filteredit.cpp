// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/filteredit.h"

#include "models/filter/conjunction.h"

#include <algorithm>

namespace Trailglass {

Filter::NodePointer edited(const Filter::NodePointer &tree, FilterEdit edit,
                           const Filter::FieldReference &field, const Filter::FieldValue &value)
{
    switch (edit) {
    case FilterEdit::Include:
        return Filter::including(tree, field, value);
    case FilterEdit::Exclude:
        return Filter::excluding(tree, field, value);
    case FilterEdit::Only:
        return Filter::withOnly(tree, field, value);
    }
    return tree;
}

Filter::NodePointer bothOf(const Filter::NodePointer &tree, const Filter::NodePointer &other)
{
    // What stands in both stands there once.
    const std::vector<Filter::NodePointer> there = Filter::conjuncts(tree);
    std::vector<Filter::NodePointer> added;
    for (const Filter::NodePointer &part : Filter::conjuncts(other)) {
        const auto isSame = [&part](const Filter::NodePointer &each) {
            return Filter::sameTree(each, part);
        };
        if (std::ranges::none_of(there, isSame))
            added.push_back(part);
    }
    const auto keep = [](const Filter::NodePointer &part) {
        return std::vector{part};
    };
    return Filter::replaceConjuncts(tree, keep, added);
}

} // namespace Trailglass
