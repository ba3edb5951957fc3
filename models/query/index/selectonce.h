// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

#include <QString>

namespace Trailglass {

/// What a query has found, and what that lacks.
struct SingleResult
{
    ResultPointer rows; ///< without a state; not null
    QString missing; ///< as QueryEngine::missingEvents()
};

/// Evaluates one query as IndexQueryEngine::select() does, with a fraction of its memory: of what is saved of the index, only
/// the columns that the query reads are loaded, and nothing is kept. For a process that needs the rows of one result alone.
///
/// Blocking.
/// \param context  without a state
/// \thread any; works on several
/// \error as IndexQueryEngine::open() and QueryEngine
[[nodiscard]] Result<SingleResult> selectOnce(const QString &workspace, const Filter::NodePointer &filter,
                                              const SortOrder &order, const QueryContext &context,
                                              const CancelToken &cancel);

} // namespace Trailglass
