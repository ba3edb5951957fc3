// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/createdinterval.h"

#include "models/core/result.h"
#include "models/filter/conjunction.h"
#include "models/filter/querycontext.h"
#include "models/filter/timewindows.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace Trailglass::Filter {

namespace {

using Windows = std::vector<TimeWindow>;

std::optional<UtcMicros> later(std::optional<UtcMicros> left, std::optional<UtcMicros> right)
{
    return std::max(left, right); // no start sorts before every start
}

std::optional<UtcMicros> earlier(std::optional<UtcMicros> left, std::optional<UtcMicros> right)
{
    return left && right ? std::min(left, right) : left ? left : right;
}

/// The time in both. Each has its windows in order, none touching another: a filter may have thousands.
Windows common(const Windows &left, const Windows &right)
{
    Windows windows;
    auto one = left.begin();
    auto other = right.begin();
    while (one != left.end() && other != right.end()) {
        const auto end = earlier(one->to, other->to);
        windows.push_back({later(one->from, other->from), end});
        // The one that ends first has no more in common with what follows.
        ++(one->to == end ? one : other);
    }
    return joined(std::move(windows));
}

/// \param windows  in order, none touching another
Windows complement(const Windows &windows)
{
    Windows rest;
    std::optional<UtcMicros> from;
    for (const TimeWindow &window : windows) {
        if (window.from)
            rest.push_back({from, window.from});
        from = window.to;
        if (!from)
            return rest;
    }
    rest.push_back({from, {}});
    return rest;
}

const Term *createdTerm(const NodePointer &node)
{
    const auto *term = std::get_if<Term>(&node->content);
    return term && term->field == FieldReference(Field::Created) ? term : nullptr;
}

} // namespace

Result<TimeWindow> createdInterval(const NodePointer &tree, const QueryContext &context)
{
    Windows left{TimeWindow{}};
    for (const NodePointer &node : conjuncts(tree)) {
        const auto *negation = std::get_if<Not>(&node->content);
        const Term *term = createdTerm(negation ? negation->child : node);
        if (!term)
            continue;
        TRY(const auto windows, resolveTimes(*term, context));
        left = common(left, negation ? complement(windows) : windows);
    }
    if (left.empty())
        return TimeWindow{context.now, context.now};
    return TimeWindow{left.front().from, left.back().to};
}

} // namespace Trailglass::Filter
