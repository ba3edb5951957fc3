// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/migrations.h"

#include "models/store/databasefile.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "models/store/schema.h"
#include "models/store/sqlconnection.h"
#include "tests/runner/testclass.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <sys/stat.h>

#include <memory>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr Migration First{1, "CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('first')"};
constexpr Migration Second{2, "ALTER TABLE note ADD COLUMN stars INTEGER; UPDATE note SET stars = 3"};
constexpr Migration Broken{3, "UPDATE note SET text = 'half'; SELECT nonsense FROM nowhere"};

/// Another program's database.
void makeForeign(const QString &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &handle), SQLITE_OK);
    QCOMPARE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(handle);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class MigrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void createsTheSchemaWithoutABackup();
    void stampsFileAndVersion();
    void leavesACurrentDatabaseAlone();
    void copiesTheDatabaseBeforeChangingIt();
    void keepsTheVersionBeforeAFailedStep();
    void refusesToMigrateWhileAnotherHoldsTheLock();
    void refusesOtherFilesAndLeavesThemUntouched_data();
    void refusesOtherFilesAndLeavesThemUntouched();
    void treatsAnEmptyFileAsANewWorkspace();
    void aVersion4WorkspaceIsReadWithoutAHistory();
    void aVersion4WorkspaceGetsAHistoryBesideABackup();

private:
    void makeVersion4();
    Result<void> run(std::span<const Migration> steps);
    QByteArray notes(const QString &path);

    std::unique_ptr<QTemporaryDir> m_folder;
    WorkspacePaths m_paths;
};

void MigrationsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_paths = WorkspacePaths::of(m_folder->path());
}

void MigrationsTest::cleanup()
{
    m_folder.reset();
}

Result<void> MigrationsTest::run(std::span<const Migration> steps)
{
    const auto connection = SqlConnection::openForWriting(m_paths.database);
    return connection ? migrate(**connection, m_paths, steps) : Result<void>(connection.error());
}

QByteArray MigrationsTest::notes(const QString &path)
{
    const auto connection = SqlConnection::openForWriting(path);
    auto statement = (*connection)->prepare("SELECT * FROM note");
    QByteArray text;
    const auto read = statement ? statement->forEachRow([&text](const Statement &row) {
        text += QByteArray::fromStdString(std::string(row.text(0))) + ' ' + QByteArray::number(row.integer(1))
            + '\n';
    })
                                : statement.error();
    return read ? text : QByteArray();
}

void MigrationsTest::createsTheSchemaWithoutABackup()
{
    QVERIFY(EventWriter::open(m_folder->path()));
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.backup*"_s}), QStringList());
}

void MigrationsTest::stampsFileAndVersion()
{
    QVERIFY(EventWriter::open(m_folder->path()));
    const auto connection = SqlConnection::openForReading(m_folder->path());
    QCOMPARE(*(*connection)->integer("PRAGMA application_id"), Schema::ApplicationId);
    QCOMPARE(*(*connection)->integer("PRAGMA user_version"), Schema::Version);
    QCOMPARE(inspectDatabase(m_paths.database)->version, Schema::Version);
}

void MigrationsTest::leavesACurrentDatabaseAlone()
{
    QVERIFY(run(std::array{First}));
    const QByteArray before = bytesOf(m_paths.database);
    QVERIFY(run(std::array{First}));
    QCOMPARE(bytesOf(m_paths.database), before);
}

void MigrationsTest::copiesTheDatabaseBeforeChangingIt()
{
    QVERIFY(run(std::array{First}));
    QVERIFY(run(std::array{First, Second}));
    QCOMPARE(notes(m_paths.database), QByteArray("first 3\n"));
    const QString backup = m_paths.database + u".v1.backup"_s;
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.backup*"_s}),
             QStringList{u"trailglass.sqlite.v1.backup"_s});
    QCOMPARE(notes(backup), QByteArray("first 0\n"));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(backup).constData(), &status), 0);
    QCOMPARE(static_cast<int>(status.st_mode & 07777), 0600);
}

void MigrationsTest::keepsTheVersionBeforeAFailedStep()
{
    QVERIFY(run(std::array{First}));
    QVERIFY(!run(std::array{First, Second, Broken}));
    QCOMPARE(notes(m_paths.database), QByteArray("first 3\n"));
    QCOMPARE(inspectDatabase(m_paths.database)->version, Second.version);
    QVERIFY(run(std::array{First, Second}));
}

void MigrationsTest::refusesToMigrateWhileAnotherHoldsTheLock()
{
    QVERIFY(run(std::array{First}));
    const auto lock = WorkspaceLock::acquire(m_paths, u"sync"_s);
    QVERIFY(lock);
    // As another process would write it.
    QFile holder(m_paths.lock);
    QVERIFY(holder.open(QIODevice::WriteOnly | QIODevice::Truncate));
    holder.write("trailglass-cli\n1\nsync\n");
    holder.close();
    const Result<void> refused = run(std::array{First, Second});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Locked);
    QCOMPARE(notes(m_paths.database), QByteArray("first 0\n"));
    QVERIFY(!QFile::exists(m_paths.database + u".v1.backup"_s));
}

void MigrationsTest::refusesOtherFilesAndLeavesThemUntouched_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    const QByteArray none;
    QTest::newRow("newer version") << QByteArray("PRAGMA journal_mode=WAL; PRAGMA application_id=1416775532;"
                                                 "PRAGMA user_version=99; CREATE TABLE t (a)")
                                   << none << ErrorKind::NewerVersion << u"newer Trailglass"_s;
    QTest::newRow("other program's database")
        << QByteArray("CREATE TABLE t (a)") << none << ErrorKind::Storage << u"not a Trailglass workspace"_s;
    QTest::newRow("no database") << none << QByteArray("Dear diary, today I") << ErrorKind::Storage
                                 << u"not a Trailglass workspace"_s;
    QTest::newRow("cut header") << none << QByteArray("SQLite format 3\0\x10", 17) << ErrorKind::Storage
                                << u"damaged"_s;
}

void MigrationsTest::refusesOtherFilesAndLeavesThemUntouched()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    if (sql.isEmpty()) {
        QFile file(m_paths.database);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    } else {
        makeForeign(m_paths.database, sql.constData());
    }
    const QByteArray before = bytesOf(m_paths.database);
    const auto writer = EventWriter::open(m_folder->path());
    QVERIFY(!writer);
    QCOMPARE(writer.error().kind, kind);
    QVERIFY2(writer.error().message.contains(words), qPrintable(writer.error().message));
    const auto reader = EventReader::open(m_folder->path());
    QVERIFY(!reader);
    QCOMPARE(reader.error().kind, kind);
    QCOMPARE(bytesOf(m_paths.database), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"trailglass.sqlite"_s});
}

void MigrationsTest::treatsAnEmptyFileAsANewWorkspace()
{
    QFile file(m_paths.database);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(EventReader::open(m_folder->path()).error().kind, ErrorKind::NotFound);
    QVERIFY(EventWriter::open(m_folder->path()));
    QVERIFY(EventReader::open(m_folder->path()));
}

/// A workspace of the version before the history of runs: a source that was synced, and an unreadable row.
void MigrationsTest::makeVersion4()
{
    const auto connection = SqlConnection::openForWriting(m_paths.database);
    QVERIFY(connection);
    QVERIFY(migrate(**connection, m_paths, migrations().first(4)));
    QVERIFY((*connection)->execute("PRAGMA journal_mode=WAL"));
    QVERIFY(
        (*connection)
            ->execute("INSERT INTO source (name, type, settings, secrets, last_success, last_attempt) "
                      "VALUES ('work', 'asana', '{}', '{}', 5, 5);"
                      "INSERT INTO quarantine (source, hash, received, reason, \"offset\", length, bytes) "
                      "VALUES (1, 7, 5, 'broken', 0, 1, x'3f')"));
}

void MigrationsTest::aVersion4WorkspaceIsReadWithoutAHistory()
{
    makeVersion4();
    const QByteArray before = bytesOf(m_paths.database);

    const auto reader = EventReader::open(m_folder->path());

    QVERIFY(reader);
    QVERIFY((*reader)->runs({}, 0)->empty());
    QVERIFY(!*(*reader)->lastCompleteSync({1}));
    QCOMPARE((*reader)->sourceState({1})->lastSuccess, std::optional(UtcMicros{5}));
    QCOMPARE(bytesOf(m_paths.database), before);
}

void MigrationsTest::aVersion4WorkspaceGetsAHistoryBesideABackup()
{
    makeVersion4();

    const auto writer = EventWriter::open(m_folder->path());

    QVERIFY2(writer, writer ? "" : qPrintable(writer.error().message));
    QCOMPARE(inspectDatabase(m_paths.database + u".v4.backup"_s)->version, 4);
    QVERIFY((*writer)->beginRun({1}, RunKind::Sync, UtcMicros{6}));
    const auto reader = EventReader::open(m_folder->path());
    QVERIFY(reader);
    QCOMPARE((*reader)->runs({}, 0)->size(), std::size_t(1));
    QVERIFY(!*(*reader)->lastCompleteSync({1}));
    QCOMPARE((*reader)->sourceState({1})->lastSuccess, std::optional(UtcMicros{5}));
    QCOMPARE(*(*SqlConnection::openForReading(m_folder->path()))
                  ->integer("SELECT count(*) FROM quarantine WHERE kind = 0 AND reason = 'broken'"),
             1);
}

TRAILGLASS_TEST(MigrationsTest)
#include "tst_migrations.moc"
