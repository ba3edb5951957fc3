// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"
#include "models/query/resultsnapshot.h"
#include "models/workspace/place.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <memory>

namespace Trailglass {

/// Notices what others do with the events of a place, and whether the place can be reached, on a thread of its own.
/// For an archive; what happens in a workspace, WorkspaceWatch sees sooner and for less.
///
/// \thread GUI
class PlaceWatch : public QObject
{
    Q_OBJECT

public:
    /// Each look is a query of the server's ledger.
    static constexpr std::chrono::milliseconds Interval = std::chrono::seconds(10);

    /// Looks at once, and from then on every \a interval.
    explicit PlaceWatch(const Place &place, std::chrono::milliseconds interval = Interval,
                        QObject *parent = nullptr);
    /// Cancels and waits for the thread: within 100 ms.
    ~PlaceWatch() override;

    /// Which events are shown: others than these are news. Until the first call all are.
    void setShown(const StatePointer &state);
    /// A query outside this watch could not reach the place: recovered() is emitted after the first success of a look that
    /// begins after this call, even if no look fails.
    void expectRecovery();

Q_SIGNALS:
    /// At each look, until setShown() has a state with these events.
    void eventsChanged();
    /// The names of the sources, removed ones included: after the first look, and with eventsChanged().
    void sourcesListed(const QStringList &names);
    /// A look failed, and the one before did not.
    void failed(const Trailglass::Error &error);
    /// After failed() or expectRecovery(): a look was a success again.
    void recovered();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
