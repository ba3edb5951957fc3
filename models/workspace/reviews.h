// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/store/reviewrecords.h"

#include <QString>

#include <optional>
#include <vector>

namespace Trailglass {

// Reviews, marks and notes of a workspace: what is new since somebody looked, and what they said of it
// (docs/decisions/0043-review-marks-notes.md). All functions are blocking and run on any thread.
//
// Errors of all: NotFound where there are no events yet; Storage, NewerVersion; of those that write also Locked, DiskFull.

/// Who changes something, and when.
struct ReviewerAction
{
    QString reviewer; ///< name of the local account
    UtcMicros at;
};

/// What somebody has looked at.
struct ReviewRequest
{
    QString expression = {}; ///< as typed; empty: every event
    QString name = {}; ///< of the review; empty: reviewNameOf() the expression
    QString note = {};
    /// ResultSnapshot::lastRow() of the result that was looked at; nothing: all events that there are.
    std::optional<RowId> upTo = {};
};

/// Where a review stands.
struct ReviewStatus
{
    ReviewEntry last; ///< its last entry; id 0: there is none, and every event is new
    std::optional<qint64> newEvents = {}; ///< that match its filter and came after it; nothing: see problem
    QString problem = {}; ///< why its filter cannot be run any more, in a sentence
};

/// The name of the review of every event.
[[nodiscard]] QString reviewOfEverything();

/// The name of a review of a filter that is given none: `default` for every event, else the filter's canonical text,
/// without `is:new`. So that what a filter leaves out stays new in the review of everything.
/// \error Usage: a broken expression; one that is too long for a name
[[nodiscard]] Result<QString> reviewNameOf(const QString &expression);

/// Notes that events were reviewed: those that match are no longer new in this review. The boundary never goes back.
/// \returns the entry of the log
/// \error Usage as prepareQuery(), and for a name or note that is too long; Cancelled
[[nodiscard]] Result<ReviewEntry> finishReview(const QString &workspace, const ReviewRequest &request,
                                               const ReviewerAction &by, const CancelToken &cancel);

/// Where the reviews stand, of all reviewers, by reviewer and name; that of everything by \a by also before its first
/// entry.
/// \param name  of the reviews; empty: all
/// \param by  who wants to know, and the time for relative times
/// \error Usage: there is no review of the name, with the nearest one; Cancelled
[[nodiscard]] Result<std::vector<ReviewStatus>> reviewStatus(const QString &workspace, const QString &name,
                                                             const ReviewerAction &by,
                                                             const CancelToken &cancel);

/// The review log, newest entry first.
/// \param limit  maximum number of entries; 0 for all
[[nodiscard]] Result<std::vector<ReviewEntry>> reviewLog(const QString &workspace, int limit);

/// The last row that was seen in a review; 0: nothing was reviewed, or there are no events yet.
[[nodiscard]] Result<RowId> reviewedRow(const QString &workspace, const QString &reviewer,
                                        const QString &name);

/// Marks events, or removes their marks: all of them or, on an error, none.
/// \param colour  nothing: no mark
/// \returns how many had another mark before
/// \error Usage: no such source, with the nearest name; more than ReviewLimits::MaxMarks events. NotFound: no such event
[[nodiscard]] Result<qint64> changeMarks(const QString &workspace, const std::vector<NamedEvent> &events,
                                         std::optional<MarkColour> colour, const ReviewerAction &by);

/// Writes a note on an event, or removes it.
/// \param note  without the whitespace around it; empty: no note
/// \returns false where the event had the same note before, or none
/// \error as changeMarks(); Usage for a note that is too long
[[nodiscard]] Result<bool> changeNote(const QString &workspace, const NamedEvent &event, const QString &note,
                                      const ReviewerAction &by);

} // namespace Trailglass
