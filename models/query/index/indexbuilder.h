// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/query/index/columnindex.h"

#include <memory>
#include <optional>

namespace Trailglass {

class SqlConnection;

/// An index as the database is now, made from an older one of the same database: its new rows are read, its
/// removed ones taken out.
///
/// \param index  what is known; an empty index reads everything
/// \returns \a index itself when nothing has changed
/// \thread the connection's, within a transaction
/// \error Storage, Cancelled
[[nodiscard]] Result<std::shared_ptr<const ColumnIndex>>
catchUp(SqlConnection &connection, const std::shared_ptr<const ColumnIndex> &index,
        const CancelToken &cancel);

/// The index as the database is now, with some of its columns: the others may be null, and are where segments are saved.
///
/// \param columns  SourceColumn among them
/// \thread, \error as catchUp()
[[nodiscard]] Result<ColumnIndex> readColumns(SqlConnection &connection, const IndexColumnSet &columns,
                                              const CancelToken &cancel);

/// The times of all events, from what is saved: an index with CreatedColumn alone for the saved segments.
///
/// \returns nothing when much is not saved, so that it would take about as long as the whole index
/// \thread, \error as catchUp()
[[nodiscard]] Result<std::optional<ColumnIndex>> savedTimes(SqlConnection &connection,
                                                            const CancelToken &cancel);

/// Takes out of an index what table `superseded` lists after ColumnIndex::removedSequence.
/// \thread the connection's
/// \error Storage, Cancelled
[[nodiscard]] Result<void> removeRows(SqlConnection &connection, ColumnIndex &index);

} // namespace Trailglass
