// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/filter.h"
#include "models/query/queryengine.h"

#include <QMetaType>

namespace Trailglass {

/// A query of the window.
struct ResultRequest
{
    Filter::NodePointer filter; ///< presets still by name
    SortOrder order;
    QByteArray displayZone = QByteArrayLiteral("UTC"); ///< IANA name
};

/// A result for the window.
struct QueryResult
{
    ResultRequest request;
    Filter::NodePointer expanded; ///< the filter with presets replaced
    QueryContext context; ///< what relative times were resolved against
    ResultPointer snapshot;
    qint64 total = 0; ///< events in the workspace, for "1,284 of 10,000,000"
    QString notice; ///< QueryEngine::notice()
    bool refreshed = false; ///< the same request again, over newer data
};

} // namespace Trailglass

Q_DECLARE_METATYPE(Trailglass::QueryResult)
