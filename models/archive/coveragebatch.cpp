// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/coveragebatch.h"

#include "models/core/text.h"
#include "models/store/eventreader.h"

#include <algorithm>
#include <limits>

namespace Trailglass {

Result<std::unique_ptr<OutgoingBatch>> CoverageBatch::find(ArchiveSession &session, quint32 origin,
                                                           const OriginLedger &ledger,
                                                           const EventReader &reader,
                                                           const CancelToken &cancel)
{
    TRY(const std::vector<Interval> known,
        Lines::read(session, "coverage", Columns, ledger.counting(origin), cancel));
    TRY(const std::vector<Interval> current, ofWorkspace(reader));
    std::vector<Lines::Line> lines = Lines::changes(known, current);
    if (lines.empty())
        return std::unique_ptr<OutgoingBatch>();
    return std::unique_ptr<OutgoingBatch>(new CoverageBatch(std::move(lines)));
}

CoverageBatch::CoverageBatch(std::vector<Lines::Line> lines)
    : m_lines(std::move(lines))
{
}

Result<void> CoverageBatch::send(ArchiveSession &session, const BatchNumber &number,
                                 const CancelToken &cancel)
{
    NativeBlock block(Lines::Columns, m_lines.size(), 1024 + 100 * m_lines.size());
    Lines::addColumns(block, Columns, m_lines, number);
    return session.insert("INSERT INTO coverage FORMAT Native", std::move(block).take(), number.queryId(),
                          cancel);
}

Result<bool> CoverageBatch::isThere(ArchiveSession &session, const BatchNumber &number,
                                    const CancelToken &cancel)
{
    return areLinesThere(session, "coverage", number, m_lines.size(), cancel);
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
    intervals.erase(std::unique(intervals.begin(), intervals.end()), intervals.end());
    return intervals;
}

} // namespace Trailglass
