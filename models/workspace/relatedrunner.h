// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/table/relatedqueries.h"
#include "models/workspace/place.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Trailglass {

/// Counts the events that are related to one, on a thread of its own; a new request ends the last.
/// \thread GUI
class RelatedRunner : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxBins = 40;

    /// \param clock  outlives the runner
    RelatedRunner(const Place &place, const Clock &clock, QObject *parent = nullptr);
    /// Cancels and waits for the thread: within 100 ms.
    ~RelatedRunner() override;

    /// \param created  of the event, whose bin is marked
    void count(const std::vector<RelatedQuery> &queries, UtcMicros created);
    void cancel();

Q_SIGNALS:
    /// One for each query of the newest count(), as each is done, by its place among them.
    void counted(std::size_t query, const Trailglass::RelatedCounts &counts);
    /// The end of the newest count().
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
