// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/integrity.h"

#include "models/core/countargument.h"
#include "models/core/orderedpieces.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/idindex.h"
#include "models/store/rawstore.h"
#include "models/store/removedrows.h"
#include "models/store/schema.h"
#include "models/store/signaturecheck.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"
#include "models/store/storedvaluecheck.h"
#include "models/store/transaction.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

namespace Trailglass {

namespace {

/// Events looked up in the id index together: for so many, all of its new entries are read once, and each chunk once.
constexpr std::size_t BatchSize = 500'000;

/// A statement whose rows are problems.
struct RowCheck
{
    std::string sql;
    QString (*text)(const Statement &row) = nullptr; ///< of a row
    int cost = 0; ///< as IntegrityCheck::cost
};

Result<void> checkRows(SqlConnection &connection, const RowCheck &check, QStringList &problems)
{
    TRY(Statement statement, connection.prepare(check.sql));
    return statement.forEachRow([&](const Statement &row) { problems.append(check.text(row)); });
}

/// The first column of a row, as an argument of a sentence.
QString shownText(const Statement &row)
{
    return visibleText(row.text(0));
}

/// The first column of a row, for `%Ln`.
int shownCount(const Statement &row)
{
    return countArgument(row.integer(0));
}

std::vector<RowCheck> structureChecks()
{
    return {
        {"SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
         [](const Statement &row) {
             return Trailglass::tr("The database file is damaged: %1.").arg(shownText(row));
         },
         20},
        {"SELECT \"table\" FROM pragma_foreign_key_check",
         [](const Statement &row) {
             return Trailglass::tr("A row of table %1 belongs to a source that is not there.")
                 .arg(shownText(row));
         }},
        {"SELECT count(*) FROM event WHERE source NOT IN (SELECT id FROM source) HAVING count(*) > 0",
         [](const Statement &row) {
             return Trailglass::tr("%Ln event(s) belong to a source that is not there.", nullptr,
                                   shownCount(row));
         },
         2},
        {"SELECT s.id FROM source AS s LEFT JOIN (SELECT source, count(*) AS events, min(created) AS "
         "earliest, "
         "max(created) AS latest FROM event GROUP BY source) AS e ON e.source = s.id WHERE s.name IS NOT "
         "NULL AND "
         "(s.events <> coalesce(e.events, 0) OR s.earliest IS NOT e.earliest OR s.latest IS NOT e.latest)",
         [](const Statement &row) {
             return Trailglass::tr("The number or times of the events kept with source %1 are wrong.")
                 .arg(shownText(row));
         },
         5},
        {"SELECT count(*) FROM event WHERE row > coalesce((SELECT value FROM counter WHERE name = 'row'), 0) "
         "HAVING count(*) > 0",
         [](const Statement &row) {
             return Trailglass::tr("%Ln event(s) have a row that was never given out.", nullptr,
                                   shownCount(row));
         }},
        {"SELECT count(*)" + std::string(FromListedAmongRemoved) + "HAVING count(*) > 0",
         [](const Statement &row) {
             return Trailglass::tr("%Ln event(s) are listed although they were superseded.", nullptr,
                                   shownCount(row));
         }},
    };
}

/// The codes of each dictionary that have a text.
using CodesWithText = std::array<std::vector<bool>, Schema::DictionaryCount>;

Result<CodesWithText> codesWithText(SqlConnection &connection)
{
    CodesWithText known;
    TRY(Statement codes, connection.prepare("SELECT dictionary, code FROM dictionary"));
    TRY(codes.forEachRow([&known](const Statement &row) {
        const qint64 dictionary = row.integer(0);
        const qint64 code = row.integer(1);
        // Those that cannot be right are found by another check.
        if (!StoredRanges::Dictionary.holds(dictionary) || !StoredRanges::Code.holds(code))
            return;
        std::vector<bool> &ofDictionary = known[static_cast<std::size_t>(dictionary)];
        const auto place = static_cast<std::size_t>(code);
        if (ofDictionary.size() <= place)
            ofDictionary.resize(place + 1);
        ofDictionary[place] = true;
    }));
    return known;
}

bool hasText(const std::vector<bool> &known, qint64 code)
{
    return code >= 0 && static_cast<std::size_t>(code) < known.size()
        && known[static_cast<std::size_t>(code)];
}

/// In one pass: a look-up of each code of each event would take longer than all other checks together.
Result<void> checkDictionaries(SqlConnection &connection, QStringList &problems)
{
    std::vector<Field> fields;
    std::string sql;
    for (const Field field : allFields()) {
        if (Schema::dictionaryOf(field) == Schema::Dictionary::None)
            continue;
        sql += (sql.empty() ? "SELECT " : ", ") + Schema::valueExpression(field);
        fields.push_back(field);
    }
    TRY(const CodesWithText known, codesWithText(connection));
    TRY(Statement events, connection.prepare(sql + " FROM event"));
    std::vector<qint64> unknown(fields.size());
    TRY(events.forEachRow([&](const Statement &row) {
        for (std::size_t place = 0; place < fields.size(); ++place) {
            const int column = static_cast<int>(place);
            const qint64 code = row.integer(column);
            if (code == 0 && row.isNull(column))
                continue;
            const auto dictionary = static_cast<std::size_t>(Schema::dictionaryOf(fields[place]));
            unknown[place] += hasText(known[dictionary], code) ? 0 : 1;
        }
    }));
    for (std::size_t place = 0; place < fields.size(); ++place) {
        if (unknown[place] > 0)
            problems.append(Trailglass::tr("%Ln event(s) have a value of %1 that has no text.", nullptr,
                                           countArgument(unknown[place]))
                                .arg(toQString(name(fields[place]))));
    }
    return {};
}

Result<void> checkRaw(SqlConnection &connection, const CancelToken &cancel, QStringList &problems)
{
    TRY(const std::unique_ptr<RawStore> raws, RawStore::open(connection));
    qint64 found = 0;
    const Result<void> scanned =
        raws->scan(RowId{1}, IdChunk::GreatestRow, cancel, [&found](RowId, std::string_view) { ++found; });
    if (!scanned)
        return addProblem(scanned, problems);
    TRY(const qint64 events,
        connection.integer("SELECT count(*) FROM event JOIN source ON source.id = event.source WHERE "
                           "source.name IS NOT NULL"));
    if (events != found)
        problems.append(
            Trailglass::tr("There are %Ln event(s), but the JSON of %1.", nullptr, countArgument(events))
                .arg(QLocale().toString(found)));
    return {};
}

/// \returns how many of the entries are missing in the index; clears \a batch
Result<qint64> countUnknown(IdIndex &index, std::vector<IdEntry> &batch)
{
    std::ranges::sort(batch);
    std::vector<quint64> hashes;
    for (const IdEntry &entry : batch) {
        if (hashes.empty() || hashes.back() != entry.hash)
            hashes.push_back(entry.hash);
    }
    TRY(std::vector<IdEntry> found, index.find(hashes));
    std::ranges::sort(found);
    qint64 unknown = 0;
    auto next = found.cbegin();
    for (const IdEntry &entry : batch) {
        while (next != found.cend() && *next < entry)
            ++next;
        unknown += next != found.cend() && *next == entry ? 0 : 1;
    }
    batch.clear();
    return unknown;
}

Result<void> checkIds(SqlConnection &connection, QStringList &problems)
{
    TRY(IdIndex index, IdIndex::open(connection));
    TRY(index.refresh());
    TRY(Statement events, connection.prepare("SELECT row, source, id FROM event"));
    qint64 unknown = 0;
    std::vector<IdEntry> batch;
    const auto lookUp = [&]() -> Result<void> {
        TRY(const qint64 missing, countUnknown(index, batch));
        unknown += missing;
        return {};
    };
    TRY(events.forEachRow([&](const Statement &row) -> Result<void> {
        batch.push_back({.hash = IdIndex::hash({row.integer(1)}, row.text(2)), .row = {row.integer(0)}});
        return batch.size() < BatchSize ? Result<void>() : lookUp();
    }));
    TRY(lookUp());
    if (unknown > 0)
        problems.append(
            Trailglass::tr("%Ln event(s) cannot be found by their id.", nullptr, countArgument(unknown)));
    return {};
}

Result<void> checkValues(SqlConnection &connection, QStringList &problems)
{
    TRY(const QStringList found, checkStoredValues(connection));
    problems += found;
    return {};
}

/// A part of the check, which needs none of the others.
struct IntegrityCheck
{
    std::function<Result<void>(SqlConnection &connection, QStringList &problems)> find;
    int cost = 0; ///< about how long it takes, in tenths of a microsecond an event
};

/// In the order of their sentences.
std::vector<IntegrityCheck> integrityChecks(const CancelToken &cancel)
{
    std::vector<IntegrityCheck> checks{{[&cancel](SqlConnection &connection, QStringList &problems) {
                                            return checkRaw(connection, cancel, problems);
                                        },
                                        10},
                                       {checkValues, 15}};
    for (const RowCheck &check : structureChecks()) {
        checks.push_back({[check](SqlConnection &connection, QStringList &problems) {
                              return checkRows(connection, check, problems);
                          },
                          check.cost});
    }
    checks.push_back({checkDictionaries, 10});
    checks.push_back({checkIds, 12});
    return checks;
}

/// The places of checks, the longest first: one that was begun last would keep a thread busy while the others have nothing
/// left to do.
std::vector<std::size_t> longestFirst(const std::vector<IntegrityCheck> &checks)
{
    std::vector<std::size_t> places(checks.size());
    std::iota(places.begin(), places.end(), std::size_t(0));
    std::ranges::stable_sort(places, std::ranges::greater(),
                             [&checks](std::size_t place) { return checks[place].cost; });
    return places;
}

/// Does a part with a connection of its own.
Result<QStringList> problemsOf(const IntegrityCheck &check, const QString &workspace,
                               const CancelToken &cancel)
{
    TRY(const std::unique_ptr<SqlConnection> connection, SqlConnection::openForReading(workspace));
    TRY([[maybe_unused]] const ReadTransaction transaction, ReadTransaction::begin(*connection));
    // Without a CancelScope here: the scan of the JSON sets one of its own, and there can be only one.
    const InterruptWhenCancelled interrupt(*connection, cancel);
    QStringList problems;
    TRY(addProblem(check.find(*connection, problems), problems));
    return problems;
}

} // namespace

Result<QStringList> checkIntegrity(const QString &workspace, const CancelToken &cancel, unsigned threads)
{
    const std::vector<IntegrityCheck> checks = integrityChecks(cancel);
    const std::vector<std::size_t> order = longestFirst(checks);
    const auto makeWork = [&]() -> PieceWork<QStringList> {
        return [&](qint64 number) {
            return problemsOf(checks[order[static_cast<std::size_t>(number)]], workspace, cancel);
        };
    };
    std::vector<QStringList> found(checks.size()); // by the place of the check
    std::size_t taken = 0;
    const auto take = [&](const QStringList &ofCheck) {
        found[order[taken++]] = ofCheck;
        return Result<void>();
    };
    TRY(doPiecesInOrder<QStringList>(static_cast<qint64>(checks.size()), makeWork, take, threads,
                                     checks.size()));
    QStringList problems;
    for (const QStringList &ofCheck : found)
        problems += ofCheck;
    problems.removeDuplicates();
    if (problems.isEmpty()) {
        TRY(problems, checkSignatures(workspace, cancel, threads));
    }
    return problems;
}

} // namespace Trailglass
