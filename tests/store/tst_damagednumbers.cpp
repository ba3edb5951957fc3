// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/integrity.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// How a workspace is handled whose file holds impossible numbers, NULLs or other values.
class DamagedNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void readersNameTheTableOfAnImpossibleValue_data();
    void readersNameTheTableOfAnImpossibleValue();
    void theIntegrityCheckReportsEveryKind_data();
    void theIntegrityCheckReportsEveryKind();
    void writersRefuseCountersThatCannotBeRight_data();
    void writersRefuseCountersThatCannotBeRight();
    void aPurgeDeletesNoRowsOfAnotherSource_data();
    void aPurgeDeletesNoRowsOfAnotherSource();
    void textsOfFieldsAreComparedWithTheirHashes();

private:
    void execute(const QByteArray &sql) const;
    [[nodiscard]] QStringList readEverything(const QString &folder) const;

    QTemporaryDir m_original; ///< without damage, made once; each test has a copy
    std::unique_ptr<QTemporaryDir> m_folder;
    SourceId m_kept;
    SourceId m_other;
};

void DamagedNumbersTest::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    auto writer = std::move(*EventWriter::open(m_original.path()));
    m_kept = *writer->addSource(source(u"kept"_s));
    m_other = *writer->addSource(source(u"other"_s));
    AwkwardEvents generator(29);
    PageCommit first = page(m_kept, generator.take(300));
    first.unreadable.push_back({.bytes = "?", .length = 1, .offset = 0, .reason = u"broken"_s});
    first.covered.push_back({.window = {.from = Noon, .to = Noon + 1}, .answered = Noon, .pages = 1});
    first.checkpoint = QJsonObject{{u"offset"_s, u"abc"_s}};
    VERIFY_RESULT(writer->commit(first));
    VERIFY_RESULT(writer->commit(page(m_other, generator.take(300))));
    VERIFY_RESULT(writer->commit(page(m_kept, {makeEvent("id-5", "{}", UtcMicros{1})})));
    VERIFY_RESULT(writer->savePreset({.name = u"mine"_s, .expression = u"op:create"_s}));
    RunRecord run = endedSync(m_kept, Noon, u"no route"_s);
    const Result<RunId> begun = writer->beginRun(m_kept, run.kind, run.started);
    VERIFY_RESULT(begun);
    run.id = *begun;
    run.figures.warnings = {u"one"_s};
    VERIFY_RESULT(writer->finishRun(run));
    writer.reset(); // all of it is in the database then, and nothing in a log
    QCOMPARE(readEverything(m_original.path()), QStringList());
}

void DamagedNumbersTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(WorkspacePaths::of(m_original.path()).database,
                        WorkspacePaths::of(m_folder->path()).database));
}

void DamagedNumbersTest::execute(const QByteArray &sql) const
{
    const auto connection = SqlConnection::openForWriting(WorkspacePaths::of(m_folder->path()).database);
    VERIFY_RESULT((*connection)->execute(sql.toStdString()));
}

/// \returns the sentences of all that failed
QStringList DamagedNumbersTest::readEverything(const QString &folder) const
{
    QStringList failures;
    const auto note = [&failures](const auto &result) {
        if (!result)
            failures.append(result.error().message);
    };
    const auto reader = EventReader::open(folder);
    note(reader);
    if (!reader)
        return failures;
    note((*reader)->sources());
    for (const SourceId source : {m_kept, m_other}) {
        note((*reader)->sourceState(source));
        note((*reader)->coverage(source));
        note((*reader)->runs(source, 0));
        note((*reader)->quarantine({.source = source}));
    }
    note((*reader)->lastRow());
    note((*reader)->removedAfter(0));
    note((*reader)->presets());
    note((*reader)->scan(EventReader::WithRaw::Yes, {}, [](const EventRecord &) {}));
    note(readStatistics(folder, {}));
    return failures;
}

namespace {

/// A damage, and the table that its message must name.
void addDamage()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *sql, const char *table) {
        QTest::newRow(name) << QByteArray(sql) << QString("table "_L1 + QString::fromLatin1(table) + u' ');
    };
    row("source id below zero",
        "INSERT INTO source (id, name, type, settings, secrets) VALUES (-1, 'x', 'asana', '{}', '{}')",
        "source");
    row("source id beyond all",
        "INSERT INTO source (id, name, type, settings, secrets) VALUES (9000000000000000000, 'x', 'asana', "
        "'{}', '{}')",
        "source");
    row("unknown type", "UPDATE source SET type = 'asanb'", "source");
    row("settings that are no object", "UPDATE source SET settings = '[1]'", "source");
    row("a setting that is no text", "UPDATE source SET settings = '{\"workspace_gid\":5}'", "source");
    row("secrets that are no JSON", "UPDATE source SET secrets = '{'", "source");
    row("removed that is no flag", "UPDATE source SET removed = 7", "source");
    row("checkpoint that is no object", "UPDATE source SET checkpoint = '[]' WHERE id = 1", "source");
    row("count of events below zero", "UPDATE source SET events = -1", "source");
    row("count of events beyond all", "UPDATE source SET events = 9000000000000000000", "source");
    row("time at the end of 64 bits", "UPDATE source SET latest = 9223372036854775807", "source");
    row("last attempt before year one", "UPDATE source SET last_attempt = -9223372036854775807", "source");
    row("coverage beyond all times", "UPDATE coverage SET to_time = 9223372036854775807", "coverage");
    row("pages below zero", "UPDATE coverage SET pages = -3", "coverage");
    row("quarantined length", "UPDATE quarantine SET length = -1", "quarantine");
    row("quarantined time", "UPDATE quarantine SET received = 9223372036854775807", "quarantine");
    row("quarantined kind", "UPDATE quarantine SET kind = 2", "quarantine");
    row("conflict with no event", "UPDATE quarantine SET kind = 1", "quarantine");
    row("event of an unreadable row", "UPDATE quarantine SET event_id = 'x'", "quarantine");
    row("quarantined place beyond all", "UPDATE quarantine SET place = printf('%513s', 'x')", "quarantine");
    row("quarantined reason beyond all", "UPDATE quarantine SET reason = printf('%4097s', 'x')",
        "quarantine");
    row("event of a conflict beyond all", "UPDATE quarantine SET kind = 1, event_id = printf('%4097s', 'x')",
        "quarantine");
    row("quarantined bytes beyond all", "UPDATE quarantine SET length = 70000, bytes = zeroblob(70000)",
        "quarantine");
    row("more quarantined bytes than received", "UPDATE quarantine SET length = 0", "quarantine");
    row("last row beyond all", "UPDATE counter SET value = 4000000000000000000 WHERE name = 'row'",
        "counter");
    row("last row below zero", "UPDATE counter SET value = -1 WHERE name = 'row'", "counter");
    row("rows superseded that end before they begin",
        "INSERT INTO superseded (first_row, last_row) VALUES (9, 3)", "superseded");
    row("rows superseded beyond all",
        "INSERT INTO superseded (first_row, last_row) VALUES (-9223372036854775807, 9223372036854775807)",
        "superseded");
    row("sequence beyond all", "UPDATE superseded SET sequence = 9000000000000000000", "superseded");
    row("code below zero", "UPDATE event SET action = -5 WHERE row = 7", "event");
    row("code beyond all", "UPDATE event SET actor_id = 9000000000000000000 WHERE row = 7", "event");
    row("class beyond the last", "UPDATE event SET op = 99 WHERE row = 7", "event");
    row("created at the end of 64 bits", "UPDATE event SET created = 9223372036854775807 WHERE row = 7",
        "event");
    row("row below zero", "UPDATE event SET row = -7 WHERE row = 7", "event");
    row("source of an event", "UPDATE event SET source = -1 WHERE row = 7", "event");
    QTest::newRow("rows of a block") << QByteArray(
        "UPDATE raw_block SET count = 9000000000000000000 WHERE first_row = 1")
                                     << u"events 1 to 256 is damaged"_s;
    row("place of a block", "UPDATE raw_block SET first_row = -9223372036854775807 WHERE first_row = 1",
        "raw_block");
    row("requests of a run below zero", "UPDATE sync_run SET requests = -1", "sync_run");
    row("warnings of a run that are no JSON", "UPDATE sync_run SET warnings = '['", "sync_run");
    row("bytes of a block", "UPDATE raw_block SET bytes = -1 WHERE first_row = 1", "raw_block");
}

} // namespace

void DamagedNumbersTest::readersNameTheTableOfAnImpossibleValue_data()
{
    addDamage();
}

void DamagedNumbersTest::readersNameTheTableOfAnImpossibleValue()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, words);

    execute(sql);

    const QString failures = readEverything(m_folder->path()).join(u'\n');
    QVERIFY2(failures.contains(words), qPrintable(failures));
}

void DamagedNumbersTest::theIntegrityCheckReportsEveryKind_data()
{
    addDamage();
    QTest::newRow("source without a name") << QByteArray(
        "INSERT INTO source (id, name, type, settings, secrets) VALUES (-1, NULL, 'x', '{}', '{}')")
                                           << u"source"_s;
    QTest::newRow("colour rules that are no JSON")
        << QByteArray("UPDATE preset SET colour_rules = '[{'") << u"preset"_s;
    QTest::newRow("colour rules that are no list")
        << QByteArray("UPDATE preset SET colour_rules = '{}'") << u"preset"_s;
    QTest::newRow("dictionary of another number")
        << QByteArray("UPDATE dictionary SET dictionary = 99 WHERE dictionary = 1") << u"dictionary"_s;
    QTest::newRow("code that was never given")
        << QByteArray("UPDATE dictionary SET code = 60000000 WHERE dictionary = 1 AND code = 2")
        << u"dictionary"_s;
    QTest::newRow("code below zero in a dictionary")
        << QByteArray("UPDATE dictionary SET code = -5 WHERE dictionary = 1 AND code = 2") << u"dictionary"_s;
    QTest::newRow("bits of a run") << QByteArray("INSERT INTO id_run (level, bits, count) VALUES (1, 63, 5)")
                                   << u"id_run"_s;
    QTest::newRow("number of a run") << QByteArray(
        "INSERT INTO id_run (run, level, bits, count) VALUES (9000000000000000000, 1, 0, 5)")
                                     << u"id_run"_s;
    QTest::newRow("row of a recent id")
        << QByteArray("UPDATE id_recent SET row = -7 WHERE row = 7") << u"id_recent"_s;
    const auto row = [](const char *name, const char *sql, const char *table) {
        QTest::newRow(name) << QByteArray(sql) << QString::fromLatin1(table);
    };
    row("leaf of a span", "UPDATE tree_span SET first_leaf = -7 WHERE first_leaf = 1", "tree_span");
    row("row of a span", "UPDATE tree_span SET first_row = 9000000000000000000 WHERE first_leaf = 1",
        "tree_span");
    row("leaf of a record", "UPDATE tree_record SET leaf = 9000000000000000000 WHERE leaf = 0",
        "tree_record");
    row("kind of a record", "UPDATE tree_record SET kind = '' WHERE leaf = 0", "tree_record");
    row("hashes that are gone", "UPDATE tree_gone SET hashes = zeroblob(33)", "tree_gone");
    row("more hashes than a chunk has", "UPDATE tree_gone SET hashes = zeroblob(32 * 300)", "tree_gone");
    row("leaf that was replaced", "UPDATE tree_replaced SET replaces = -1", "tree_replaced");
    row("level of a node", "UPDATE tree_node SET level = 9 WHERE number = 0", "tree_node");
    row("hash of a node", "UPDATE tree_node SET hash = x'' WHERE number = 0", "tree_node");
    row("size of the tree", "UPDATE tree_edge SET size = -1", "tree_edge");
    row("size of a head", "UPDATE tree_head SET size = 0 WHERE size = 1", "tree_head");
    row("time of a head", "UPDATE tree_head SET at = 9223372036854775807", "tree_head");
    row("leaf of a quarantined row", "UPDATE quarantine SET leaf = -1", "quarantine");
    row("leaf of coverage", "UPDATE coverage SET leaf = 9000000000000000000", "coverage");
    row("size of a checkpoint", "INSERT INTO tree_checkpoint (size, at, note) VALUES (-1, 0, 'x')",
        "tree_checkpoint");
    row("a key that is none",
        "INSERT INTO signing_key (name, public, reference, created) VALUES ('x', x'00', '{}', 0)",
        "signing_key");
    QTest::newRow("what SQLite counts on from")
        << QByteArray("UPDATE sqlite_sequence SET seq = 9000000000000000000") << u"sqlite_sequence"_s;
}

void DamagedNumbersTest::theIntegrityCheckReportsEveryKind()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, words);
    execute(sql);

    const Result<QStringList> problems = checkIntegrity(m_folder->path(), {});

    VERIFY_RESULT(problems);
    QVERIFY2(!problems->isEmpty(), qPrintable(words));
}

void DamagedNumbersTest::writersRefuseCountersThatCannotBeRight_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("table");
    const auto row = [](const char *name, const char *sql, const char *table) {
        QTest::newRow(name) << QByteArray(sql) << QString::fromLatin1(table);
    };
    row("last row", "UPDATE counter SET value = 4000000000000000000 WHERE name = 'row'", "counter");
    row("last code", "UPDATE counter SET value = 4000000000000000000 WHERE name = 'dictionary.1'", "counter");
    row("recent ids", "UPDATE counter SET value = -4000000000000000000 WHERE name = 'id_recent'", "counter");
    row("last source", "UPDATE sqlite_sequence SET seq = 9223372036854775806 WHERE name = 'source'",
        "sqlite_sequence");
    row("a purge of no source",
        "INSERT INTO source (id, name, type, settings, secrets) VALUES (-1, NULL, 'asana', '{}', '{}')",
        "source");
    row("count of a run", "INSERT INTO id_run (level, bits, count) VALUES (1, 0, 9000000000000000000)",
        "id_run");
    row("level of a run", "INSERT INTO id_run (level, bits, count) VALUES (-1, 0, 9)", "id_run");
}

void DamagedNumbersTest::writersRefuseCountersThatCannotBeRight()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, table);
    execute(sql);

    QString failure;
    const auto writer = EventWriter::open(m_folder->path());
    if (writer) {
        const auto committed = (*writer)->commit(page(m_kept, {makeEvent("another")}));
        failure = committed ? QString() : committed.error().message;
    } else {
        failure = writer.error().message;
    }

    QVERIFY2(failure.contains("table %1 "_L1.arg(table)), qPrintable(failure));
}

void DamagedNumbersTest::aPurgeDeletesNoRowsOfAnotherSource_data()
{
    QTest::addColumn<QByteArray>("sql");

    QTest::newRow("more rows than a block has")
        << QByteArray("UPDATE raw_block SET count = 9000000000000000000 WHERE first_row = 257");
    QTest::newRow("rows of the next block")
        << QByteArray("UPDATE raw_block SET count = 250 WHERE first_row = 257");
    QTest::newRow("a code beyond all")
        << QByteArray("UPDATE event SET action = 9000000000000000000 WHERE row = 400");
    QTest::newRow("a dictionary of another number")
        << QByteArray("UPDATE dictionary SET dictionary = 99 WHERE dictionary = 1 AND code = 1");
}

void DamagedNumbersTest::aPurgeDeletesNoRowsOfAnotherSource()
{
    QFETCH(QByteArray, sql);
    execute(sql);
    const auto writer = EventWriter::open(m_folder->path());
    VERIFY_RESULT(writer);

    // Refused or not, the rows of other sources stay.
    static_cast<void>((*writer)->removeSource(m_kept, EventWriter::Purge::Yes));

    const auto connection = SqlConnection::openForReading(m_folder->path());
    QCOMPARE(*(*connection)->integer("SELECT count(*) FROM event WHERE source = 2"), 300);
}

void DamagedNumbersTest::textsOfFieldsAreComparedWithTheirHashes()
{
    execute("UPDATE dictionary SET text = text || 'x' WHERE dictionary = 3 AND code = 1");

    const Result<QStringList> problems = checkIntegrity(m_folder->path(), {});

    VERIFY_RESULT(problems);
    QVERIFY2(problems->join(u'\n').contains("1 text(s) of fields are not as they were stored"_L1),
             qPrintable(problems->join(u'\n')));
}

TRAILGLASS_TEST(DamagedNumbersTest)
#include "tst_damagednumbers.moc"
