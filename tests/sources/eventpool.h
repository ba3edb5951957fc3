// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/sources/sourcedriver.h"

#include <QList>
#include <QRandomGenerator>
#include <QString>

#include <optional>
#include <utility>

namespace Trailglass {

/// One event at a vendor's, as far as paging cares.
struct PoolEvent
{
    QString id;
    UtcMicros created;
    int version = 0; ///< of its content, from 0
    std::optional<UtcMicros> revised = {}; ///< when it was last changed, as the vendor says; nothing: never
};

/// The live log of a vendor in a test: a clock that only the test moves, events that arrive (some late),
/// events that are deleted. Seeded, so every history can be repeated.
class EventPool
{
public:
    EventPool(quint32 seed, UtcMicros start);

    /// An event now, dated \a late microseconds earlier; ahead where that is negative.
    /// \returns its id: ids are in the order of arrival
    QString add(qint64 late = 0);

    /// Another entry with the id of an event, and another time.
    void addAgain(const QString &id, UtcMicros created);

    /// Whether a vendor says of an event that it was changed.
    enum class Revision
    {
        Said,
        Silent, ///< the content is another one, and nothing else tells
    };
    /// Changes the content of an event.
    /// \param index  in events()
    void change(qsizetype index, Revision revision);

    /// Many events, evenly from \a from to now.
    void fill(int count, UtcMicros from);

    /// Deletes a random event, as retention or a clean-up would.
    void remove();

    /// Deletes the oldest event, as retention does.
    void expire();

    /// Deletes the newest event: all others move up in a list.
    void removeNewest();

    /// Something happens: time passes, and sometimes events arrive, arrive late, or (with \a deletions) go.
    void live(bool deletions);

    void wait(qint64 micros) { m_now = m_now + micros; }

    [[nodiscard]] UtcMicros now() const { return m_now; }
    [[nodiscard]] QRandomGenerator &random() { return m_random; }

    /// Events that ever were.
    [[nodiscard]] int total() const { return m_lastId; }

    /// Oldest first; equal times in the order of their ids.
    [[nodiscard]] const QList<PoolEvent> &events() const { return m_events; }

    /// Newest first, within [from, to] where they are given, both inclusive; \a most events after the first
    /// \a skip.
    [[nodiscard]] QList<PoolEvent> newestFirst(const TimeWindow &within = {}, qsizetype skip = 0,
                                               qsizetype most = -1) const;

    [[nodiscard]] qsizetype count(const TimeWindow &within) const;

private:
    using Iterator = QList<PoolEvent>::const_iterator;

    QString insert(UtcMicros created);
    [[nodiscard]] std::pair<Iterator, Iterator> range(const TimeWindow &within) const;

    QRandomGenerator m_random;
    UtcMicros m_now;
    QList<PoolEvent> m_events;
    int m_lastId = 0;
};

/// Events of the pool that the driver has not stored, with their times.
[[nodiscard]] QStringList missingEvents(const EventPool &pool, const SourceDriver &driver);

} // namespace Trailglass
