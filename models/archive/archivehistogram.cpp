// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivehistogram.h"

#include "models/archive/archivesession.h"
#include "models/archive/eventextent.h"
#include "models/archive/eventtable.h"
#include "models/archive/histogramsql.h"
#include "models/archive/pagesql.h"
#include "models/archive/rowbinary.h"
#include "models/archive/timebins.h"
#include "models/core/translation.h"
#include "models/query/evaluation/histogrambins.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace Trailglass {

namespace {

/// As of QueryEngine::histogram().
constexpr std::size_t MaxSplitValues = 4'096;

Error tooManyBins()
{
    return {ErrorKind::Usage, Trailglass::tr("Too many bins to split them by a field. Choose longer ones.")};
}

Result<void> checkSplitField(const std::optional<Filter::FieldReference> &splitBy)
{
    const auto *stored = splitBy ? std::get_if<Field>(&*splitBy) : nullptr;
    if (!splitBy || (stored && isSplitField(*stored))
        || std::holds_alternative<Filter::DerivedField>(*splitBy))
        return {};
    return Error{ErrorKind::Usage,
                 Trailglass::tr("A histogram cannot be split by this field. Choose another field.")};
}

/// Counts the events of one request.
class HistogramQueries
{
public:
    HistogramQueries(ArchiveSession &session, const ArchiveQuery &query, const HistogramRequest &request,
                     const CancelToken &cancel)
        : m_session(session)
        , m_query(query)
        , m_request(request)
        , m_cancel(cancel)
    {
    }

    Result<Histogram> count()
    {
        TRY(checkSplitField(m_request.splitBy));
        std::optional<TimeExtent> events;
        if (needsExtent(m_request)) {
            TRY(events, eventExtent(m_session, m_query.from, m_query.context.events, m_cancel));
        }
        if (leavesOutEmptyBins(m_request, events))
            return occupied(*events);
        TRY(const auto calendar, Filter::ZoneCalendar::open(m_query.context.query.displayZone));
        const auto bins = divideTime(m_request, events, calendar);
        if (bins.empty())
            return Histogram{bins, {}, {}};
        if (m_request.splitBy && bins.size() > static_cast<std::size_t>(MaxSplitBins))
            return tooManyBins();
        const TimeGroups groups = groupsOf(bins);
        const ArchiveSql from = inTime(m_query.from, {bins.front().start, bins.back().end});
        const auto binOf = [&groups](qint64 group) {
            return groups.binOf(group);
        };
        return m_request.splitBy ? split({from, groups, bins, binOf}) : whole({from, groups, bins, binOf});
    }

private:
    using Counts = std::vector<qint64>; ///< by bin

    /// Where to count.
    struct Division
    {
        const ArchiveSql &from;
        const TimeGroups &groups;
        const std::vector<HistogramBin> &bins;
        std::function<std::size_t(qint64 group)> binOf; ///< a number that is no bin for one that is no group
    };

    [[nodiscard]] TimeGroups groupsOf(const std::vector<HistogramBin> &bins) const
    {
        if (std::holds_alternative<EqualBins>(m_request.division))
            return TimeGroups::ofEqual(bins);
        if (const auto *interval = std::get_if<IntervalBins>(&m_request.division))
            return TimeGroups::ofWidth(bins.front().start, interval->width);
        return TimeGroups::ofBins(bins);
    }

    Result<Histogram> whole(const Division &division)
    {
        TRY(const QByteArray rows, m_session.ask(groupCountsSql(division.from, division.groups), m_cancel));
        RowBinaryReader reader(rows);
        std::map<std::string, Counts> counts;
        while (!reader.atEnd()) {
            const qint64 group = reader.readInt64();
            const qint64 count = reader.readInt64();
            TRY(reader.check());
            TRY(add(counts[std::string()], division.binOf(group), count, division.bins.size()));
        }
        return histogramOf(division.bins, std::move(counts));
    }

    Result<Histogram> split(const Division &division)
    {
        std::optional<LocalTimeSql> localTime;
        if (std::holds_alternative<Filter::DerivedField>(*m_request.splitBy)) {
            TRY(localTime, m_query.localTime());
        }
        const ArchiveSql sql = splitGroupCountsSql(division.from, division.groups, *m_request.splitBy,
                                                   localTime ? &*localTime : nullptr);
        TRY(const QByteArray rows, m_session.ask(sql, m_cancel));
        RowBinaryReader reader(rows);
        std::map<std::string, Counts> counts;
        while (!reader.atEnd()) {
            const qint64 group = reader.readInt64();
            const std::string value(reader.readText());
            const qint64 count = reader.readInt64();
            TRY(reader.check());
            if (count == 0)
                continue;
            TRY(add(counts[value], division.binOf(group), count, division.bins.size()));
            if (counts.size() > MaxSplitValues)
                return Error{
                    ErrorKind::Usage,
                    Trailglass::tr(
                        "This field has too many values to split a histogram by. Choose another field.")};
        }
        return histogramOf(division.bins, std::move(counts));
    }

    static Result<void> add(Counts &counts, std::size_t bin, qint64 count, std::size_t bins)
    {
        if (bin >= bins)
            return eventsAtOtherTimes();
        counts.resize(bins);
        counts[bin] += count;
        return {};
    }

    /// Values with an event, most first, then by value.
    static Histogram histogramOf(const std::vector<HistogramBin> &bins, std::map<std::string, Counts> counts)
    {
        std::vector<std::pair<qint64, std::string>> order;
        for (const auto &[value, ofValue] : counts) {
            const qint64 total = std::accumulate(ofValue.begin(), ofValue.end(), qint64(0));
            if (total > 0)
                order.emplace_back(-total, value);
        }
        std::ranges::sort(order);
        Histogram histogram{bins, {}, {}};
        for (const auto &[total, value] : order) {
            histogram.values.push_back(value);
            histogram.counts.push_back(std::move(counts[value]));
        }
        return histogram;
    }

    /// Only bins with events, since all would be too many.
    Result<Histogram> occupied(const TimeExtent &events)
    {
        const qint64 width = std::get<IntervalBins>(m_request.division).width;
        const UtcMicros start{alignedStart(events.first.value, width)};
        const TimeGroups groups = TimeGroups::ofWidth(start, width);
        const ArchiveSql from = inTime(m_query.from, {events.first, events.last + 1});
        TRY(const QByteArray rows, m_session.ask(groupCountsSql(from, groups), m_cancel));
        RowBinaryReader reader(rows);
        std::vector<qint64> starts;
        std::map<qint64, std::size_t> bins; // by group
        Counts counts;
        while (!reader.atEnd()) {
            const qint64 group = reader.readInt64();
            const qint64 count = reader.readInt64();
            TRY(reader.check());
            if (group < 0 || group > (events.last - start) / width)
                return eventsAtOtherTimes();
            if (count <= 0)
                continue;
            bins.emplace(group, bins.size());
            starts.push_back((start + group * width).value);
            counts.push_back(count);
        }
        if (!m_request.splitBy)
            return Histogram{binsAt(starts, width), {std::string()}, {std::move(counts)}};
        if (starts.size() > static_cast<std::size_t>(MaxSplitBins))
            return tooManyBins();
        const auto binOf = [&bins](qint64 group) {
            const auto found = bins.find(group);
            return found == bins.end() ? bins.size() : found->second;
        };
        const std::vector<HistogramBin> occupiedBins = binsAt(starts, width);
        return split({from, groups, occupiedBins, binOf});
    }

    ArchiveSession &m_session;
    const ArchiveQuery &m_query;
    const HistogramRequest &m_request;
    const CancelToken &m_cancel;
};

} // namespace

bool isSplitField(Field field)
{
    return isCodedColumn(field) || field == Field::TargetName;
}

Result<Histogram> archiveHistogram(ArchiveSession &session, const ArchiveQuery &query,
                                   const HistogramRequest &request, const CancelToken &cancel)
{
    return HistogramQueries(session, query, request, cancel).count();
}

} // namespace Trailglass
