// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveledger.h"

#include "models/archive/archivesession.h"
#include "models/archive/rowbinary.h"
#include "models/core/translation.h"
#include "models/store/storedrow.h"

#include <algorithm>
#include <charconv>

namespace Trailglass {

namespace {

/// A row for each batch: what its lines come to. A line of Void outweighs every other one.
ArchiveSql batchesSql(const ArchiveSql &condition)
{
    return "(SELECT origin, batch, max(state = 1) AND NOT max(state = 0) AS counts, max(state = 0) AS "
           "is_void, "
           "anyIf(month, state = 1) AS batch_month, anyIf(rows, state = 1) AS batch_rows, "
           "anyIf(created_sum, state = 1) AS batch_created_sum, anyIf(content_sum, state = 1) AS "
           "batch_content_sum, "
           "anyIf(first_created, state = 1) AS batch_first, anyIf(last_created, state = 1) AS batch_last, "
           "max(last_row) AS batch_last_row, max(last_removal) AS batch_last_removal "
           "FROM commit WHERE "
        + condition + " GROUP BY origin, batch)";
}

ArchiveSql isOfOrigin(quint32 origin)
{
    return "origin = " + ArchiveSql::number(quint64{origin});
}

/// A list of numbers as texts, since those are what RowBinaryReader reads lists of.
ArchiveSql listOfBatches(const ArchiveSql &condition)
{
    return "arrayMap(x -> toString(x), groupArrayIf(batch, " + condition + "))";
}

Error impossibleTimes()
{
    return {ErrorKind::Malformed,
            Trailglass::tr(
                "The archive says that it has events outside of the years 1 to 9999. Its administrator "
                "should look at the table “commit”.")};
}

std::vector<quint64> readNumbers(RowBinaryReader &reader)
{
    std::vector<std::string_view> texts;
    reader.readTexts(texts);
    std::vector<quint64> numbers;
    for (const std::string_view text : texts) {
        quint64 number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        numbers.push_back(number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

} // namespace

ArchiveSql OriginLedger::counting(quint32 origin) const
{
    std::vector<ArchiveSql> conditions{isOfOrigin(origin), "batch <= " + ArchiveSql::number(lastBatch)};
    if (!without.empty()) {
        std::vector<ArchiveSql> numbers;
        for (const quint64 number : without)
            numbers.push_back(ArchiveSql::number(number));
        conditions.push_back("batch NOT IN (" + joinSql(numbers, ", ") + ")");
    }
    return allOf(conditions);
}

namespace ArchiveLedger {

Result<ArchiveState> state(ArchiveSession &session, const CancelToken &cancel)
{
    const ArchiveSql sql = "SELECT toUInt32(origin), toUInt64(maxIf(batch, counts)), "
        + listOfBatches("NOT counts")
        + ", toInt64(sumIf(batch_rows, counts)), toUInt8(max(counts AND batch_rows > 0)), "
          "toInt64(minIf(batch_first, counts AND batch_rows > 0)), "
          "toInt64(maxIf(batch_last, counts AND batch_rows > 0)) FROM "
        + batchesSql("1") + " GROUP BY origin ORDER BY origin";
    TRY(const QByteArray bytes, session.ask(sql, cancel));
    RowBinaryReader reader(bytes);
    ArchiveState state;
    while (!reader.atEnd()) {
        const quint32 origin = reader.readUInt32();
        const quint64 lastBatch = reader.readUInt64();
        const std::vector<quint64> without = readNumbers(reader);
        state.events += reader.readInt64();
        const bool hasEvents = reader.readUInt8() != 0;
        const UtcMicros first{reader.readInt64()};
        const UtcMicros last{reader.readInt64()};
        TRY(reader.check());
        if (lastBatch == 0)
            continue;
        state.watermark.last.emplace_back(origin, lastBatch);
        for (const quint64 number : without) {
            if (number < lastBatch)
                state.watermark.voids.emplace_back(origin, number);
        }
        if (hasEvents && !(StoredRanges::Time.holds(first.value) && StoredRanges::Time.holds(last.value)))
            return impossibleTimes();
        if (hasEvents) {
            const UtcMicros end = last + 1;
            state.created.from = state.created.from ? std::min(*state.created.from, first) : first;
            state.created.to = state.created.to ? std::max(*state.created.to, end) : end;
        }
    }
    return state;
}

Result<OriginLedger> ofOrigin(ArchiveSession &session, quint32 origin, const CancelToken &cancel)
{
    const ArchiveSql sql = "SELECT toUInt64(max(batch)), toUInt64(maxIf(batch, counts)), "
        + listOfBatches("NOT counts") + ", " + listOfBatches("NOT counts AND NOT is_void")
        + ", toInt64(maxIf(batch_last_row, counts)), toInt64(maxIf(batch_last_removal, counts)), "
          "toInt64(sumIf(batch_rows, counts)) FROM "
        + batchesSql(isOfOrigin(origin));
    TRY(const QByteArray bytes, session.ask(sql, cancel));
    RowBinaryReader reader(bytes);
    OriginLedger ledger;
    ledger.lastNumber = reader.readUInt64();
    ledger.lastBatch = reader.readUInt64();
    ledger.without = readNumbers(reader);
    ledger.begun = readNumbers(reader);
    ledger.upTo.row.value = reader.readInt64();
    ledger.upTo.removal = reader.readInt64();
    ledger.events = reader.readInt64();
    TRY(reader.check());
    std::erase_if(ledger.without, [&ledger](quint64 number) { return number > ledger.lastBatch; });
    return ledger;
}

Result<std::vector<CommitLine>> batchesOf(ArchiveSession &session, quint32 origin, const CancelToken &cancel)
{
    const ArchiveSql sql = "SELECT toUInt64(batch), toUInt32(batch_month), toInt64(batch_rows), "
                           "toUInt64(batch_created_sum), toUInt64(batch_content_sum), toInt64(batch_first), "
                           "toInt64(batch_last) FROM "
        + batchesSql(isOfOrigin(origin)) + " WHERE counts ORDER BY batch";
    TRY(const QByteArray bytes, session.ask(sql, cancel));
    RowBinaryReader reader(bytes);
    std::vector<CommitLine> lines;
    while (!reader.atEnd()) {
        CommitLine line{.batch = reader.readUInt64(), .state = BatchState::Counts};
        line.content.month = reader.readUInt32();
        line.content.rows = reader.readInt64();
        line.content.createdSum = reader.readUInt64();
        line.content.contentSum = reader.readUInt64();
        line.content.firstCreated.value = reader.readInt64();
        line.content.lastCreated.value = reader.readInt64();
        TRY(reader.check());
        lines.push_back(line);
    }
    return lines;
}

Result<bool> hasOtherWriter(ArchiveSession &session, const PushIdentity &writer, quint64 first,
                            const CancelToken &cancel)
{
    TRY(const QByteArray bytes,
        session.ask("SELECT toUInt64(count()) FROM commit WHERE " + isOfOrigin(writer.origin)
                        + " AND batch >= " + ArchiveSql::number(first)
                        + " AND attempt != " + ArchiveSql::number(writer.attempt),
                    cancel));
    RowBinaryReader reader(bytes);
    const bool hasOther = reader.readUInt64() > 0;
    TRY(reader.check());
    return hasOther;
}

} // namespace ArchiveLedger

} // namespace Trailglass
