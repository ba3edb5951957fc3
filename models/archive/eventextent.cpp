// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/eventextent.h"

#include "models/archive/archivesession.h"
#include "models/archive/pagesql.h"
#include "models/archive/rowbinary.h"
#include "models/archive/timebins.h"

namespace Trailglass {

namespace {

constexpr int BinsOfAStep = 1'000;

/// Finds the events at the ends of a time.
class ExtentQueries
{
public:
    ExtentQueries(ArchiveSession &session, const ArchiveSql &from, const CancelToken &cancel)
        : m_session(session)
        , m_from(from)
        , m_cancel(cancel)
    {
    }

    /// From the first to after the last row, those of events that were taken back included.
    Result<TimeWindow> rows(const TimeWindow &times)
    {
        TRY(const QByteArray bytes, m_session.ask(extentSql(m_from), m_cancel));
        RowBinaryReader reader(bytes);
        const UtcMicros first{reader.readInt64()};
        const UtcMicros last{reader.readInt64()};
        TRY(reader.check());
        // Of no rows it is one of zeros, and what a server says is not trusted.
        if (first > last || !times.contains(first) || !times.contains(last))
            return times;
        return TimeWindow{first, last + 1};
    }

    /// The first or the last event of a time. Nearly always it is the first or the last row; if not, the outermost part
    /// with an event is divided again and again.
    Result<std::optional<UtcMicros>> outermost(TimeWindow time, bool isLast)
    {
        const UtcMicros guess = isLast ? *time.to - 1 : *time.from;
        TRY(const qint64 events, count({guess, guess + 1}));
        if (events > 0)
            return std::optional(guess);
        if (*time.to - *time.from == 1)
            return std::optional<UtcMicros>();
        while (*time.to - *time.from > 1) {
            const TimeDivision division{
                .from = *time.from, .to = *time.to, .maxBins = BinsOfAStep, .newestFirst = isLast};
            TRY(const auto bins, countByTime(m_session, inTime(m_from, time), division, m_cancel));
            if (bins.empty())
                return std::optional<UtcMicros>();
            time = {bins.front().from, bins.front().to};
        }
        return time.from;
    }

private:
    Result<qint64> count(const TimeWindow &time)
    {
        TRY(const QByteArray bytes, m_session.ask(countSql(inTime(m_from, time)), m_cancel));
        RowBinaryReader reader(bytes);
        const qint64 events = reader.readInt64();
        TRY(reader.check());
        return events;
    }

    ArchiveSession &m_session;
    const ArchiveSql &m_from;
    const CancelToken &m_cancel;
};

} // namespace

Result<std::optional<TimeExtent>> eventExtent(ArchiveSession &session, const ArchiveSql &from,
                                              const TimeWindow &times, const CancelToken &cancel)
{
    ExtentQueries queries(session, from, cancel);
    TRY(const TimeWindow rows, queries.rows(times));
    TRY(const auto first, queries.outermost(rows, false));
    if (!first)
        return std::optional<TimeExtent>();
    TRY(const auto last, queries.outermost({first, rows.to}, true));
    return last ? std::optional(TimeExtent{*first, *last}) : std::optional<TimeExtent>();
}

} // namespace Trailglass
