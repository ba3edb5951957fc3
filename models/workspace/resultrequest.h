// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/filter.h"
#include "models/query/queryengine.h"

#include <QMetaType>

#include <chrono>
#include <optional>

namespace Trailglass {

/// A query of the window.
struct ResultRequest
{
    Filter::NodePointer filter; ///< presets still by name
    SortOrder order;
    QByteArray displayZone = QByteArrayLiteral("UTC"); ///< IANA name
    StatePointer state = {}; ///< of the result that this goes with; null: the newest events
    ReviewName review = {}; ///< QueryContext::review

    /// What the filter is resolved against when it is run.
    [[nodiscard]] QueryContext contextAt(UtcMicros now) const { return {now, displayZone, state, review}; }
};

/// A result for the window.
struct QueryResult
{
    ResultRequest request;
    Filter::NodePointer expanded; ///< the filter with presets replaced
    QueryContext context; ///< what the filter was resolved against
    ResultPointer snapshot;
    qint64 total = 0; ///< events of the place, for "1,284 of 10,000,000"
    QString notice; ///< QueryEngine::notice()
    std::optional<QueryCost> cost = {}; ///< QueryEngine::cost()
    std::chrono::milliseconds duration{0}; ///< from the start of the work until the result was there
    bool refreshed = false; ///< the same request again, over newer data
    bool lacksEvents = false; ///< whether there are QueryEngine::missingEvents()
};

} // namespace Trailglass

Q_DECLARE_METATYPE(Trailglass::QueryResult)
