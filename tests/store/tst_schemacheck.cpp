// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/migrations.h"
#include "models/store/schema.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqltext.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/store/othertool.h"
#include "tests/store/storetesting.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// A change of the text that SQLite keeps of one object.
QByteArray rewritten(const char *name, const char *from, const char *to)
{
    return QByteArray("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, '") + from
        + "', '" + to + "') WHERE name = '" + name + "'";
}

} // namespace

/// Which objects a workspace may contain, whoever created it.
class SchemaCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void refusesForeignObjects_data();
    void refusesForeignObjects();
    void refusesThemInEveryOlderVersionToo_data();
    void refusesThemInEveryOlderVersionToo();
    void opensADatabaseOfEachOlderVersion_data();
    void opensADatabaseOfEachOlderVersion();
    void acceptsWhatOtherToolsMayAdd_data();
    void acceptsWhatOtherToolsMayAdd();
    void namesALimitedNumberOfObjectsSafely();
    void runsNoTriggersAndNoViews();
    void identifiesAWorkspace_data();
    void identifiesAWorkspace();
    void removesCommentsAndWhitespace_data();
    void removesCommentsAndWhitespace();

private:
    void make(int version);
    [[nodiscard]] QByteArray bytes() const;
    void verifyRefused(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    WorkspacePaths m_paths;
};

void SchemaCheckTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_paths = WorkspacePaths::of(m_folder->path());
}

/// A workspace with one source, as the program of that version left it.
void SchemaCheckTest::make(int version)
{
    const auto connection = SqlConnection::openForWriting(m_paths.database);
    VERIFY_RESULT(connection);
    VERIFY_RESULT(migrate(**connection, m_paths, migrations().first(static_cast<std::size_t>(version))));
    VERIFY_RESULT((*connection)
                      ->execute("INSERT INTO source (name, type, settings, secrets) "
                                "VALUES ('work', 'asana', '{}', '{}')"));
}

QByteArray SchemaCheckTest::bytes() const
{
    QFile file(m_paths.database);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void SchemaCheckTest::verifyRefused(const QString &name) const
{
    const QByteArray before = bytes();
    const auto reader = EventReader::open(m_folder->path());
    QVERIFY(!reader);
    QCOMPARE(reader.error().kind, ErrorKind::Storage);
    QVERIFY2(reader.error().message.contains(name), qPrintable(reader.error().message));
    const auto writer = EventWriter::open(m_folder->path());
    QVERIFY(!writer);
    QCOMPARE(writer.error().kind, ErrorKind::Storage);
    QVERIFY2(writer.error().message.contains(name), qPrintable(writer.error().message));
    QVERIFY(!SqlConnection::openCurrent(m_folder->path()));
    QCOMPARE(bytes(), before);
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.backup*"_s}), QStringList());
}

void SchemaCheckTest::refusesForeignObjects_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("name");
    QTest::newRow("trigger that rewrites an address")
        << QByteArray("CREATE TRIGGER moved AFTER INSERT ON source BEGIN UPDATE source SET settings = "
                      "'{\"base_url\":\"https://evil.example\"}' WHERE id = new.id; END")
        << u"trigger moved"_s;
    QTest::newRow("trigger on a view")
        << QByteArray("CREATE TRIGGER onview INSTEAD OF INSERT ON events BEGIN SELECT 1; END")
        << u"trigger onview"_s;
    QTest::newRow("table") << QByteArray("CREATE TABLE notes (a)") << u"table notes"_s;
    QTest::newRow("view") << QByteArray("CREATE VIEW spy AS SELECT * FROM source") << u"view spy"_s;
    QTest::newRow("index") << QByteArray("CREATE INDEX extra ON event (message)") << u"index extra"_s;
    QTest::newRow("index of an expression")
        << QByteArray("CREATE INDEX extra ON event (abs(created))") << u"index extra"_s;
    QTest::newRow("virtual table") << QByteArray("CREATE VIRTUAL TABLE found USING fts5(text)")
                                   << u"table found"_s;
    QTest::newRow("column more") << QByteArray("ALTER TABLE source ADD COLUMN extra TEXT")
                                 << u"table source"_s;
    QTest::newRow("generated column")
        << QByteArray("ALTER TABLE source ADD COLUMN extra TEXT AS (upper(settings))") << u"table source"_s;
    QTest::newRow("a view in a table's place")
        << QByteArray("ALTER TABLE preset RENAME TO hidden; CREATE VIEW preset AS SELECT * FROM hidden")
        << u"view preset"_s;
    QTest::newRow("another default") << rewritten("source", "DEFAULT 0", "DEFAULT 1") << u"table source"_s;
    QTest::newRow("a check") << rewritten("preset", "expression TEXT NOT NULL",
                                          "expression TEXT NOT NULL CHECK (abs(1) = 1)")
                             << u"table preset"_s;
    QTest::newRow("our view, changed")
        << rewritten("events", "source.name AS source", "source.settings AS source") << u"view events"_s;
    QTest::newRow("a name that SQLite keeps for itself")
        << QByteArray("CREATE TRIGGER moved AFTER INSERT ON source BEGIN SELECT 1; END;"
                      "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET name = 'sqlite_moved', sql = "
                      "replace(sql, 'moved', 'sqlite_moved') WHERE name = 'moved'")
        << u"trigger sqlite_moved"_s;
    QTest::newRow("statistics that are none")
        << QByteArray("CREATE TABLE moved (a); PRAGMA writable_schema=ON; UPDATE sqlite_schema SET name = "
                      "'sqlite_stat1', tbl_name = 'sqlite_stat1', sql = 'CREATE TABLE sqlite_stat1(a)' "
                      "WHERE name = 'moved'")
        << u"table sqlite_stat1"_s;
}

void SchemaCheckTest::refusesForeignObjects()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, name);
    make(Schema::Version);
    runFreely(m_paths.database, sql);
    verifyRefused(name);
}

void SchemaCheckTest::refusesThemInEveryOlderVersionToo_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < Schema::Version; ++version)
        QTest::addRow("version %d", version) << version;
}

void SchemaCheckTest::refusesThemInEveryOlderVersionToo()
{
    QFETCH(int, version);
    make(version);
    // A later version's own table, before its time: the step would fail on it, or worse.
    runFreely(m_paths.database, "CREATE TABLE tree_head (size INTEGER PRIMARY KEY, source TEXT)");
    verifyRefused(u"table tree_head"_s);
}

void SchemaCheckTest::opensADatabaseOfEachOlderVersion_data()
{
    refusesThemInEveryOlderVersionToo_data();
    QTest::newRow("this version") << Schema::Version;
}

void SchemaCheckTest::opensADatabaseOfEachOlderVersion()
{
    QFETCH(int, version);
    make(version);
    {
        const auto reader = EventReader::open(m_folder->path());
        VERIFY_RESULT(reader);
        QCOMPARE((*reader)->sources()->size(), 1);
    }
    VERIFY_RESULT(EventWriter::open(m_folder->path()));
    VERIFY_RESULT(EventReader::open(m_folder->path()));
    VERIFY_RESULT(SqlConnection::openCurrent(m_folder->path()));
}

void SchemaCheckTest::acceptsWhatOtherToolsMayAdd_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("read the view") << QByteArray("SELECT count(*) FROM events");
    QTest::newRow("gather statistics") << QByteArray("ANALYZE");
    QTest::newRow("pack") << QByteArray("VACUUM");
    QTest::newRow("another journal") << QByteArray("PRAGMA journal_mode=DELETE");
}

void SchemaCheckTest::acceptsWhatOtherToolsMayAdd()
{
    QFETCH(QByteArray, sql);
    make(Schema::Version);
    runFreely(m_paths.database, sql);
    VERIFY_RESULT(EventReader::open(m_folder->path()));
    VERIFY_RESULT(EventWriter::open(m_folder->path()));
}

void SchemaCheckTest::namesALimitedNumberOfObjectsSafely()
{
    make(Schema::Version);
    QByteArray sql = "CREATE TABLE \"\u202e<b>\" (a);";
    for (int i = 0; i < 30; ++i)
        sql += "CREATE TABLE \"" + QByteArray(500, 'x') + QByteArray::number(i) + "\" (a);";
    runFreely(m_paths.database, sql);
    const auto reader = EventReader::open(m_folder->path());
    QVERIFY(!reader);
    const QString message = reader.error().message;
    QVERIFY2(message.contains(u"21 more"_s), qPrintable(message));
    QVERIFY(message.size() < 1'500);
    QVERIFY(!message.contains(u'\u202e'));
}

/// Should a check ever miss one: the connection itself runs none.
void SchemaCheckTest::runsNoTriggersAndNoViews()
{
    make(Schema::Version);
    runFreely(m_paths.database,
              "CREATE TRIGGER moved AFTER INSERT ON source BEGIN UPDATE source SET settings = 'moved'; END;"
              "CREATE VIEW spy AS SELECT * FROM source");
    const auto connection = SqlConnection::openForWriting(m_paths.database);
    VERIFY_RESULT(connection);
    VERIFY_RESULT((*connection)
                      ->execute("INSERT INTO source (name, type, settings, secrets) "
                                "VALUES ('more', 'asana', '{}', '{}')"));
    QCOMPARE(*(*connection)->integer("SELECT count(*) FROM source WHERE settings = 'moved'"), 0);
    QVERIFY(!(*connection)->execute("SELECT * FROM spy"));
    QVERIFY(!(*connection)->execute("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema"));
    QCOMPARE(*(*connection)->integer("PRAGMA trusted_schema"), 0);
    QVERIFY(!(*connection)->execute("SELECT load_extension('x')"));
    QVERIFY(!(*connection)->execute("SELECT \"no such column\""));
}

void SchemaCheckTest::identifiesAWorkspace_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("none") << QByteArray("DELETE FROM counter WHERE name = 'identity'");
    QTest::newRow("everybody's") << QByteArray("UPDATE counter SET value = 0 WHERE name = 'identity'");
    QTest::newRow("negative") << QByteArray("UPDATE counter SET value = -1 WHERE name = 'identity'");
}

void SchemaCheckTest::identifiesAWorkspace()
{
    QFETCH(QByteArray, sql);
    make(Schema::Version);
    QCOMPARE((*EventReader::open(m_folder->path()))->identity()->size(), 16);
    runFreely(m_paths.database, sql);
    QCOMPARE((*EventReader::open(m_folder->path()))->identity().error().kind, ErrorKind::Storage);
}

void SchemaCheckTest::removesCommentsAndWhitespace_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("same");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("whitespace") << QByteArray("  a \t\r\n b\n") << QByteArray("a b");
    QTest::newRow("comment of a line") << QByteArray("a -- b\nc") << QByteArray("a c");
    QTest::newRow("comment without a line break") << QByteArray("a --b c") << QByteArray("a");
    QTest::newRow("comment of more lines") << QByteArray("a/* b\n */c/**/d") << QByteArray("a c d");
    QTest::newRow("comment that does not end") << QByteArray("a /* b") << QByteArray("a");
    QTest::newRow("text") << QByteArray("'  -- /* '  \"  x\" `  y`  [  z]")
                          << QByteArray("'  -- /* ' \"  x\" `  y` [  z]");
    QTest::newRow("quotation mark in a text") << QByteArray("'it''s  --' x") << QByteArray("'it''s  --' x");
    QTest::newRow("text that does not end") << QByteArray("'a  ") << QByteArray("'a  ");
    QTest::newRow("signs") << QByteArray("a-b/c*d") << QByteArray("a-b/c*d");
}

void SchemaCheckTest::removesCommentsAndWhitespace()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, same);
    QCOMPARE(QByteArray::fromStdString(withoutComments(sql.toStdString())), same);
    QCOMPARE(QByteArray::fromStdString(withoutComments(same.toStdString())), same);
}

TRAILGLASS_TEST(SchemaCheckTest)
#include "tst_schemacheck.moc"
