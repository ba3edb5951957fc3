// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/workspace/place.h"
#include "models/workspace/resultrequest.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// Counts the events of a filter that are new, on a thread of its own; a new request ends the last.
///
/// New is what came after the review that the request names, as `is:new` says. Only new events are looked at, however many
/// there are.
/// \thread GUI
class NewEventCounter : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the counter
    NewEventCounter(const Place &place, const Clock &clock, QObject *parent = nullptr);
    /// Cancels and waits for the thread: within 100 ms.
    ~NewEventCounter() override;

    /// As ResultRunner::setPresets().
    void setPresets(Filter::PresetLookup lookup);

    /// counted() or failed() follows, unless another call comes.
    void count(const ResultRequest &request);
    /// Nothing follows.
    void cancel();

Q_SIGNALS:
    void counted(qint64 count);
    /// As ResultRunner::failed(); never NotFound: without a database nothing is new.
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
