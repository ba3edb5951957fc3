// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Trailglass {

/// One sync or import of a source as a list shows it. A value type; texts are unchanged: views pass them through
/// visibleText().
struct RunRow
{
    enum class Kind
    {
        Sync,
        FullSync, ///< everything again
        Import,
    };

    enum class State
    {
        Complete,
        WithGap, ///< it ended well and has not read all that was there when it began
        Failed,
        Cancelled,
        Running,
        Interrupted, ///< no end was noted: killed, or the machine stopped
    };

    struct Failure
    {
        QString kind; ///< as `--json` prints it
        std::optional<int> httpStatus = {};
        QString message;

        friend bool operator==(const Failure &, const Failure &) = default;
    };

    /// Known once there is an end.
    struct Figures
    {
        qint64 requests = 0;
        qint64 retries = 0;
        qint64 pages = 0;
        qint64 bytes = 0;
        qint64 waited = 0; ///< microseconds
        qint64 received = 0;
        qint64 added = 0;
        qint64 updated = 0;
        qint64 duplicate = 0;
        qint64 conflict = 0;
        qint64 unreadable = 0;

        friend bool operator==(const Figures &, const Figures &) = default;
    };

    qint64 number = 0; ///< unique; greater for a later run
    QString source = {}; ///< its name
    Kind kind = Kind::Sync;
    State state = State::Complete;
    UtcMicros started = {};
    std::optional<UtcMicros> ended = {};
    std::optional<Figures> figures = {};
    QStringList warnings = {};
    std::optional<Failure> error = {};

    friend bool operator==(const RunRow &, const RunRow &) = default;
};

/// The last sync of a source that brought everything there was when it started.
struct CompleteSync
{
    std::optional<UtcMicros> started = {}; ///< nothing: it was before runs were noted
    UtcMicros ended;

    friend bool operator==(const CompleteSync &, const CompleteSync &) = default;
};

/// Runs of one source.
struct RunHistory
{
    QString source; ///< its name
    std::optional<CompleteSync> lastComplete = {}; ///< nothing: there was none
    QList<RunRow> runs = {}; ///< newest first

    friend bool operator==(const RunHistory &, const RunHistory &) = default;
};

} // namespace Trailglass
