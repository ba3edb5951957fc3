// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/timebins.h"

#include "models/archive/histogramsql.h"
#include "models/archive/rowbinary.h"
#include "models/core/translation.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// The smallest width that divides a time into so many bins at most.
qint64 widthOf(const TimeDivision &division)
{
    const qint64 span = division.to - division.from;
    return (span - 1) / division.maxBins + 1;
}

} // namespace

Result<std::vector<TimeBin>> countByTime(ArchiveSession &session, const ArchiveSql &from,
                                         const TimeDivision &division, const CancelToken &cancel,
                                         const ArchiveSession::Progress &progressed)
{
    const qint64 width = widthOf(division);
    const ArchiveSql sql = groupCountsSql(from, TimeGroups::ofWidth(division.from, width));
    TRY(const QByteArray rows, session.ask(sql, cancel, progressed));
    RowBinaryReader reader(rows);
    std::vector<TimeBin> bins;
    while (!reader.atEnd()) {
        const qint64 group = reader.readInt64();
        const qint64 count = reader.readInt64();
        TRY(reader.check());
        if (group < 0 || group >= division.maxBins || count < 0)
            return eventsAtOtherTimes();
        const UtcMicros start = division.from + group * width;
        if (count > 0)
            bins.push_back({start, std::min(start + width, division.to), static_cast<std::size_t>(count)});
    }
    if (division.newestFirst)
        std::ranges::reverse(bins);
    return bins;
}

Error eventsAtOtherTimes()
{
    return {ErrorKind::Malformed,
            Trailglass::tr("The archive counted events at times that were not requested.")};
}

} // namespace Trailglass
