// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/reviewrecords.h"

#include <functional>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// The review log, and what reviewers marked and noted: tables `review`, `event_mark` and `event_note`.
///
/// A workspace of a version without these tables reads as one where nobody has reviewed anything.
/// \pre for the functions that write: inside a transaction, and the tables are there
/// \thread the connection's
/// \error Storage, naming table and column of a value that cannot be right; Cancelled
namespace ReviewTable {

/// Whether the database is of a version with these tables.
Result<bool> isThere(SqlConnection &connection);

/// A number that every change of reviews, marks and notes makes greater, by whichever process; 0 before the first.
Result<qint64> version(SqlConnection &connection);

/// The entries of the log, newest first.
/// \param limit  maximum number of entries; 0 for all
Result<std::vector<ReviewEntry>> log(SqlConnection &connection, int limit);

/// The last entry of each review of each reviewer, by reviewer and name in the order of code points.
Result<std::vector<ReviewEntry>> lastEntries(SqlConnection &connection);

/// The last row that a reviewer has seen in a review; 0 when there was none.
Result<RowId> reviewedRow(SqlConnection &connection, const QString &reviewer, const QString &name);

/// Appends to the log.
/// \returns the id of the entry, which the table gives
Result<qint64> add(SqlConnection &connection, const ReviewEntry &entry);

/// Visits the marks of all events, in order of their rows.
Result<void> visitMarks(SqlConnection &connection, const std::function<void(const EventMark &)> &visit);

/// Visits the notes on all events, in order of their rows.
Result<void> visitNotes(SqlConnection &connection, const std::function<void(const EventNote &)> &visit);

/// Marks an event, or marks it otherwise.
/// \returns false where it has this colour already: then nothing changes, and the old reviewer stays
Result<bool> setMark(SqlConnection &connection, const EventMark &mark);
/// \returns false for an event without a mark
Result<bool> removeMark(SqlConnection &connection, RowId row);

/// Writes a note on an event, or another one.
/// \returns false where it has this note already: then nothing changes, and the old reviewer stays
Result<bool> setNote(SqlConnection &connection, const EventNote &note);
/// \returns false for an event without a note
Result<bool> removeNote(SqlConnection &connection, RowId row);

/// Gives mark and note of a superseded event to the event that supersedes it.
/// \param newRow  of an event without a mark and a note
Result<void> moveMarks(SqlConnection &connection, RowId oldRow, RowId newRow);

/// Deletes the marks and notes of events that are deleted.
/// \param lastRow  inclusive
Result<void> removeMarks(SqlConnection &connection, RowId firstRow, RowId lastRow);

/// Whether all that is stored can be read.
/// \error Storage, naming what cannot be
Result<void> check(SqlConnection &connection);

} // namespace ReviewTable

} // namespace Trailglass
