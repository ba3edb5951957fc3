// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventreader.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/counters.h"
#include "models/store/eventrows.h"
#include "models/store/idindex.h"
#include "models/store/ledger.h"
#include "models/store/markreader.h"
#include "models/store/presettable.h"
#include "models/store/quarantinetable.h"
#include "models/store/rawstore.h"
#include "models/store/removedrows.h"
#include "models/store/reviewtable.h"
#include "models/store/runtable.h"
#include "models/store/sourcetable.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/transaction.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace Trailglass {

namespace {

std::string selectEvents(std::string_view rest)
{
    return std::string("SELECT ").append(EventRows::Columns).append(" FROM event ").append(rest);
}

Error lostRow(RowId row)
{
    return {.kind = ErrorKind::Storage,
            .message = tr("The event of row %1 cannot be found any more: the workspace's database is "
                          "damaged. “Check workspace…” in the window, or “trailglass-cli doctor”, says what "
                          "is affected. If you have a copy of trailglass.sqlite, restore it.")
                           .arg(row.value)};
}

} // namespace

class EventReader::Private
{
public:
    explicit Private(std::unique_ptr<SqlConnection> opened)
        : connection(std::move(opened))
        , rows(*connection)
        , marks(*connection)
    {
    }

    std::unique_ptr<SqlConnection> connection;
    EventRows rows;
    MarkReader marks;
    std::unique_ptr<RawStore> raws;
    Statement byRow;

    Result<void> prepare();
    /// Call before rows are read, in their transaction.
    Result<void> refresh();
    /// Fills \a record with the event of a row.
    /// \returns false when it is not listed
    Result<bool> read(RowId row, WithRaw raw, EventRecord &record);
    Result<bool> fill(const Statement &at, WithRaw raw, EventRecord &record, EventRows::HeldCodes &held);
    /// Visits the events that a statement selects, as scan() says.
    Result<void> visitAll(Statement &events, WithRaw raw,
                          const std::function<void(const EventRecord &)> &visit);
    /// \error Storage when one of the rows was not taken out by a newer event or a purge
    Result<void> requireGone(std::span<const RowId> absent);
    Result<std::vector<IdEntry>> candidates(SourceId source, std::string_view id);
};

Result<void> EventReader::Private::prepare()
{
    TRY(std::unique_ptr<RawStore> store, RawStore::open(*connection));
    raws = std::move(store);
    TRY(Statement statement, connection->prepare(selectEvents("WHERE row = ?")));
    byRow = std::move(statement);
    return {};
}

Result<void> EventReader::Private::refresh()
{
    TRY(rows.refresh());
    return marks.refresh();
}

Result<bool> EventReader::Private::fill(const Statement &at, WithRaw raw, EventRecord &record,
                                        EventRows::HeldCodes &held)
{
    TRY(const bool listed, rows.fill(at, record, held));
    if (listed) {
        TRY(marks.fill(record));
    }
    if (!listed || raw == WithRaw::No)
        return listed;
    TRY(const std::string_view bytes, raws->read(record.row));
    record.event.raw = bytes;
    return true;
}

Result<bool> EventReader::Private::read(RowId row, WithRaw raw, EventRecord &record)
{
    bool listed = false;
    TRY(byRow.bind(1, row.value).firstRow([&](const Statement &at) -> Result<void> {
        EventRows::HeldCodes held{};
        TRY(listed, fill(at, raw, record, held));
        return {};
    }));
    return listed;
}

Result<void> EventReader::Private::visitAll(Statement &events, WithRaw raw,
                                            const std::function<void(const EventRecord &)> &visit)
{
    std::optional<Error> damage;
    EventRecord record;
    EventRows::HeldCodes held{};
    TRY(events.forEachRow([&](const Statement &at) -> Result<void> {
        const Result<bool> listed = fill(at, raw, record, held);
        if (!listed && listed.error().kind == ErrorKind::Cancelled)
            return listed.error();
        if (!listed)
            damage = damage ? damage : listed.error();
        else if (*listed)
            visit(record);
        return {};
    }));
    if (damage)
        return *damage;
    return {};
}

Result<void> EventReader::Private::requireGone(std::span<const RowId> absent)
{
    if (absent.empty())
        return {};
    const auto [first, last] = std::ranges::minmax(absent);
    TRY(const RowId lastRow, readLastRow(*connection));
    TRY(const RemovedRows removed, RemovedRows::load(*connection, first, last));
    for (const RowId row : absent) {
        // A row that was not given yet is one of another database, which stood in this one's place.
        if (row >= RowId{1} && row <= lastRow && !removed.contains(row))
            return lostRow(row);
    }
    return {};
}

Result<std::vector<IdEntry>> EventReader::Private::candidates(SourceId source, std::string_view id)
{
    TRY(IdIndex index, IdIndex::open(*connection));
    TRY(index.refresh());
    const quint64 hash = IdIndex::hash(source, id);
    return index.find({&hash, 1});
}

EventReader::EventReader(std::unique_ptr<Private> content)
    : d(std::move(content))
{
}

EventReader::~EventReader() = default;

Result<std::unique_ptr<EventReader>> EventReader::open(const QString &workspace)
{
    TRY(std::unique_ptr<SqlConnection> connection, SqlConnection::openForReading(workspace));
    auto content = std::make_unique<Private>(std::move(connection));
    TRY(content->prepare());
    return std::unique_ptr<EventReader>(new EventReader(std::move(content)));
}

void EventReader::interrupt()
{
    d->connection->interrupt();
}

Result<QList<SourceRecord>> EventReader::sources() const
{
    return SourceTable::all(*d->connection);
}

Result<SourceRecord> EventReader::source(const QString &name) const
{
    return SourceTable::named(*d->connection, name);
}

Result<SourceState> EventReader::sourceState(SourceId source) const
{
    return SourceTable::state(*d->connection, source);
}

Result<std::vector<CoverageEntry>> EventReader::coverage(SourceId source) const
{
    return Ledger::coverage(*d->connection, source);
}

Result<std::vector<QuarantineEntry>> EventReader::quarantine(const QuarantineRange &range) const
{
    return QuarantineTable::list(*d->connection, range);
}

Result<bool> EventReader::hasQuarantined(SourceId source) const
{
    return QuarantineTable::isThere(*d->connection, source);
}

Result<QuarantineEntry> EventReader::quarantined(qint64 id) const
{
    return QuarantineTable::at(*d->connection, id);
}

Result<std::vector<RunRecord>> EventReader::runs(std::optional<SourceId> source, int limit) const
{
    return RunTable::newest(*d->connection, source, limit);
}

Result<std::optional<RunRecord>> EventReader::lastCompleteSync(SourceId source) const
{
    return RunTable::lastSync(*d->connection, source, RunStatus::Ok);
}

Result<std::optional<RunRecord>> EventReader::lastSyncWithGap(SourceId source) const
{
    return RunTable::lastSync(*d->connection, source, RunStatus::OkWithGap);
}

Result<QList<Preset>> EventReader::presets() const
{
    return PresetTable::all(*d->connection);
}

Result<std::vector<ReviewEntry>> EventReader::reviewLog(int limit) const
{
    return ReviewTable::log(*d->connection, limit);
}

Result<std::vector<ReviewEntry>> EventReader::lastReviews() const
{
    return ReviewTable::lastEntries(*d->connection);
}

Result<RowId> EventReader::reviewedRow(const QString &reviewer, const QString &name) const
{
    return ReviewTable::reviewedRow(*d->connection, reviewer, name);
}

Result<qint64> EventReader::reviewVersion() const
{
    return ReviewTable::version(*d->connection);
}

Result<void> EventReader::visitMarks(const std::function<void(const EventMark &)> &visit) const
{
    return ReviewTable::visitMarks(*d->connection, visit);
}

Result<void> EventReader::visitNotes(const std::function<void(const EventNote &)> &visit) const
{
    return ReviewTable::visitNotes(*d->connection, visit);
}

Result<QString> EventReader::identity() const
{
    TRY(Counters counters, Counters::open(*d->connection));
    TRY(const qint64 number, counters.value(Counters::Identity));
    // Others could claim a number that every workspace without one has.
    if (number <= 0)
        return damagedDatabase(QStringLiteral("no identity"));
    return QString::number(number, 16).rightJustified(16, QLatin1Char('0'));
}

Result<RowId> EventReader::lastRow() const
{
    return readLastRow(*d->connection);
}

Result<qint64> EventReader::dataVersion() const
{
    return d->connection->integer("PRAGMA data_version");
}

Result<RemovedAfter> EventReader::removedAfter(qint64 sequence) const
{
    RemovedAfter removed{.sequence = sequence, .ranges = {}};
    TRY(visitRemovals(*d->connection, sequence, [&removed](qint64 number, const RemovedRange &range) {
        removed.sequence = number;
        removed.ranges.push_back(range);
    }));
    return removed;
}

Result<std::vector<EventRecord>> EventReader::records(std::span<const RowId> rows, WithRaw raw) const
{
    TRY([[maybe_unused]] const ReadTransaction transaction, ReadTransaction::begin(*d->connection));
    TRY(d->refresh());
    std::vector<EventRecord> records;
    records.reserve(rows.size());
    std::vector<RowId> absent;
    for (const RowId row : rows) {
        EventRecord record;
        TRY(const bool listed, d->read(row, raw, record));
        if (listed)
            records.push_back(std::move(record));
        else
            absent.push_back(row);
    }
    TRY(d->requireGone(absent));
    return records;
}

Result<EventRecord> EventReader::find(const QString &source, std::string_view id) const
{
    TRY([[maybe_unused]] const ReadTransaction transaction, ReadTransaction::begin(*d->connection));
    TRY(const SourceRecord named, this->source(source));
    TRY(d->refresh());
    TRY(const std::vector<IdEntry> candidates, d->candidates(named.id, id));
    const std::string sourceName = toUtf8(source);
    for (const IdEntry &candidate : candidates) {
        EventRecord record;
        TRY(const bool listed, d->read(candidate.row, WithRaw::Yes, record));
        if (listed && record.event.id == id && record.source == sourceName)
            return record;
    }
    return Error{.kind = ErrorKind::NotFound,
                 .message =
                     Trailglass::tr("There is no event %1 of %2.").arg(visibleText(id), visibleText(source))};
}

Result<void> EventReader::scan(WithRaw raw, const CancelToken &cancel,
                               const std::function<void(const EventRecord &)> &visit) const
{
    TRY([[maybe_unused]] const ReadTransaction transaction, ReadTransaction::begin(*d->connection));
    const CancelScope scope(*d->connection, cancel);
    TRY(d->refresh());
    TRY(Statement events, d->connection->prepare(selectEvents("ORDER BY row")));
    return d->visitAll(events, raw, visit);
}

Result<void> EventReader::scan(const EventRange &range, WithRaw raw, const CancelToken &cancel,
                               const std::function<void(const EventRecord &)> &visit) const
{
    TRY([[maybe_unused]] const ReadTransaction transaction, ReadTransaction::begin(*d->connection));
    const CancelScope scope(*d->connection, cancel);
    TRY(d->refresh());
    TRY(Statement events, d->connection->prepare(selectEvents("WHERE row BETWEEN ? AND ? ORDER BY row")));
    events.bind(1, range.first.value).bind(2, range.last.value);
    return d->visitAll(events, raw, visit);
}

Result<std::vector<EventRange>> EventReader::ranges(qint64 rows) const
{
    using Numbers = std::numeric_limits<qint64>;
    TRY([[maybe_unused]] const ReadTransaction transaction, ReadTransaction::begin(*d->connection));
    TRY(Statement next, d->connection->prepare("SELECT row FROM event WHERE row >= ? ORDER BY row LIMIT 1"));
    std::vector<EventRange> ranges{{.first = {Numbers::min()}, .last = {Numbers::max()}}};
    for (RowId from{1};;) {
        RowId found;
        TRY(next.bind(1, from.value).firstRow([&found](const Statement &row) { found = {row.integer(0)}; }));
        // A damaged tree may give a row from before.
        if (found < from || !StoredRanges::Row.holds(found.value))
            return ranges;
        const RowId begin{found.value - found.value % rows};
        if (begin.value > 0) {
            ranges.back().last = {begin.value - 1};
            ranges.push_back({.first = begin, .last = {Numbers::max()}});
        }
        from = {begin.value + rows};
    }
}

} // namespace Trailglass
