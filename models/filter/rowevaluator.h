// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/filter/valuematcher.h"

#include <functional>

namespace Trailglass {
struct QueryContext;
}

namespace Trailglass::Filter {

/// A filter, compiled to test one event at a time: simple on purpose, the reference for faster engines.
///
/// \thread one object a thread
class RowEvaluator
{
public:
    /// \param tree  with presets expanded
    /// \error Usage for a preset that is not expanded, a regex that does not compile, an unknown display zone
    static Result<RowEvaluator> compile(const NodePointer &tree, const QueryContext &context);

    /// \param record  with `raw`
    /// \error Usage when a regex passes its match limit on a value of this event, or all its patterns together
    /// take longer than SearchTime::Longest
    Result<bool> matches(const EventRecord &record) const;

private:
    using Predicate = std::function<Match(const EventRecord &, SearchTime &)>;

    explicit RowEvaluator(Predicate predicate)
        : m_predicate(std::move(predicate))
    {
    }

    Predicate m_predicate;
};

} // namespace Trailglass::Filter
