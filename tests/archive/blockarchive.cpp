// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/blockarchive.h"

#include "models/archive/snapshotsql.h"
#include "models/query/sortorder.h"
#include "tests/archive/fakerecords.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace Trailglass::Testing {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Step = 10; ///< µs from event to event
constexpr qint64 FirstTime = 1'000; ///< of event 1

EventKey keyOf(qint64 number)
{
    return {UtcMicros{FirstTime + (number - 1) * Step}, *ArchiveRow{1, RowId{number}}.id()};
}

/// The numbers in a query.
std::vector<qint64> numbersIn(const QByteArray &sql, const QString &pattern)
{
    const auto found = QRegularExpression(pattern).match(QString::fromUtf8(sql));
    std::vector<qint64> numbers;
    for (int index = 1; index <= found.lastCapturedIndex(); ++index)
        numbers.push_back(found.captured(index).toLongLong());
    return numbers;
}

void appendKey(RowBinaryWriter &rows, const EventKey &key)
{
    const ArchiveRow row = ArchiveRow::of(key.row);
    rows.number(key.created.value).number(row.origin).number(row.row.value);
}

Support::Response resultOf(const RowBinaryWriter &rows)
{
    return FakeArchive::result(QByteArray::fromStdString(rows.bytes()));
}

} // namespace

BlockArchive::BlockArchive(Change change, qint64 events)
    : m_change(std::move(change))
    , m_events(events)
    , m_archive([this](const Support::Request &request) { return respond(request); })
{
}

std::shared_ptr<const ArchiveResult> BlockArchive::result() const
{
    std::vector<TimeBin> bins;
    for (qint64 last = m_events; last > 0; last -= BinRows) {
        TimeBin bin{keyOf(last - BinRows + 1).created, keyOf(last + 1).created, 0};
        for (qint64 number = last - BinRows + 1; number <= last; ++number)
            bin.count += takenBack.contains(number) ? 0U : 1U;
        bins.push_back(bin);
    }
    const Watermark watermark{{{1, 1}}, {}};
    auto events = std::make_shared<const ArchiveEvents>(
        m_archive.place(), ArchiveState{.watermark = watermark, .events = m_events, .created = {}});
    return std::make_shared<const ArchiveResult>(ResultQuery{std::move(events), "1",
                                                             fromEvents(watermark, "1"),
                                                             orderSql(defaultSortOrder(), nullptr)},
                                                 PlaceIndex(std::move(bins)), std::make_shared<const int>());
}

std::vector<qint64> BlockArchive::rows() const
{
    std::vector<qint64> rows;
    for (qint64 number = m_events; number > 0; --number) {
        if (!takenBack.contains(number) && !deleted.contains(number))
            rows.push_back(number);
    }
    return rows;
}

/// Those that count and are of the time that a query is about, the newest first.
std::vector<EventKey> BlockArchive::rowsIn(const QByteArray &sql) const
{
    const auto time = numbersIn(sql, u"created >= (\\d+) AND created < (\\d+)"_s);
    std::vector<EventKey> found;
    for (const qint64 number : rows()) {
        const EventKey key = keyOf(number);
        if (key.created.value >= time.at(0) && key.created.value < time.at(1))
            found.push_back(key);
    }
    return found;
}

Support::Response BlockArchive::blockOf(const Support::Request &request)
{
    if (!hasPrewhere && request.body.contains(" PREWHERE ")) {
        return FakeArchive::refusal(
            500, "Code: 182. DB::Exception: Storage View doesn't support PREWHERE. (ILLEGAL_PREWHERE)");
    }
    RowBinaryWriter rows;
    std::size_t count = 0;
    for (const EventKey &key : rowsIn(request.body)) {
        appendRecord(rows, key);
        rows.number(qint8{1});
        ++count;
        const EventKey older{key.created - Step, RowId{key.row.value - 1}};
        if (!takenBack.contains(ArchiveRow::of(older.row).row.value))
            continue;
        for (const qint8 sign : {qint8{1}, qint8{-1}}) {
            appendRecord(rows, older);
            rows.number(sign);
        }
    }
    const int block = ++m_blocks;
    return m_change ? m_change(block, count, resultOf(rows)) : resultOf(rows);
}

Support::Response BlockArchive::respond(const Support::Request &request)
{
    const QByteArray &sql = request.body;
    if (sql.contains(", sign FROM event "))
        return blockOf(request);
    RowBinaryWriter rows;
    if (sql.startsWith("SELECT toInt64(sum(sign))")) {
        rows.number(static_cast<qint64>(rowsIn(sql).size()));
    } else if (sql.startsWith("SELECT toInt64(intDiv(")) {
        const auto division = numbersIn(sql, u"intDiv\\(\\(created - (\\d+)\\), (\\d+)\\)"_s);
        std::map<qint64, qint64> groups;
        for (const EventKey &key : rowsIn(sql))
            ++groups[(key.created.value - division.at(0)) / division.at(1)];
        for (const auto &[group, count] : groups)
            rows.number(group).number(count);
    } else if (sql.startsWith("SELECT created, origin, row FROM (")) {
        const auto limit = numbersIn(sql, u"LIMIT (\\d+), (\\d+)"_s);
        const auto found = rowsIn(sql);
        const qint64 end = std::min(limit.at(0) + limit.at(1), static_cast<qint64>(found.size()));
        for (qint64 place = limit.at(0); place < end; ++place)
            appendKey(rows, found[static_cast<std::size_t>(place)]);
    } else {
        for (qint64 number = 1; number <= m_events; ++number) {
            if (sql.contains(tupleOf(keyOf(number))))
                appendRecord(rows, keyOf(number));
        }
    }
    return resultOf(rows);
}

} // namespace Trailglass::Testing
