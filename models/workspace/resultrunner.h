// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/workspace/place.h"
#include "models/workspace/resultrequest.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace Trailglass {

/// Runs one query at a time, on a thread of its own: a new request cancels the last.
///
/// Only the result of the newest request is delivered.
/// \thread GUI
class ResultRunner : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the runner
    ResultRunner(const Place &place, const Clock &clock, QObject *parent = nullptr);
    /// Cancels and waits for the thread: within 100 ms.
    ~ResultRunner() override;

    /// How `preset:name` is read; until set, the presets of the program alone are known.
    void setPresets(Filter::PresetLookup lookup);
    /// Which rows whoever shows results wants to find again in the next one, such as the one that is read: they
    /// are at hand in it. Called at the start of each query.
    void setRowsToFind(std::function<std::vector<RowId>()> rows);

    void run(const ResultRequest &request);
    /// Runs the last request again, because the data changed; while it is running, after that. Nothing happens before
    /// the first request, nor after one that cancel() has ended without a result.
    void refresh();
    void cancel();
    [[nodiscard]] bool isBusy() const;
    /// Whether a request has no result yet: from run() to finished() or failed(). A refresh() does not count.
    [[nodiscard]] bool isPending() const;
    /// What the last result is true for, so that counts go with it; null before the first.
    [[nodiscard]] StatePointer state() const;

Q_SIGNALS:
    void busyChanged(bool busy);
    void pendingChanged(bool pending);
    /// The first rows of the result of a new request while the rest is searched, more of them each time. finished() or
    /// failed() follows, unless another request comes.
    void partialResult(const Trailglass::QueryResult &partial);
    /// How much of what must be searched has been, 0 to 1. Not for a refresh().
    void searchProgress(double part);
    void finished(const Trailglass::QueryResult &result);
    /// Usage: the filter cannot run (pattern over its limit, unknown preset or source). Storage, NewerVersion. Never
    /// Cancelled. Without a database the result has no rows instead.
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
