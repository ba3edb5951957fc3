// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/evidence/report.h"
#include "models/filter/querycontext.h"
#include "models/workspace/bundledstate.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <optional>

namespace Trailglass {

class OpenWorkspace;

/// How much a report takes, and shows.
namespace ReportLimits {

inline constexpr qsizetype MaxTitle = 200; ///< UTF-16 units; of the case too
inline constexpr qsizetype MaxNote = 10'000; ///< UTF-16 units
inline constexpr std::size_t MaxActors = 20;
inline constexpr int MaxBins = 60;
inline constexpr std::size_t MaxGaps = 500;
inline constexpr std::size_t MaxRows = 200; ///< events that are listed
inline constexpr qsizetype MaxRowValue = 200; ///< UTF-16 units of a text of these
inline constexpr std::size_t MaxMarked = 1'000; ///< events
inline constexpr qsizetype MaxValue = 2'000; ///< UTF-16 units of a field of these

} // namespace ReportLimits

/// What a report is about, and what its author adds.
struct ReportRequest
{
    QString expression = {}; ///< filter, as typed
    QueryContext context = {}; ///< now: the time of the report; its zone is that of all times
    QString title = {}; ///< empty: a title of the program's
    QString caseText = {};
    QString note = {};
    QString author = {}; ///< name of the local account
    std::optional<ReportBundle> bundle = {};
    /// Of a report that is put into a bundle: in place of the context, and of parsing the expression.
    std::optional<BundledState> bundled = {};
};

/// Counts and reads what a report shows, for one state of the workspace. Blocking.
///
/// Of a report that is put into a bundle, events, counts and checkpoint are those of the bundle. Marks, notes, quarantined rows
/// and coverage are as they are now.
/// \error Rejected for a bundle whose events are not those that match any more
/// \thread that of \a workspace
/// \error Usage as prepareQuery(), for an unknown zone, and for a title, case or note over its limit; NotFound: there are no
/// events yet; Storage; Cancelled
[[nodiscard]] Result<Report> createReport(OpenWorkspace &workspace, const ReportRequest &request,
                                          const CancelToken &cancel);

/// The error of a report that was cancelled.
[[nodiscard]] Error reportCancelled();

/// The bundle that a report is made for: the name and the hash of a file. Blocking.
///
/// \thread any
/// \error Usage: it is no file; Storage, naming the file; Cancelled
[[nodiscard]] Result<ReportBundle> hashedBundle(const QString &fileName, const CancelToken &cancel);

/// Puts a finished report into a file: all of it or no file. Blocking.
///
/// \thread that of \a workspace
/// \error Usage where the output must not be (outputTarget()); Storage, DiskFull, Cancelled
[[nodiscard]] Result<void> writeReportFile(OpenWorkspace &workspace, const QString &fileName,
                                           const QByteArray &bytes, const CancelToken &cancel);

} // namespace Trailglass
