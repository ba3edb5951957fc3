// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/resultrequest.h"

#include <QObject>

#include <optional>

namespace Trailglass {

class EventsView;
class FilterState;
class PlaceFinder;
class RecordFetcher;
class ResultRunner;

/// Leads through the table without filtering it: to the rows that have a text, to a time.
class FindController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    FindController(ResultRunner &results, PlaceFinder &places, EventsView &events, FilterState &filter,
                   RecordFetcher &fetcher, QObject *parent = nullptr);

    /// Asks for a time in a dialog and goes there.
    /// \param current  the event on whose day a time of day is; none: on the day of the newest event
    void openGoToTime(RowId current);

Q_SIGNALS:
    /// A passing remark for the status bar.
    void message(const QString &text);

private:
    [[nodiscard]] QueryResult shown() const;
    void look();
    void follow(const QueryResult &result);
    void goTo(const TimeWindow &time);
    void goToTimeOfDay(const QString &time, RowId current);
    void sortFirst();
    void arrive(std::size_t place);
    void giveUp();

    PlaceFinder &m_places;
    EventsView &m_events;
    RecordFetcher &m_fetcher;
    QueryResult m_result; ///< the last one
    std::optional<TimeWindow> m_target; ///< on the way to it
    QString m_timeOfDay; ///< likewise, on the day of the newest event, which is not known yet; empty: none
    ResultPointer m_asked; ///< where the target is looked for
    bool m_isSorting = false; ///< either is looked for when the rows are sorted by time
};

} // namespace Trailglass
