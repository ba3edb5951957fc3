// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/workspace/resultrequest.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// Answers one question at a time, on a thread of its own: a new one ends the work on the last.
///
/// An answer to anything but the newest question is never delivered.
/// \thread GUI
class ResultRunner : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the runner
    ResultRunner(QString workspace, const Clock &clock, QObject *parent = nullptr);
    /// Cancels and waits for the thread: within 100 ms.
    ~ResultRunner() override;

    /// How `preset:name` is read; unset knows none.
    void setPresets(Filter::PresetLookup lookup);

    void ask(const ResultRequest &question);
    /// The last question again, because the data changed. While an answer is being made it is made anew after
    /// it. Nothing happens before the first question.
    void refresh();
    void cancel();
    [[nodiscard]] bool isBusy() const;
    /// Whether a new question is not answered yet: from ask() to its answer or failure. A refresh() is none.
    [[nodiscard]] bool isAnswering() const;

Q_SIGNALS:
    void busyChanged(bool busy);
    void answeringChanged(bool answering);
    /// The beginning of an answer to a new question while the rest is searched for: rows that the answer
    /// begins with, more each time. Then answered() or failed(), unless another question comes.
    void began(const Trailglass::QueryResult &beginning);
    /// How much of what must be searched has been, 0 to 1. Not for a refresh().
    void searched(double part);
    void answered(const Trailglass::QueryResult &answer);
    /// Usage: the filter cannot run (pattern over its limit, unknown preset or source). Storage,
    /// NewerVersion. Never Cancelled. A workspace without a database answers with no rows instead.
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
