// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventreader.h"

#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/support/withoutprivilege.h"

#include "tests/store/othertool.h"
#include "tests/store/storetesting.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>
#include <optional>

#include <sys/stat.h>
#include <unistd.h>

using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class EventReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void reportsAMissingWorkspace();
    void readsRowsInTheGivenOrderWithoutRemovedOnes();
    void readsRawOnlyWhenRequested();
    void findsAnEventByItsId();
    void scansInRowOrder();
    void scansEachEventInOneRange_data();
    void scansEachEventInOneRange();
    void stopsAScanWhenCancelled();
    void scansPastADamagedBlock();
    void seesWhatAnotherConnectionCommits();
    void opensAWorkspaceOnReadOnlyMedia();
    void reportsThatAReadOnlyWorkspaceCannotBeWritten();
    void reportsThatAReadOnlyWorkspaceCannotBeLocked();
    void reportsAReadOnlyWorkspaceWithALeftoverLog();
    void reportsAWorkspaceOfAnotherUser();

private:
    std::unique_ptr<EventReader> reader() const { return std::move(*EventReader::open(m_folder->path())); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventWriter> m_writer;
    SourceId m_source;
};

void EventReaderTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_writer = std::move(*EventWriter::open(m_folder->path()));
    m_source = *m_writer->addSource(source(u"work"_s));
}

void EventReaderTest::cleanup()
{
    m_writer.reset();
    m_folder.reset();
}

void EventReaderTest::reportsAMissingWorkspace()
{
    const QTemporaryDir empty;
    const auto missing = EventReader::open(empty.path());
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    QVERIFY(missing.error().message.contains(empty.path()));
    QVERIFY(QDir(empty.path()).isEmpty());
    QCOMPARE(EventReader::open(empty.filePath(u"missing"_s)).error().kind, ErrorKind::NotFound);
}

void EventReaderTest::readsRowsInTheGivenOrderWithoutRemovedOnes()
{
    AwkwardEvents generator(1);
    VERIFY_RESULT(m_writer->commit(page(m_source, generator.take(400))));
    VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("id-300", "{}", UtcMicros{1})})));
    const std::vector<RowId> rows{{400}, {1}, {300}, {401}, {999}, {1}};
    const auto records = reader()->records(rows, EventReader::WithRaw::Yes);
    VERIFY_RESULT(records);
    std::vector<qint64> found;
    for (const EventRecord &record : *records)
        found.push_back(record.row.value);
    QCOMPARE(found, (std::vector<qint64>{400, 1, 401, 1}));
    QCOMPARE(records->at(0).event.id, std::string("id-400"));
    QCOMPARE(records->at(2).event.raw, std::string("{}"));
    QCOMPARE(reader()->lastRow()->value, 401);
}

void EventReaderTest::readsRawOnlyWhenRequested()
{
    VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("1")})));
    const RowId row{1};
    QVERIFY(reader()->records({&row, 1}, EventReader::WithRaw::No)->front().event.raw.empty());
}

void EventReaderTest::findsAnEventByItsId()
{
    AwkwardEvents generator(1);
    VERIFY_RESULT(m_writer->commit(page(m_source, generator.take(50))));
    const auto opened = reader();
    const Result<EventRecord> found = opened->find(u"work"_s, "id-17");
    VERIFY_RESULT(found);
    QCOMPARE(found->row.value, 17);
    QVERIFY(found->event.raw.starts_with("{\"id\":\"id-17\""));
    QCOMPARE(opened->find(u"work"_s, "id-51").error().kind, ErrorKind::NotFound);
    QCOMPARE(opened->find(u"play"_s, "id-17").error().kind, ErrorKind::NotFound);
    VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("id-17", "{\"new\":1}", UtcMicros{1})})));
    QCOMPARE(opened->find(u"work"_s, "id-17")->event.raw, std::string("{\"new\":1}"));
}

void EventReaderTest::scansInRowOrder()
{
    AwkwardEvents generator(2);
    for (int pages = 0; pages < 5; ++pages)
        VERIFY_RESULT(m_writer->commit(page(m_source, generator.take(100))));
    qint64 last = 0;
    const auto opened = reader();
    VERIFY_RESULT(opened->scan(EventReader::WithRaw::No, {}, [&last](const EventRecord &record) {
        QCOMPARE(record.row.value, ++last);
        QCOMPARE(record.event.id, "id-" + std::to_string(last));
        QVERIFY(record.event.raw.empty());
    }));
    QCOMPARE(last, 500);
}

void EventReaderTest::scansEachEventInOneRange_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<std::size_t>("count");
    // Rows 1 to 40, 100,041 to 100,050, and one that cannot be right.
    QTest::newRow("one row") << qint64{1} << std::size_t{50};
    QTest::newRow("a few") << qint64{7} << std::size_t{8};
    QTest::newRow("many") << qint64{1000} << std::size_t{2};
    QTest::newRow("all") << qint64{1'000'000} << std::size_t{1};
}

void EventReaderTest::scansEachEventInOneRange()
{
    QFETCH(qint64, rows);
    QFETCH(std::size_t, count);
    AwkwardEvents generator(1);
    VERIFY_RESULT(m_writer->commit(page(m_source, generator.take(50))));
    m_writer.reset();
    runFreely(WorkspacePaths::of(m_folder->path()).database,
              "UPDATE event SET row = row + 100000 WHERE row > 40; UPDATE event SET row = -5 WHERE row = 3");
    const auto events = reader();
    const auto ranges = events->ranges(rows);
    VERIFY_RESULT(ranges);
    QCOMPARE(ranges->size(), count);
    QCOMPARE(ranges->front().first.value, std::numeric_limits<qint64>::min());
    QCOMPARE(ranges->back().last.value, std::numeric_limits<qint64>::max());

    std::vector<qint64> found;
    int damaged = 0;
    std::optional<EventRange> before;
    for (const EventRange &range : *ranges) {
        QVERIFY(!before || range.first.value == before->last.value + 1);
        before = range;
        const auto scanned =
            events->scan(range, EventReader::WithRaw::No, {}, [&](const EventRecord &record) {
                QVERIFY(record.row >= range.first && record.row <= range.last);
                found.push_back(record.row.value);
            });
        damaged += scanned ? 0 : 1;
    }

    QCOMPARE(found.size(), std::size_t{49});
    QVERIFY(std::ranges::is_sorted(found));
    QCOMPARE(damaged, 1);
}

void EventReaderTest::stopsAScanWhenCancelled()
{
    AwkwardEvents generator(2);
    VERIFY_RESULT(m_writer->commit(page(m_source, generator.take(3000))));
    CancelSource cancel;
    qint64 visits = 0;
    const auto opened = reader();
    const Result<void> scanned =
        opened->scan(EventReader::WithRaw::Yes, cancel.token(), [&](const EventRecord &) {
            ++visits;
            cancel.cancel();
        });
    QVERIFY(!scanned);
    QCOMPARE(scanned.error().kind, ErrorKind::Cancelled);
    QVERIFY(visits < 3000);
    QCOMPARE(opened->lastRow()->value, 3000);
}

void EventReaderTest::scansPastADamagedBlock()
{
    AwkwardEvents generator(2);
    VERIFY_RESULT(m_writer->commit(page(m_source, generator.take(600))));
    {
        const auto connection = SqlConnection::openForWriting(WorkspacePaths::of(m_folder->path()).database);
        VERIFY_RESULT((*connection)->execute("UPDATE raw_block SET data = x'00' WHERE first_row = 1"));
    }
    qint64 visits = 0;
    const auto opened = reader();
    const Result<void> scanned =
        opened->scan(EventReader::WithRaw::Yes, {}, [&visits](const EventRecord &) { ++visits; });
    QVERIFY(!scanned);
    QVERIFY2(scanned.error().message.contains(u"events 1 to 256"_s), qPrintable(scanned.error().message));
    QCOMPARE(visits, 600 - 256);
    VERIFY_RESULT(opened->scan(EventReader::WithRaw::No, {}, [](const EventRecord &) {}));
}

void EventReaderTest::seesWhatAnotherConnectionCommits()
{
    const auto opened = reader();
    QVERIFY(allEvents(*opened).empty());
    Event event = makeEvent("1");
    event.action = "new text";
    VERIFY_RESULT(m_writer->commit(page(m_source, {event})));
    QCOMPARE(allEvents(*opened).front().event.action, std::string("new text"));
    event = makeEvent("2");
    event.action = "newer text";
    VERIFY_RESULT(m_writer->commit(page(m_source, {event})));
    QCOMPARE(allEvents(*opened).back().event.action, std::string("newer text"));
}

void EventReaderTest::opensAWorkspaceOnReadOnlyMedia()
{
    AwkwardEvents generator(2);
    VERIFY_RESULT(m_writer->commit(page(m_source, generator.take(10))));
    m_writer.reset(); // folds the log back and removes it
    const WorkspacePaths paths = WorkspacePaths::of(m_folder->path());
    give(paths.database, 0400);
    give(paths.folder, 0500);
    QStringList files;
    {
        const WithoutPrivilege nobody;
        const auto opened = EventReader::open(m_folder->path());
        VERIFY_RESULT(opened);
        QCOMPARE(allEvents(**opened).size(), std::size_t(10));
        files = QDir(paths.folder).entryList(QDir::Files);
    }
    QCOMPARE(files, QStringList{u"trailglass.sqlite"_s});
    give(paths.folder, 0700);
}

void EventReaderTest::reportsThatAReadOnlyWorkspaceCannotBeWritten()
{
    m_writer.reset();
    const WorkspacePaths paths = WorkspacePaths::of(m_folder->path());
    give(paths.database, 0400);
    give(paths.folder, 0500);
    {
        const WithoutPrivilege nobody;
        const auto writer = EventWriter::open(m_folder->path());
        const Result<SourceId> refused =
            writer ? (*writer)->addSource(source(u"x"_s)) : Result<SourceId>(writer.error());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        QVERIFY2(refused.error().message.contains(u"read-only"_s), qPrintable(refused.error().message));
    }
    give(paths.folder, 0700);
}

void EventReaderTest::reportsThatAReadOnlyWorkspaceCannotBeLocked()
{
    const WorkspacePaths paths = WorkspacePaths::of(m_folder->path());
    give(paths.folder, 0500);
    {
        const WithoutPrivilege nobody;
        const auto lock = WorkspaceLock::acquire(paths, u"sync"_s);
        QVERIFY(!lock);
        QVERIFY2(lock.error().message.contains(u"read-only"_s), qPrintable(lock.error().message));
    }
    give(paths.folder, 0700);
}

/// SQLite would have to create the index file of the write-ahead log.
void EventReaderTest::reportsAReadOnlyWorkspaceWithALeftoverLog()
{
    const QTemporaryDir copy;
    const WorkspacePaths paths = WorkspacePaths::of(copy.path());
    VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("1")})));
    const QString database = WorkspacePaths::of(m_folder->path()).database;
    for (const QString &ending : {u""_s, u"-wal"_s}) {
        QVERIFY(QFile::copy(database + ending, paths.database + ending));
        give(paths.database + ending, 0400);
    }
    give(paths.folder, 0500);
    {
        const WithoutPrivilege nobody;
        const auto opened = EventReader::open(copy.path());
        const auto sources = opened ? (*opened)->sources() : Result<QList<SourceRecord>>(opened.error());
        QVERIFY(!sources);
        QVERIFY2(sources.error().message.contains(u"read-only"_s), qPrintable(sources.error().message));
    }
    give(paths.folder, 0700);
}

void EventReaderTest::reportsAWorkspaceOfAnotherUser()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a folder away");
    m_writer.reset();
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
    const WithoutPrivilege nobody;
    const Result<void> prepared = prepareWorkspace(WorkspacePaths::of(m_folder->path()));
    QVERIFY(!prepared);
    QVERIFY2(prepared.error().message.contains(u"belongs to another user"_s),
             qPrintable(prepared.error().message));
}

TRAILGLASS_TEST(EventReaderTest)
#include "tst_eventreader.moc"
