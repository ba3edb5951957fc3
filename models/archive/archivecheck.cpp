// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivecheck.h"

#include "models/archive/archiveinspection.h"
#include "models/archive/archiveledger.h"
#include "models/archive/archivesession.h"
#include "models/archive/contenthash.h"
#include "models/archive/pushorigin.h"
#include "models/archive/rowbinary.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"

#include <QLocale>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>

namespace Trailglass {

namespace {

/// Of one request, so that there is progress and an end after a cancel.
constexpr std::size_t BatchesPerRequest = 50;

/// Rows of the workspace that are compared by one number and one sum.
constexpr qint64 RowsPerPart = 65'536;

/// Events as a number and a sum of contentHash(); both may be negative for what is taken back.
struct EventSum
{
    qint64 events = 0;
    quint64 content = 0;

    EventSum &operator+=(const EventSum &other)
    {
        events += other.events;
        content += other.content;
        return *this;
    }
    friend bool operator==(const EventSum &, const EventSum &) = default;
};

/// What the server has of an origin.
struct ArchiveSums
{
    std::map<quint64, EventSum> batches;
    std::map<qint64, EventSum> parts; ///< by number of the part, from 0
};

Result<void> addBatches(ArchiveSession &session, quint32 origin, std::span<const CommitLine> lines,
                        const CancelToken &cancel, ArchiveSums &sums)
{
    std::vector<ArchiveSql> numbers;
    for (const CommitLine &line : lines)
        numbers.push_back(ArchiveSql::number(line.batch));
    TRY(const QByteArray bytes,
        session.ask("SELECT toUInt64(batch), toInt64(intDiv(row - 1, " + ArchiveSql::number(RowsPerPart)
                        + ")) AS part, toInt64(sum(sign)), sum(" + contentHashSql()
                        + " * toUInt64(sign)) FROM event WHERE origin = "
                        + ArchiveSql::number(quint64{origin}) + " AND batch IN (" + joinSql(numbers, ", ")
                        + ") GROUP BY batch, part",
                    cancel));
    RowBinaryReader reader(bytes);
    while (!reader.atEnd()) {
        const quint64 batch = reader.readUInt64();
        const qint64 part = reader.readInt64();
        EventSum sum;
        sum.events = reader.readInt64();
        sum.content = reader.readUInt64();
        TRY(reader.check());
        sums.batches[batch] += sum;
        sums.parts[part] += sum;
    }
    return {};
}

/// The listed events of a workspace, by part.
Result<std::map<qint64, EventSum>> sumsOfWorkspace(const EventReader &reader, RowId last,
                                                   const CancelToken &cancel)
{
    std::map<qint64, EventSum> parts;
    std::string scratch;
    TRY(reader.scan(EventReader::WithRaw::Yes, cancel, [&](const EventRecord &record) {
        if (record.row <= last)
            parts[(record.row.value - 1) / RowsPerPart] +=
                {.events = 1, .content = contentHash(record, scratch)};
    }));
    return parts;
}

void compareBatches(const std::vector<CommitLine> &lines, const ArchiveSums &sums,
                    std::vector<ArchiveFault> &faults)
{
    for (const CommitLine &line : lines) {
        const auto found = sums.batches.find(line.batch);
        const EventSum there = found == sums.batches.end() ? EventSum() : found->second;
        if (there != EventSum{line.content.rows, line.content.contentSum}) {
            faults.push_back({.kind = ArchiveFault::Kind::Batch,
                              .batch = line.batch,
                              .expected = line.content.rows,
                              .found = there.events});
        }
    }
}

void compareParts(const std::map<qint64, EventSum> &workspace, const std::map<qint64, EventSum> &archive,
                  std::vector<ArchiveFault> &faults)
{
    std::set<qint64> parts;
    for (const auto *side : {&workspace, &archive}) {
        for (const auto &[part, sum] : *side)
            parts.insert(part);
    }
    for (const qint64 part : parts) {
        const auto here = workspace.find(part);
        const auto there = archive.find(part);
        const EventSum expected = here == workspace.end() ? EventSum() : here->second;
        const EventSum found = there == archive.end() ? EventSum() : there->second;
        if (expected != found) {
            faults.push_back({.kind = ArchiveFault::Kind::Rows,
                              .firstRow = RowId{part * RowsPerPart + 1},
                              .lastRow = RowId{(part + 1) * RowsPerPart},
                              .expected = expected.events,
                              .found = found.events});
        }
    }
}

/// What was removed since the last push is in the archive still.
Result<void> requireNoNewRemovals(const EventReader &reader, const PushedUpTo &upTo)
{
    TRY(const RemovedAfter removed, reader.removedAfter(upTo.removal));
    const bool concerns = std::ranges::any_of(
        removed.ranges, [&upTo](const RemovedRange &range) { return range.first <= upTo.row; });
    if (!concerns)
        return {};
    return Error{.kind = ErrorKind::Rejected,
                 .message = Trailglass::tr(
                     "Events of this workspace were superseded or removed since the last push. Push first, "
                     "then check the archive.")};
}

} // namespace

QString ArchiveFault::text() const
{
    const QLocale locale;
    const QString there = locale.toString(found);
    const QString wanted = locale.toString(expected);
    if (kind == Kind::Batch) {
        const QString number = QString::number(batch);
        return expected == found
            ? Trailglass::tr("Batch %1: the events in the archive are not those that were pushed.")
                  .arg(number)
            : Trailglass::tr("Batch %1: events pushed: %2, in the archive: %3.").arg(number, wanted, there);
    }
    const QString first = QString::number(firstRow.value);
    const QString last = QString::number(lastRow.value);
    return expected == found
        ? Trailglass::tr("Rows %1 to %2: the events in the archive are not those of the workspace.")
              .arg(first, last)
        : Trailglass::tr("Rows %1 to %2: events in the workspace: %3, in the archive: %4.")
              .arg(first, last, wanted, there);
}

Result<ArchiveCheckReport> checkArchive(const EventReader &reader, ArchiveSession &session,
                                        const CancelToken &cancel,
                                        const std::function<void(double)> &progressed)
{
    TRY(inspectArchive(session, cancel));
    TRY(const QString identity, reader.identity());
    TRY(const quint32 origin, existingOrigin(session, {toUtf8(identity), {}}, cancel));
    TRY(const OriginLedger ledger, ArchiveLedger::ofOrigin(session, origin, cancel));
    TRY(requireNoNewRemovals(reader, ledger.upTo));
    TRY(const std::vector<CommitLine> lines, ArchiveLedger::batchesOf(session, origin, cancel));
    ArchiveSums sums;
    for (std::size_t first = 0; first < lines.size(); first += BatchesPerRequest) {
        const std::size_t count = std::min(BatchesPerRequest, lines.size() - first);
        TRY(addBatches(session, origin, std::span(lines).subspan(first, count), cancel, sums));
        if (progressed)
            progressed(static_cast<double>(first + count) / static_cast<double>(lines.size()));
    }
    TRY(const RowId lastRow, reader.lastRow());
    TRY(const auto workspace, sumsOfWorkspace(reader, ledger.upTo.row, cancel));
    ArchiveCheckReport report;
    report.batches = static_cast<qint64>(lines.size());
    report.events = ledger.events;
    report.notPushed = std::max<qint64>(0, lastRow.value - ledger.upTo.row.value);
    compareBatches(lines, sums, report.faults);
    compareParts(workspace, sums.parts, report.faults);
    return report;
}

} // namespace Trailglass
