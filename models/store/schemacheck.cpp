// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/schemacheck.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/databasefile.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqltext.h"
#include "models/store/transaction.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

/// More are not listed in a message.
constexpr qsizetype MaxNamed = 10;

/// Longer names are cut in a message.
constexpr qsizetype LongestName = 60;

struct SchemaObject
{
    std::string type; ///< `table`, `index`, `view`, `trigger`, or anything in a damaged database
    std::string name;
    std::string table; ///< that it belongs to
    std::string sql; ///< after withoutComments(); empty for the index of a constraint

    auto operator<=>(const SchemaObject &) const = default;
};

using SchemaObjects = std::set<SchemaObject>;

/// The tables of `ANALYZE`, as SQLite creates them.
bool isStatistics(const SchemaObject &object)
{
    static const std::array tables{
        SchemaObject{"table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"},
        SchemaObject{"table", "sqlite_stat4", "sqlite_stat4",
                     "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"}};
    return std::ranges::find(tables, object) != tables.end();
}

Result<SchemaObjects> objectsOf(SqlConnection &connection)
{
    TRY(Statement statement, connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema"));
    SchemaObjects objects;
    TRY(statement.forEachRow([&objects](const Statement &row) {
        objects.insert({.type = std::string(row.text(0)),
                        .name = std::string(row.text(1)),
                        .table = std::string(row.text(2)),
                        .sql = withoutComments(row.text(3))});
    }));
    return objects;
}

/// Runs the steps, so that SQLite itself tells how ALTER TABLE changes the SQL text of a table.
Result<SchemaObjects> objectsAfter(std::span<const Migration> steps)
{
    TRY(const auto connection, SqlConnection::openInMemory());
    for (const Migration &step : steps) {
        TRY(connection->execute(step.sql));
    }
    return objectsOf(*connection);
}

/// The same, but only once per process for each version: connections are opened often.
Result<SchemaObjects> expectedObjects(std::span<const Migration> steps)
{
    static std::mutex checkedGuard;
    static std::map<std::pair<const Migration *, std::size_t>, SchemaObjects> known;
    const std::pair key{steps.data(), steps.size()};
    const bool isLasting = steps.data() == migrations().data();
    const std::scoped_lock lock(checkedGuard);
    if (const auto found = known.find(key); isLasting && found != known.end())
        return found->second;
    Result<SchemaObjects> made = objectsAfter(steps);
    if (made && isLasting)
        known.emplace(key, *made);
    return made;
}

/// As SQL names it: `trigger moved`.
QString described(const SchemaObject &object)
{
    return visibleText(object.type).left(LongestName) + u' ' + visibleText(object.name).left(LongestName);
}

Error strangeObjects(const QStringList &names)
{
    const QString named = names.first(std::min(names.size(), MaxNamed)).join(", "_L1);
    const qsizetype others = names.size() - MaxNamed;
    return {
        .kind = ErrorKind::Storage,
        .message = others <= 0
            ? Trailglass::tr("This workspace contains objects that Trailglass did not create, and was not "
                             "opened: %1. Nothing was changed. If you added them, remove them with the tool "
                             "you used; otherwise ask whoever gave you the workspace.")
                  .arg(named)
            : Trailglass::tr("This workspace contains objects that Trailglass did not create, and was not "
                             "opened: %1, and %2 more. Nothing was changed. If you added them, remove them "
                             "with the tool you used; otherwise ask whoever gave you the workspace.")
                  .arg(named, QLocale().toString(others))};
}

} // namespace

Result<void> checkSchema(SqlConnection &connection, std::span<const Migration> steps)
{
    TRY([[maybe_unused]] const ReadTransaction transaction, ReadTransaction::begin(connection));
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    if (version > steps.back().version) // written since the file was looked at
        return newerVersion(static_cast<int>(version));
    const auto applied =
        std::ranges::count_if(steps, [version](const Migration &step) { return step.version <= version; });
    TRY(const SchemaObjects expected, expectedObjects(steps.first(static_cast<std::size_t>(applied))));
    TRY(const SchemaObjects found, objectsOf(connection));
    QStringList strange;
    for (const SchemaObject &object : found) {
        if (!expected.contains(object) && !isStatistics(object))
            strange.append(described(object));
    }
    return strange.isEmpty() ? Result<void>() : strangeObjects(strange);
}

} // namespace Trailglass
