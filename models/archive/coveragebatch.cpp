// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/coveragebatch.h"

#include "models/archive/archivesession.h"
#include "models/archive/nativeblock.h"
#include "models/archive/rowbinary.h"
#include "models/core/text.h"
#include "models/store/eventreader.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace Trailglass {

Result<std::unique_ptr<OutgoingBatch>> CoverageBatch::find(ArchiveSession &session, quint32 origin,
                                                           const OriginLedger &ledger,
                                                           const EventReader &reader,
                                                           const CancelToken &cancel)
{
    TRY(const std::vector<Interval> known, ofArchive(session, origin, ledger, cancel));
    TRY(const std::vector<Interval> current, ofWorkspace(reader));
    std::vector<Interval> added;
    std::vector<Interval> gone;
    std::ranges::set_difference(current, known, std::back_inserter(added));
    std::ranges::set_difference(known, current, std::back_inserter(gone));
    std::vector<Line> lines;
    for (Interval &interval : added)
        lines.push_back({std::move(interval), 1});
    for (Interval &interval : gone)
        lines.push_back({std::move(interval), -1});
    if (lines.empty())
        return std::unique_ptr<OutgoingBatch>();
    return std::unique_ptr<OutgoingBatch>(new CoverageBatch(std::move(lines)));
}

CoverageBatch::CoverageBatch(std::vector<Line> lines)
    : m_lines(std::move(lines))
{
}

Result<void> CoverageBatch::send(ArchiveSession &session, const BatchNumber &number,
                                 const CancelToken &cancel)
{
    NativeTexts sources(NativeTexts::Coding::Plain);
    std::vector<qint8> signs;
    std::vector<qint64> since;
    std::vector<qint64> until;
    std::vector<qint64> answered;
    std::vector<qint64> pages;
    for (const Line &line : m_lines) {
        sources.append(std::get<0>(line.interval));
        signs.push_back(line.sign);
        since.push_back(std::get<1>(line.interval));
        until.push_back(std::get<2>(line.interval));
        answered.push_back(std::get<3>(line.interval));
        pages.push_back(std::get<4>(line.interval));
    }
    NativeBlock block(CoverageColumns.size(), m_lines.size(), 1024 + 100 * m_lines.size());
    block.addNumbers("origin", std::vector<quint32>(m_lines.size(), number.origin));
    block.addNumbers("batch", std::vector<quint64>(m_lines.size(), number.number));
    block.addNumbers("sign", signs);
    block.addTexts("source", sources);
    block.addNumbers("since", since);
    block.addNumbers("until", until);
    block.addNumbers("answered", answered);
    block.addNumbers("pages", pages);
    return session.insert("INSERT INTO coverage FORMAT Native", std::move(block).take(), number.queryId(),
                          cancel);
}

Result<bool> CoverageBatch::isThere(ArchiveSession &session, const BatchNumber &number,
                                    const CancelToken &cancel)
{
    return areLinesThere(session, "coverage", number, m_lines.size(), cancel);
}

/// Sorted, each once.
Result<std::vector<CoverageBatch::Interval>> CoverageBatch::ofArchive(ArchiveSession &session, quint32 origin,
                                                                      const OriginLedger &ledger,
                                                                      const CancelToken &cancel)
{
    TRY(const QByteArray bytes,
        session.ask("SELECT source, since, until, answered, pages FROM coverage WHERE "
                        + ledger.counting(origin)
                        + " GROUP BY source, since, until, answered, pages HAVING sum(sign) > 0",
                    cancel));
    RowBinaryReader reader(bytes);
    std::vector<Interval> intervals;
    while (!reader.atEnd()) {
        Interval interval;
        std::get<0>(interval) = reader.readText();
        std::get<1>(interval) = reader.readInt64();
        std::get<2>(interval) = reader.readInt64();
        std::get<3>(interval) = reader.readInt64();
        std::get<4>(interval) = reader.readInt64();
        TRY(reader.check());
        intervals.push_back(std::move(interval));
    }
    std::ranges::sort(intervals);
    return intervals;
}

/// Sorted, each once.
Result<std::vector<CoverageBatch::Interval>> CoverageBatch::ofWorkspace(const EventReader &reader)
{
    std::vector<Interval> intervals;
    TRY(const QList<SourceRecord> sources, reader.sources());
    for (const SourceRecord &source : sources) {
        TRY(const std::vector<CoverageEntry> entries, reader.coverage(source.id));
        for (const CoverageEntry &entry : entries) {
            intervals.emplace_back(
                toUtf8(source.name),
                entry.window.from.value_or(UtcMicros{std::numeric_limits<qint64>::min()}).value,
                entry.window.to.value_or(UtcMicros{std::numeric_limits<qint64>::max()}).value,
                entry.answered.value, entry.pages);
        }
    }
    std::ranges::sort(intervals);
    const auto repeated = std::ranges::unique(intervals);
    intervals.erase(repeated.begin(), repeated.end());
    return intervals;
}

} // namespace Trailglass
