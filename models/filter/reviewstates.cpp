// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/reviewstates.h"

#include <algorithm>

namespace Trailglass::Filter {

namespace {

using IsTermWanted = bool (*)(const Term &term);

/// Whether there is such a term anywhere in a tree, whose depth the parser limits.
bool hasTerm(const NodePointer &tree, IsTermWanted isWanted)
{
    const auto hasIt = [isWanted](const NodePointer &child) {
        return hasTerm(child, isWanted);
    };
    if (const auto *term = std::get_if<Term>(&tree->content))
        return isWanted(*term);
    if (const auto *negated = std::get_if<Not>(&tree->content))
        return hasIt(negated->child);
    if (const auto *both = std::get_if<And>(&tree->content))
        return std::ranges::any_of(both->children, hasIt);
    if (const auto *either = std::get_if<Or>(&tree->content))
        return std::ranges::any_of(either->children, hasIt);
    return false;
}

bool wantsNew(const Term &term)
{
    return term.field == FieldReference(ReviewField::Is) && wantedStates(term).isNew;
}

bool wantsMarks(const Term &term)
{
    if (term.field != FieldReference(ReviewField::Is))
        return std::holds_alternative<ReviewField>(term.field);
    const WantedStates wanted = wantedStates(term);
    return wanted.isMarked || wanted.isNoted;
}

} // namespace

WantedStates wantedStates(const Term &term)
{
    const auto isWanted = [&term](std::string_view state) {
        return std::ranges::any_of(term.values, [state](const Value &value) {
            const auto *text = std::get_if<TextValue>(&value);
            return text && text->text == state;
        });
    };
    return {isWanted("new"), isWanted("marked"), isWanted("noted")};
}

bool asksForNew(const NodePointer &tree)
{
    return hasTerm(tree, wantsNew);
}

bool asksForMarks(const NodePointer &tree)
{
    return hasTerm(tree, wantsMarks);
}

} // namespace Trailglass::Filter
