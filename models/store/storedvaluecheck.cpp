// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/storedvaluecheck.h"

#include "models/core/countargument.h"
#include "models/core/event.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/counters.h"
#include "models/store/dictionary.h"
#include "models/store/dictionarydamage.h"
#include "models/store/ledger.h"
#include "models/store/presettable.h"
#include "models/store/quarantinetable.h"
#include "models/store/rawblock.h"
#include "models/store/removedrows.h"
#include "models/store/reviewtable.h"
#include "models/store/runtable.h"
#include "models/store/sourcetable.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treevaluecheck.h"

#include <array>
#include <functional>
#include <iterator>
#include <string>

namespace Trailglass {

namespace {

std::string isOutside(std::string_view column, StoredRange range)
{
    return std::string(column) + " NOT BETWEEN " + std::to_string(range.least) + " AND "
        + std::to_string(range.greatest);
}

/// SQLite itself reports NULL and other storage classes: the table is STRICT.
std::string eventIsOutside()
{
    std::string sql = isOutside("row", StoredRanges::Row) + " OR " + isOutside("source", StoredRanges::Source)
        + " OR " + isOutside("op", {0, static_cast<qint64>(Operation::Other)}) + " OR "
        + isOutside("outcome", {0, static_cast<qint64>(Outcome::Unknown)});
    for (const char *column : {"created", "received", "revised"})
        sql += " OR " + isOutside(column, StoredRanges::Time);
    for (const char *column :
         {"action", "category", "actor_id", "actor_email", "actor_name", "actor_type", "target_name",
          "target_type", "ip", "user_agent", "channel", "workspace", "environment"})
        sql += " OR " + isOutside(column, StoredRanges::Code);
    return sql;
}

Result<void> checkSources(SqlConnection &connection)
{
    TRY(const QList<SourceRecord> sources, SourceTable::all(connection));
    for (const SourceRecord &source : sources) {
        if (!vendorFromName(toUtf8(source.type)))
            return impossibleValue("source", "type");
        TRY(SourceTable::state(connection, source.id));
        TRY(Ledger::coverage(connection, source.id));
    }
    return {};
}

Result<void> checkCounters(SqlConnection &connection)
{
    TRY(Counters counters, Counters::open(connection));
    for (const std::string_view name : {Counters::Row, Counters::RecentIds, Counters::Identity}) {
        TRY(counters.value(name));
    }
    return {};
}

Result<void> checkDictionaryCodes(SqlConnection &connection)
{
    for (std::size_t number = 1; number < Schema::DictionaryCount; ++number) {
        TRY(readDictionary(connection, static_cast<Schema::Dictionary>(number), 0, [](qint64, auto) {}));
    }
    return {};
}

/// It is a problem when \a sql counts any rows.
/// \param text  says so, of a number for `%Ln`
Result<void> checkNone(SqlConnection &connection, const std::string &sql, QString (*text)(int count),
                       QStringList &problems)
{
    TRY(const qint64 count, connection.integer(sql));
    if (count > 0)
        problems.append(text(countArgument(count)));
    return {};
}

QString impossibleSources(int count)
{
    return Trailglass::tr("%Ln source(s) have a number that cannot be right.", nullptr, count);
}

QString impossibleEvents(int count)
{
    return Trailglass::tr("%Ln event(s) hold a number that cannot be right.", nullptr, count);
}

QString impossibleBlocks(int count)
{
    return Trailglass::tr("%Ln block(s) of JSON state a size that cannot be right.", nullptr, count);
}

Result<void> checkDictionaryTexts(SqlConnection &connection, QStringList &problems)
{
    TRY(const std::vector<DamagedText> damaged, damagedTexts(connection));
    if (!damaged.empty())
        problems.append(Trailglass::tr("%Ln text(s) of fields are not as they were stored. To restore those "
                                       "that can be read from the JSON of the events: “Check workspace…” and "
                                       "“Repair” in the window, or “trailglass-cli doctor --repair”.",
                                       nullptr, countArgument(std::ssize(damaged))));
    return {};
}

} // namespace

Result<void> addProblem(const Result<void> &check, QStringList &problems)
{
    if (check || check.error().kind == ErrorKind::Cancelled)
        return check;
    problems.append(check.error().message);
    return {};
}

Result<void> checkSequences(SqlConnection &connection)
{
    TRY(Statement sequences, connection.prepare("SELECT seq, name FROM sqlite_sequence"));
    return forEachStoredRow(sequences, "sqlite_sequence", [](StoredRow &row) {
        const std::string_view table = row.text(1);
        const StoredRange range = table == "superseded" ? StoredRanges::Sequence
            : table == "source"                         ? StoredRanges::Source
                                                        : StoredRanges::Run;
        // One below the greatest, so that the next number is in range too.
        row.number(0, {0, range.greatest - 1});
    });
}

Result<QStringList> checkStoredValues(SqlConnection &connection)
{
    QStringList problems;
    // Each checks a table of its own: damage in one says nothing about the others.
    const std::array<std::function<Result<void>()>, 14> checks{
        [&] { return checkSources(connection); },
        [&] {
            // Includes those that are being purged, which checkSources() does not list.
            return checkNone(connection,
                             "SELECT count(*) FROM source WHERE " + isOutside("id", StoredRanges::Source),
                             impossibleSources, problems);
        },
        [&] { return QuarantineTable::visit(connection, {}, [](QuarantineEntry &&) {}); },
        [&] { return RunTable::check(connection); },
        [&] { return checkCounters(connection); },
        [&] { return visitRemovals(connection, 0, [](qint64, const RemovedRange &) {}); },
        [&] { return PresetTable::check(connection); },
        [&] { return ReviewTable::check(connection); },
        [&] { return checkTreeValues(connection); },
        [&] { return checkDictionaryCodes(connection); },
        [&] { return checkDictionaryTexts(connection, problems); },
        [&] {
            return checkNone(connection, "SELECT count(*) FROM event WHERE " + eventIsOutside(),
                             impossibleEvents, problems);
        },
        [&] {
            return checkNone(connection,
                             "SELECT count(*) FROM raw_block WHERE "
                                 + isOutside("bytes", {0, static_cast<qint64>(RawBlock::UnpackedLimit)}),
                             impossibleBlocks, problems);
        },
        [&] { return checkSequences(connection); },
    };
    for (const auto &check : checks) {
        TRY(addProblem(check(), problems));
    }
    return problems;
}

} // namespace Trailglass
