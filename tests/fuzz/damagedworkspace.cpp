// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/fuzz/damagedworkspace.h"

#include "models/json/wholedocument.h"
#include "models/query/index/savedindex.h"
#include "models/sources/source.h"
#include "models/store/eventwriter.h"
#include "models/store/idindex.h"
#include "models/store/sqlconnection.h"
#include "models/store/transaction.h"

#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

template <class Value>
Value expectValue(Result<Value> result)
{
    if (!result)
        qFatal("%s | %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    return *std::move(result);
}

void expectDone(const Result<void> &result)
{
    if (!result)
        qFatal("%s | %s", qPrintable(result.error().message), qPrintable(result.error().detail));
}

constexpr UtcMicros Noon{1'780'000'000'000'000};

std::string asanaEvent(int number)
{
    const std::string text = std::to_string(number);
    return R"({"gid":"a)" + text + R"(","created_at":")" + formatTime(Noon + number * UtcMicros::PerHour)
        + R"(","event_type":"task_)" + std::to_string(number % 7)
        + R"(","event_category":"tasks","actor":{"actor_type":"user","gid":")" + std::to_string(number % 11)
        + R"(","email":"p)" + std::to_string(number % 11)
        + R"(@example.com","name":"P"},"resource":{"resource_type":"task","gid":"t)" + text
        + R"(","name":"Task )" + std::to_string(number % 13)
        + R"("},"context":{"context_type":"web","client_ip_address":"203.0.113.)"
        + std::to_string(number % 200) + R"(","user_agent":"Browser/5"},"details":{"n":)" + text
        + R"(,"list":["x","y"]}})";
}

std::string paradimeEvent(int number, int revision)
{
    return R"({"id":)" + std::to_string(number) + R"(,"createdDttm":")"
        + formatTime(Noon + number * UtcMicros::PerMinute) + R"(","updatedDttm":")"
        + formatTime(Noon + UtcMicros::PerDay + revision) + R"(","eventType":"run_)"
        + std::to_string(number % 5)
        + R"(","actorType":"system","eventSource":"scheduler","workspaceName":"W"})";
}

Event eventOf(const QString &type, const std::string &json)
{
    const Source *source = findSource(type);
    Event event = expectValue(source->readEvent(expectValue(wholeDocument(json)), SourceSettings()));
    event.raw = json;
    return event;
}

SourceId addSource(EventWriter &writer, const QString &name, const QString &type,
                   const QMap<QString, QString> &settings)
{
    SourceRecord record;
    record.name = name;
    record.type = type;
    record.settings = settings;
    return expectValue(writer.addSource(record));
}

PageCommit pageOf(SourceId source, std::vector<Event> events)
{
    PageCommit page;
    page.source = source;
    page.received = Noon + 40 * UtcMicros::PerDay;
    page.events = std::move(events);
    return page;
}

/// A sync that failed, and an import without an end.
void noteRuns(EventWriter &writer, SourceId synced, SourceId imported)
{
    RunRecord run{.id = expectValue(writer.beginRun(synced, RunKind::Sync, Noon)),
                  .source = synced,
                  .kind = RunKind::Sync,
                  .started = Noon};
    run.end = RunEnd{.at = Noon + UtcMicros::PerHour, .status = RunStatus::Failed};
    run.figures.requests = 3;
    run.figures.warnings = {u"One event came again."_s, u"Another."_s};
    run.figures.error = RunError{.kind = u"server"_s, .httpStatus = 503, .message = u"Not now."_s};
    expectDone(writer.finishRun(run));
    expectValue(writer.beginRun(imported, RunKind::Import, Noon));
}

void fill(const QString &folder)
{
    const auto writer = expectValue(EventWriter::open(folder));
    const SourceId team = addSource(*writer, u"team"_s, u"asana"_s, {{u"workspace_gid"_s, u"1200"_s}});
    const SourceId runs = addSource(*writer, u"runs"_s, u"paradime"_s,
                                    {{u"endpoint"_s, u"https://api.paradime.example/v1/graphql"_s}});
    const SourceId leaving = addSource(*writer, u"leaving"_s, u"asana"_s, {{u"workspace_gid"_s, u"1"_s}});
    std::vector<Event> events;
    for (int number = 0; number < 300; ++number)
        events.push_back(eventOf(u"asana"_s, asanaEvent(number)));
    PageCommit first = pageOf(team, std::move(events));
    first.unreadable.push_back({.bytes = "?", .length = 1, .offset = 3, .reason = u"broken"_s});
    first.covered.push_back({.window = {.from = Noon, .to = Noon + 300 * UtcMicros::PerHour},
                             .answered = Noon + 40 * UtcMicros::PerDay,
                             .pages = 3});
    first.checkpoint = QJsonObject{{u"offset"_s, u"abc"_s},
                                   {u"watermark"_s, QString::fromStdString(formatTime(Noon))},
                                   {u"running"_s, true},
                                   {u"page"_s, 3},
                                   {u"as_of"_s, QString::fromStdString(formatTime(Noon))}};
    expectValue(writer->commit(first));
    noteRuns(*writer, team, leaving);
    for (int revision = 0; revision < 3; ++revision) {
        events.clear();
        for (int number = 0; number < 40; ++number)
            events.push_back(eventOf(u"paradime"_s, paradimeEvent(1 + number / (1 + revision), revision)));
        expectValue(writer->commit(pageOf(runs, std::move(events))));
        events.clear();
    }
    for (int number = 1000; number < 1020; ++number)
        events.push_back(eventOf(u"asana"_s, asanaEvent(number)));
    expectValue(writer->commit(pageOf(leaving, std::move(events))));
    const auto execute = [&folder](std::string_view sql) {
        const auto connection = expectValue(SqlConnection::openForWriting(folder + u"/trailglass.sqlite"_s));
        expectDone(connection->execute(sql));
    };
    // As many rows as a full segment of the column index, without their weight.
    execute("UPDATE counter SET value = value + 70000 WHERE name = 'row'");
    events.clear();
    for (int number = 300; number < 340; ++number)
        events.push_back(eventOf(u"asana"_s, asanaEvent(number)));
    expectValue(writer->commit(pageOf(team, std::move(events))));
    expectDone(writer->savePreset(
        {.name = u"mine"_s, .expression = u"outcome:success"_s, .columns = u"id"_s, .sort = u"-created"_s}));
    {
        const auto connection = expectValue(SqlConnection::openForWriting(folder + u"/trailglass.sqlite"_s));
        auto transaction = expectValue(WriteTransaction::begin(*connection));
        auto ids = expectValue(IdIndex::open(*connection, 16));
        expectDone(ids.refresh());
        expectDone(ids.add({{.hash = 5, .row = {1}}}));
        expectDone(transaction.commit());
    }
    expectValue(saveIndex(folder, {}));
    // A purge that was interrupted at its beginning.
    execute(
        "INSERT INTO superseded (first_row, last_row) SELECT min(row), max(row) FROM event WHERE source = 3;"
        "UPDATE source SET name = NULL, removed = 1, settings = '{}' WHERE id = 3;"
        "PRAGMA wal_checkpoint(TRUNCATE)");
}

/// A plain connection: what is done here is what a stranger or a broken disk does.
class Database
{
public:
    explicit Database(const QString &path)
    {
        sqlite3 *handle = nullptr;
        if (sqlite3_open(QFile::encodeName(path).constData(), &handle) != SQLITE_OK)
            qFatal("the database cannot be opened");
        m_handle.reset(handle);
    }

    /// \returns whether it could be done
    bool run(const std::string &sql)
    {
        return sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }

    /// All rows, their columns as text.
    std::vector<std::vector<std::string>> rows(const std::string &sql)
    {
        std::vector<std::vector<std::string>> rows;
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_handle.get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql.c_str(), sqlite3_errmsg(m_handle.get()));
        while (sqlite3_step(statement) == SQLITE_ROW) {
            auto &row = rows.emplace_back();
            for (int column = 0; column < sqlite3_column_count(statement); ++column) {
                const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
                row.emplace_back(text ? text : "");
            }
        }
        sqlite3_finalize(statement);
        return rows;
    }

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

/// Takes the schema's rules off for the life of one connection; the file keeps the text it had.
class WithoutRules
{
public:
    explicit WithoutRules(const QString &path)
        : m_path(path)
    {
        Database database(path);
        m_schema =
            database.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL "
                          "AND name NOT LIKE 'sqlite_%'");
        for (const auto &table : m_schema) {
            std::string sql = replaced(table[1], "STRICT, WITHOUT ROWID", "WITHOUT ROWID");
            sql = replaced(replaced(sql, ") STRICT", ")"), " NOT NULL", "");
            write(database, table[0], sql);
        }
    }
    ~WithoutRules()
    {
        Database database(m_path);
        for (const auto &table : m_schema)
            write(database, table[0], table[1]);
    }
    WithoutRules(const WithoutRules &) = delete;
    WithoutRules &operator=(const WithoutRules &) = delete;

    [[nodiscard]] const std::vector<std::vector<std::string>> &tables() const { return m_schema; }

private:
    static void write(Database &database, const std::string &table, const std::string &sql)
    {
        if (!database.run("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = '"
                          + replaced(sql, "'", "''") + "' WHERE type = 'table' AND name = '" + table
                          + "'; PRAGMA writable_schema=OFF"))
            qFatal("the schema cannot be changed");
    }

    QString m_path;
    std::vector<std::vector<std::string>> m_schema;
};

const std::vector<std::string> &values()
{
    static const std::vector<std::string> Values{
        "NULL",
        "0",
        "-1",
        "1",
        "2",
        "-5",
        "99",
        "255",
        "256",
        "257",
        "65535",
        "65536",
        "1000001",
        "67108865",
        "2147483647",
        "2147483648",
        "4294967295",
        "4294967296",
        "1099511627776",
        "4000000000000000000",
        "9000000000000000000",
        "9223372036854775807",
        "-9223372036854775807",
        "-9223372036854775807 - 1",
        "253402300800000000",
        "-62135596800000001",
        "1.5",
        "9e999",
        "-1e300",
        "'text'",
        "''",
        "'5'",
        "'{\"offset\":1e999,\"page\":9223372036854775807,\"running\":true,\"watermark\":\"9999-12-31T23:59:"
        "59Z\"}'",
        "'{\"windows\":[{\"from\":\"9999-12-31T23:59:59Z\",\"to\":\"0001-01-01T00:00:00Z\"}],\"page\":-1}'",
        "'{\"running\":true,\"to\":\"0001-01-01T00:00:00Z\",\"step_seconds\":9223372036854775807}'",
        "'[1]'",
        "'{\"workspace_gid\":5}'",
        "'{'",
        "x''",
        "x'00'",
        "x'ffffffffffffffffffffffffffffffff'",
        "zeroblob(100)",
        "zeroblob(1000000)",
        "randomblob(64)"};
    return Values;
}

/// What becomes of a cell: a value of the list, or of its own a little more, less or otherwise.
std::string changed(const std::string &column, Choices &choices)
{
    switch (choices.below(6)) {
    case 0:
        return column + " + 1";
    case 1:
        return column + " - 1";
    case 2:
        return column + " | (1 << " + std::to_string(choices.below(63)) + ")";
    case 3:
        return "substr(" + column + ", 1, length(" + column + ") / 2)";
    default:
        return values()[choices.below(values().size())];
    }
}

void damageRow(const QString &path, const std::vector<std::string> &table, Choices &choices)
{
    Database database(path);
    const std::string &name = table[0];
    const auto columns = database.rows("SELECT name FROM pragma_table_info('" + name + "')");
    const auto count = std::stoull(database.rows("SELECT count(*) FROM " + name)[0][0]);
    if (count == 0)
        return;
    const bool hasRowId = table[1].find("WITHOUT ROWID") == std::string::npos;
    const std::string key = hasRowId ? "rowid"
        : name == "dictionary"       ? "dictionary * 1000 + code"
                                     : columns[0][0];
    const std::string where = " WHERE " + key + " = (SELECT " + key + " FROM " + name + " LIMIT 1 OFFSET "
        + std::to_string(choices.below(count)) + ")";
    const std::string column = '"' + columns[choices.below(columns.size())][0] + '"';
    switch (choices.below(8)) {
    case 0:
        database.run("DELETE FROM " + name + where);
        break;
    case 1: {
        std::string list;
        for (const auto &entry : columns)
            list += (list.empty() ? "" : ", ")
                + ('"' + entry[0] + '"' == column ? changed(column, choices) : '"' + entry[0] + '"');
        database.run("INSERT OR REPLACE INTO " + name + " SELECT " + list + " FROM " + name + where);
        break;
    }
    default:
        database.run("UPDATE OR REPLACE " + name + " SET " + column + " = " + changed(column, choices)
                     + where);
    }
}

} // namespace

QByteArray wholeDatabase()
{
    const QTemporaryDir folder;
    fill(folder.path());
    QFile file(folder.filePath(u"trailglass.sqlite"_s));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the database cannot be read");
    return file.readAll();
}

void damageRows(const QString &database, Choices &choices)
{
    const WithoutRules rules(database);
    const auto tables = rules.tables();
    const std::size_t changes = 1 + choices.below(3);
    for (std::size_t change = 0; change < changes; ++change)
        damageRow(database, tables[choices.below(tables.size())], choices);
    if (choices.below(8) == 0)
        Database(database).run("UPDATE sqlite_sequence SET seq = "
                               + values()[choices.below(values().size())]);
}

void damageBytes(QByteArray &database, Choices &choices)
{
    const std::size_t changes = 1 + choices.below(8);
    for (std::size_t change = 0; change < changes; ++change) {
        const std::size_t at =
            (choices.below(0x10000) << 8 | choices.below(0x100)) % static_cast<std::size_t>(database.size());
        database[static_cast<qsizetype>(at)] = static_cast<char>(choices.below(0x100));
    }
}

} // namespace Trailglass
