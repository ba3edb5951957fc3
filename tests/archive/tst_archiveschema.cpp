// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveinspection.h"
#include "models/archive/archiveplace.h"
#include "models/archive/archiveschema.h"
#include "tests/archive/serverclock.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class ArchiveSchemaTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsTheTablesOfOneServer();
    void knowsWhatOldServersLack();
    void namesEveryColumnOnce();
    void distributesEveryTableOfACluster();
    void replicatesWhereKeeperIsThere();
    void refusesNamesThatCouldEndAStatement_data();
    void refusesNamesThatCouldEndAStatement();
    void entersItsFormat();
    void dependsOnNoClockOfTheServer();
    void acceptsTheTablesThatItCreates_data();
    void acceptsTheTablesThatItCreates();
    void refusesATableOfOtherMaking_data();
    void refusesATableOfOtherMaking();
    void refusesAnotherFormat_data();
    void refusesAnotherFormat();
};

namespace {

constexpr auto Modern = ArchiveDialect::Modern;
constexpr auto Plain = ArchiveDialect::Plain;

std::vector<std::string> created(const ArchiveLayout &layout)
{
    auto statements = createStatements(layout);
    return statements ? *std::move(statements) : std::vector<std::string>();
}

std::vector<FoundColumn> foundColumns(ArchiveDialect dialect)
{
    std::vector<FoundColumn> found;
    for (const EventTableColumn &column : eventTableColumns(dialect))
        found.push_back({column.name, column.type});
    return found;
}

bool contains(const std::string &text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

void ArchiveSchemaTest::createsTheTablesOfOneServer()
{
    const std::vector<std::string> statements = created({Modern, "logs"});
    QCOMPARE(statements.size(), archiveTables().size() + 1);
    QCOMPARE(statements.front(), std::string("CREATE DATABASE IF NOT EXISTS `logs`"));
    const std::string &event = statements[1];
    QVERIFY(event.starts_with("CREATE TABLE IF NOT EXISTS `logs`.`event` (`month` UInt32 CODEC(ZSTD(1)), "));
    QVERIFY(event.ends_with(") ENGINE = MergeTree PARTITION BY month ORDER BY (created, origin, row)"));
    for (const char *column :
         {"`created` Int64 CODEC(Delta, ZSTD(1))", "`actor_email` LowCardinality(String) CODEC(ZSTD(1))",
          "`raw` String CODEC(ZSTD(1))", "`j0.path` Array(LowCardinality(String)) CODEC(ZSTD(1))",
          "`jo.text` Array(String) CODEC(ZSTD(1))", "`form.field` Array(LowCardinality(String))"})
        QVERIFY2(contains(event, column), column);
    QCOMPARE(statements.back(),
             std::string("CREATE TABLE IF NOT EXISTS `logs`.`archive` (`format` UInt16, `at` Int64) "
                         "ENGINE = MergeTree ORDER BY (format)"));
    QVERIFY(std::ranges::none_of(statements, [](const std::string &sql) {
        return contains(sql, "Nullable") || contains(sql, "Replacing") || contains(sql, "CLUSTER");
    }));
}

void ArchiveSchemaTest::knowsWhatOldServersLack()
{
    const std::vector<std::string> statements = created({Plain, "logs"});
    QCOMPARE(statements.size(), created({Modern, "logs"}).size());
    for (const std::string &sql : statements)
        QVERIFY2(!contains(sql, "LowCardinality") && !contains(sql, "CODEC"), sql.c_str());
    QVERIFY(contains(statements[1], "`actor_email` String, "));
    QVERIFY(contains(statements[1], "`j0.path` Array(String), "));
}

void ArchiveSchemaTest::namesEveryColumnOnce()
{
    std::vector<std::string> names;
    for (const EventTableColumn &column : eventTableColumns(Modern))
        names.push_back(column.name);
    std::ranges::sort(names);
    QVERIFY(std::ranges::adjacent_find(names) == names.end());
    QCOMPARE(flatColumnName(7, "at"), std::string("j7.at"));
    QCOMPARE(flatColumnName(8, "key"), std::string("jo.key"));
}

void ArchiveSchemaTest::distributesEveryTableOfACluster()
{
    const std::vector<std::string> statements = created({Modern, "logs", "two-shards"});
    const std::vector<std::string_view> tables = archiveTables();
    QCOMPARE(statements.size(), tables.size() * 2 + 1);
    for (std::size_t table = 0; table < tables.size(); ++table) {
        const std::string name(tables[table]);
        const std::string &local = statements[1 + table * 2];
        const std::string &all = statements[2 + table * 2];
        QVERIFY2(local.starts_with("CREATE TABLE IF NOT EXISTS `logs`.`" + name + "_local` ("),
                 local.c_str());
        QVERIFY2(contains(local, ") ENGINE = MergeTree "), local.c_str());
        QVERIFY2(all.starts_with("CREATE TABLE IF NOT EXISTS `logs`.`" + name + "` AS `logs`.`" + name
                                 + "_local` ENGINE = Distributed(`two-shards`, `logs`, `" + name
                                 + "_local`, "),
                 all.c_str());
    }
    // A batch is on one shard, so that it is there as a whole or not at all.
    QVERIFY(statements[2].ends_with("`event_local`, batch)"));
    QVERIFY(
        std::ranges::none_of(statements, [](const std::string &sql) { return contains(sql, "ON CLUSTER"); }));
}

void ArchiveSchemaTest::replicatesWhereKeeperIsThere()
{
    const std::vector<std::string> statements = created({Modern, "logs", "two", true});
    for (const std::string &sql : statements)
        QVERIFY2(contains(sql, " ON CLUSTER `two`"), sql.c_str());
    QVERIFY(contains(statements[1],
                     ") ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/logs/event', '{replica}') "
                     "PARTITION BY month ORDER BY "));
    QVERIFY(statements[2].starts_with("CREATE TABLE IF NOT EXISTS `logs`.`event` ON CLUSTER `two` AS "));
    // One server has no replicas.
    QVERIFY(created({Modern, "logs", "", true}) == created({Modern, "logs"}));
}

void ArchiveSchemaTest::refusesNamesThatCouldEndAStatement_data()
{
    QTest::addColumn<std::string>("database");
    QTest::addColumn<std::string>("cluster");
    QTest::addColumn<bool>("isRefused");
    const auto row = [](const char *name, const char *database, const char *cluster, bool isRefused) {
        QTest::newRow(name) << std::string(database) << std::string(cluster) << isRefused;
    };
    row("usual", "trailglass", "", false);
    row("digits and underscores", "_logs_2026", "two-shards.eu_1", false);
    row("no database", "", "", true);
    row("begins with a digit", "2026", "", true);
    row("backtick", "logs`; DROP TABLE x", "", true);
    row("dot", "logs.event", "", true);
    row("quote in the cluster", "logs", "two'", true);
    row("backtick in the cluster", "logs", "two`", true);
    row("letters that are not ASCII", "l\u00f6gs", "", true);
}

void ArchiveSchemaTest::refusesNamesThatCouldEndAStatement()
{
    QFETCH(const std::string, database);
    QFETCH(const std::string, cluster);
    QFETCH(const bool, isRefused);
    const auto statements = createStatements({Modern, database, cluster});
    QCOMPARE(!statements, isRefused);
    if (isRefused)
        QCOMPARE(statements.error().kind, ErrorKind::Usage);
}

void ArchiveSchemaTest::entersItsFormat()
{
    QCOMPARE(formatStatement({Plain, "logs"}, UtcMicros{17}),
             std::string("INSERT INTO `logs`.`archive` (`format`, `at`) VALUES (1, 17)"));
}

void ArchiveSchemaTest::dependsOnNoClockOfTheServer()
{
    for (const ArchiveLayout &layout : {ArchiveLayout{Modern, "logs"}, ArchiveLayout{Plain, "logs"},
                                        ArchiveLayout{Modern, "logs", "two", true}}) {
        std::vector<std::string> statements = created(layout);
        statements.push_back(formatStatement(layout, UtcMicros{17}));
        for (const std::string &sql : statements)
            QVERIFY2(Testing::serverClockIn(QString::fromStdString(sql)).isEmpty(), sql.c_str());
    }
}

void ArchiveSchemaTest::acceptsTheTablesThatItCreates_data()
{
    QTest::addColumn<bool>("isModern");
    QTest::newRow("modern") << true;
    QTest::newRow("plain") << false;
}

void ArchiveSchemaTest::acceptsTheTablesThatItCreates()
{
    QFETCH(const bool, isModern);
    const ArchiveDialect dialect = isModern ? Modern : Plain;
    std::vector<FoundColumn> found = foundColumns(dialect);
    QVERIFY(checkColumns("event", found).hasValue());
    QVERIFY(dialectOf(found) == dialect);
    // In any order, with columns of the administrator's.
    std::ranges::reverse(found);
    found.push_back({"team", "String"});
    QVERIFY(checkColumns("event", found).hasValue());
    QVERIFY(checkColumns("archive",
                         std::vector<FoundColumn>{{"format", "UInt16"}, {"at", "Int64"}, {"note", "String"}})
                .hasValue());
}

void ArchiveSchemaTest::refusesATableOfOtherMaking_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("type");
    QTest::newRow("missing column") << u"j3.key"_s << QString();
    QTest::newRow("time as a time") << u"created"_s << u"DateTime64(6)"_s;
    QTest::newRow("value that may be missing") << u"actor"_s << u"LowCardinality(Nullable(String))"_s;
    QTest::newRow("list that is none") << u"j0.text"_s << u"String"_s;
}

void ArchiveSchemaTest::refusesATableOfOtherMaking()
{
    QFETCH(const QString, column);
    QFETCH(const QString, type);
    std::vector<FoundColumn> found = foundColumns(Modern);
    const auto changed = std::ranges::find(found, column.toStdString(), &FoundColumn::name);
    QVERIFY(changed != found.end());
    if (type.isEmpty())
        found.erase(changed);
    else
        changed->type = type.toStdString();
    const auto checked = checkColumns("event", found);
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, ErrorKind::Usage);
    QVERIFY(checked.error().message.contains(column));
    QVERIFY(checked.error().message.contains(type));
    QVERIFY(!checkColumns("event", {}));
}

void ArchiveSchemaTest::refusesAnotherFormat_data()
{
    QTest::addColumn<quint32>("format");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("said");
    QTest::newRow("newer") << 8U << ErrorKind::NewerVersion << u"(format 8; this one knows 7). Update"_s;
    QTest::newRow("older") << 6U << ErrorKind::Unsupported << u"(format 6; this one writes 7). Create"_s;
    QTest::newRow("none") << 0U << ErrorKind::NotFound << u"is not an archive"_s;
}

void ArchiveSchemaTest::refusesAnotherFormat()
{
    QFETCH(const quint32, format);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, said);
    const ArchivePlace place = ArchivePlace::parse(u"https://ann@archive.example/audit"_s).value();

    const auto checked = checkArchiveFormat(place, format, 7);

    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, kind);
    QVERIFY2(checked.error().message.contains(said), qPrintable(checked.error().message));
    QVERIFY(checkArchiveFormat(place, 7, 7).hasValue());
    QVERIFY(checkArchiveFormat(place, ArchiveFormat).hasValue());
}

TRAILGLASS_TEST(ArchiveSchemaTest)
#include "tst_archiveschema.moc"
