// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace Trailglass {

/// What became of the quarantined rows of one source when they were read again.
struct QuarantineRetry
{
    static constexpr qsizetype MaxReasons = 10;

    QString source = {};
    QString typeName = {};
    qint64 tried = 0; ///< stored + known + conflict + unreadable
    qint64 stored = 0; ///< new events, and later versions of stored ones; no longer quarantined
    qint64 known = 0; ///< the same as the stored event; no longer quarantined
    qint64 conflict = 0; ///< stay quarantined: the event is stored with different content
    qint64 unreadable = 0; ///< stay quarantined
    qint64 cut = 0; ///< of the unreadable ones: too long to have been kept whole
    QStringList reasons = {}; ///< of the unreadable ones, each once; safe to print
    std::optional<Error> error = {}; ///< ended the retry of this source
    bool isCancelled = false;

    /// For people: what was done and what is to do.
    [[nodiscard]] QStringList sentences() const;
};

/// What a retry did.
struct QuarantineRetryReport
{
    std::vector<QuarantineRetry> sources; ///< those with quarantined rows, by name
    QString indexWarning = {}; ///< saveIndexWarning()
};

/// Called with the number of rows of \a source read again so far.
using RetryProgress = std::function<void(const QString &source, qint64 rows)>;

/// Reads quarantined rows again with the present version of the program, the oldest first, and stores the events that
/// it can read now as a sync would. Each event is stored in one transaction with the deletion of its row.
///
/// Blocking; takes the workspace's lock. What was done before \a cancel or an error stays.
/// \thread any
/// \param source  name of the source, also of a removed one; empty: all
/// \returns also when rows could not be read: the report says why
/// \error Usage, with the nearest name: no such source; Locked; Storage, NewerVersion; Cancelled while a workspace of an
/// earlier version is copied before its upgrade
[[nodiscard]] Result<QuarantineRetryReport> retryQuarantine(const QString &workspace, const QString &source,
                                                            const Clock &clock, const CancelToken &cancel,
                                                            const RetryProgress &progress = {});

} // namespace Trailglass
