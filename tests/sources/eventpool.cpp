// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sources/eventpool.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace Trailglass {

EventPool::EventPool(quint32 seed, UtcMicros start)
    : m_random(seed)
    , m_now(start)
{
}

QString EventPool::insert(UtcMicros created)
{
    const QString id = QString::number(++m_lastId).rightJustified(8, u'0');
    addAgain(id, created);
    return id;
}

void EventPool::addAgain(const QString &id, UtcMicros created)
{
    const PoolEvent event{id, created};
    const auto before = [](const PoolEvent &left, const PoolEvent &right) {
        return std::tie(left.created, left.id) < std::tie(right.created, right.id);
    };
    m_events.insert(std::upper_bound(m_events.begin(), m_events.end(), event, before), event);
}

QString EventPool::add(qint64 late)
{
    return insert(m_now - late);
}

void EventPool::change(qsizetype index, Revision revision)
{
    PoolEvent &event = m_events[index];
    ++event.version;
    if (revision == Revision::Said)
        event.revised = std::max(m_now, event.revised.value_or(event.created)) + 1;
}

void EventPool::fill(int count, UtcMicros from)
{
    const qint64 span = m_now - from;
    for (int index = 0; index < count; ++index)
        insert(from + span * index / count);
}

void EventPool::remove()
{
    if (!m_events.isEmpty())
        m_events.removeAt(m_random.bounded(m_events.size()));
}

void EventPool::expire()
{
    if (!m_events.isEmpty())
        m_events.removeFirst();
}

void EventPool::removeNewest()
{
    if (!m_events.isEmpty())
        m_events.removeLast();
}

void EventPool::live(bool deletions)
{
    constexpr int MaxArrivals = 4;
    constexpr qint64 MaxSecondsLate = 8 * 60;
    wait(m_random.bounded(1, 2'000) * 1'000);
    for (int count = m_random.bounded(MaxArrivals); count > 0; --count)
        add();
    if (m_random.bounded(4) == 0)
        add(m_random.bounded(MaxSecondsLate) * UtcMicros::PerSecond);
    if (deletions && m_random.bounded(4) == 0)
        remove();
}

std::pair<EventPool::Iterator, EventPool::Iterator> EventPool::range(const TimeWindow &within) const
{
    const auto isBefore = [](const PoolEvent &event, UtcMicros time) {
        return event.created < time;
    };
    const auto isAfter = [](UtcMicros time, const PoolEvent &event) {
        return time < event.created;
    };
    const auto begin = within.from
        ? std::lower_bound(m_events.begin(), m_events.end(), *within.from, isBefore)
        : m_events.begin();
    const auto end =
        within.to ? std::upper_bound(begin, m_events.end(), *within.to, isAfter) : m_events.end();
    return {begin, end};
}

QList<PoolEvent> EventPool::newestFirst(const TimeWindow &within, qsizetype skip, qsizetype most) const
{
    const auto [begin, end] = range(within);
    const qsizetype there = end - begin - std::min(skip, end - begin);
    const qsizetype wanted = most < 0 ? there : std::min(most, there);
    const Iterator newest = begin + there;
    return {std::make_reverse_iterator(newest), std::make_reverse_iterator(newest - wanted)};
}

qsizetype EventPool::count(const TimeWindow &within) const
{
    const auto [begin, end] = range(within);
    return end - begin;
}

QStringList missingEvents(const EventPool &pool, const SourceDriver &driver)
{
    QStringList missing;
    for (const PoolEvent &event : pool.events()) {
        if (!driver.events.contains(event.id))
            missing.append(event.id + u' ' + QString::fromStdString(formatTime(event.created)));
    }
    return missing;
}

} // namespace Trailglass
