// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/ast.h"

#include <algorithm>

namespace Trailglass::Filter {

bool compares(std::strong_ordering order, Comparison comparison)
{
    switch (comparison) {
    case Comparison::Greater:
        return order > 0;
    case Comparison::GreaterOrEqual:
        return order >= 0;
    case Comparison::Less:
        return order < 0;
    case Comparison::LessOrEqual:
        return order <= 0;
    case Comparison::Matches:
    case Comparison::Exactly:
    case Comparison::Contains:
        break;
    }
    return order == 0;
}

namespace {

bool sameTrees(const std::vector<NodePointer> &left, const std::vector<NodePointer> &right)
{
    return std::ranges::equal(left, right, sameTree);
}

} // namespace

bool sameTree(const NodePointer &left, const NodePointer &right)
{
    return left == right || (left && right && *left == *right);
}

bool operator==(const Not &left, const Not &right)
{
    return sameTree(left.child, right.child);
}

bool operator==(const And &left, const And &right)
{
    return sameTrees(left.children, right.children);
}

bool operator==(const Or &left, const Or &right)
{
    return sameTrees(left.children, right.children);
}

bool operator==(const Node &left, const Node &right)
{
    return left.content == right.content;
}

} // namespace Trailglass::Filter
