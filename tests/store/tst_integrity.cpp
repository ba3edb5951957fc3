// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/integrity.h"

#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include "tests/store/othertool.h"
#include "tests/store/storetesting.h"
#include "tests/support/nomorethreads.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class IntegrityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void findsNothingInAnIntactWorkspace();
    void findsEveryKindOfDamage_data();
    void findsEveryKindOfDamage();
    void countsTheEventsWithoutATextOfEachField();
    void findsTheSameWithAnyNumberOfThreads_data();
    void findsTheSameWithAnyNumberOfThreads();
    void stopsWhenCancelled();
    void interruptsAStatementThatChecksNoCancelScope();
    void checksWhereNoThreadStarts();
    void countsTheContents();
    void reportsAMissingWorkspace();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void IntegrityTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    const auto writer = std::move(*EventWriter::open(m_folder->path()));
    const Result<SourceId> kept = writer->addSource(source(u"kept"_s));
    const Result<SourceId> doomed = writer->addSource(source(u"doomed"_s));
    AwkwardEvents generator(23);
    PageCommit first = page(*kept, generator.take(600));
    first.unreadable.push_back({.bytes = "?", .length = 1, .offset = 0, .reason = u"broken"_s});
    VERIFY_RESULT(writer->commit(first));
    VERIFY_RESULT(writer->commit(page(*doomed, generator.take(100))));
    VERIFY_RESULT(writer->commit(page(*kept, {makeEvent("id-5", "{}", UtcMicros{1})})));
    VERIFY_RESULT(writer->removeSource(*doomed, EventWriter::Purge::Yes));
}

void IntegrityTest::findsNothingInAnIntactWorkspace()
{
    const Result<QStringList> problems = checkIntegrity(m_folder->path(), {});
    VERIFY_RESULT(problems);
    QCOMPARE(*problems, QStringList());
}

void IntegrityTest::findsEveryKindOfDamage_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("words");
    QTest::newRow("packed block") << QByteArray("UPDATE raw_block SET data = x'00' WHERE first_row = 257")
                                  << u"events 257 to 512 is damaged"_s;
    QTest::newRow("missing block") << QByteArray("DELETE FROM raw_block WHERE first_row = 257")
                                   << u"600 event(s), but the JSON of 344"_s;
    QTest::newRow("missing text") << QByteArray("DELETE FROM dictionary WHERE dictionary = 7")
                                  << u"a value of user_agent that has no text"_s;
    QTest::newRow("missing id") << QByteArray("DELETE FROM id_recent WHERE row = 7")
                                << u"1 event(s) cannot be found by their id"_s;
    QTest::newRow("changed id") << QByteArray("UPDATE event SET id = 'other' WHERE row = 7")
                                << u"1 event(s) cannot be found by their id"_s;
    QTest::newRow("count") << QByteArray("UPDATE source SET events = events + 1")
                           << u"kept with source 1 are wrong"_s;
    QTest::newRow("time span") << QByteArray("UPDATE source SET earliest = 0")
                               << u"kept with source 1 are wrong"_s;
    QTest::newRow("row not given out")
        << QByteArray("UPDATE counter SET value = 700 WHERE name = 'row'") << u"1 event(s) have a row"_s;
    QTest::newRow("superseded but listed")
        << QByteArray("INSERT INTO superseded (first_row, last_row) VALUES (1, 3)")
        << u"3 event(s) are listed although"_s;
    QTest::newRow("superseded several times, but listed")
        << QByteArray("INSERT INTO superseded (first_row, last_row) VALUES (2, 3), (1, 3), (1, 2), (3, 3)")
        << u"3 event(s) are listed although"_s;
    QTest::newRow("source gone") << QByteArray("PRAGMA foreign_keys=OFF; DELETE FROM source")
                                 << u"belong to a source that is not there"_s;
    QTest::newRow("SQLite's own structure")
        << QByteArray("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = "
                      "(SELECT rootpage FROM sqlite_schema WHERE name = 'quarantine_by_hash') "
                      "WHERE name = 'coverage_by_source'")
        << u"The database file is damaged"_s;
}

void IntegrityTest::findsEveryKindOfDamage()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, words);
    runFreely(WorkspacePaths::of(m_folder->path()).database, sql);
    const Result<QStringList> problems = checkIntegrity(m_folder->path(), {});
    VERIFY_RESULT(problems);
    QVERIFY2(!problems->filter(words).isEmpty(), qPrintable(problems->join(u'\n')));
}

void IntegrityTest::countsTheEventsWithoutATextOfEachField()
{
    const QString database = WorkspacePaths::of(m_folder->path()).database;
    // Of an actor with several parts, the first of these is what is shown.
    runFreely(database,
              "UPDATE event SET actor_email = NULL, actor_name = NULL WHERE row <= 3;"
              "UPDATE event SET actor_id = 50000000 WHERE row <= 3;"
              "UPDATE event SET actor_type = 50000000 WHERE row IN (1, 9)");

    const Result<QStringList> problems = checkIntegrity(m_folder->path(), {});

    VERIFY_RESULT(problems);
    for (const QString &sentence : {u"3 event(s) have a value of actor.id that has no text."_s,
                                    u"2 event(s) have a value of actor.type that has no text."_s}) {
        QVERIFY2(problems->contains(sentence), qPrintable(problems->join(u'\n')));
    }
    const QStringList ofActors = problems->filter(u"value of actor "_s);
    QCOMPARE(ofActors.size(), 1);
    // Of row 9 the type is shown only where nothing else is there.
    const qint64 shown = runFreely(database,
                                   "SELECT count(*) FROM event WHERE coalesce(actor_email, actor_name, "
                                   "actor_id, actor_type) = 50000000");
    QVERIFY2(ofActors.first().startsWith(u"%1 event(s) have a value of actor "_s.arg(shown)),
             qPrintable(ofActors.first()));
}

void IntegrityTest::findsTheSameWithAnyNumberOfThreads_data()
{
    QTest::addColumn<unsigned>("threads");
    for (const unsigned threads : {1U, 2U, 3U, 8U})
        QTest::addRow("%u threads", threads) << threads;
}

void IntegrityTest::findsTheSameWithAnyNumberOfThreads()
{
    QFETCH(unsigned, threads);
    VERIFY_RESULT(checkIntegrity(m_folder->path(), {}, threads));
    QCOMPARE(*checkIntegrity(m_folder->path(), {}, threads), QStringList());
    runFreely(WorkspacePaths::of(m_folder->path()).database,
              "UPDATE raw_block SET data = x'00' WHERE first_row = 257; DELETE FROM dictionary WHERE "
              "dictionary = 7;"
              "UPDATE event SET id = 'other' WHERE row = 7; UPDATE source SET events = events + 1;"
              "INSERT INTO superseded (first_row, last_row) VALUES (1, 3)");

    const Result<QStringList> problems = checkIntegrity(m_folder->path(), {}, threads);

    VERIFY_RESULT(problems);
    const QStringList inOrder{u"events 257 to 512 is damaged"_s, u"kept with source 1 are wrong"_s,
                              u"3 event(s) are listed although"_s,
                              u"a value of user_agent that has no text"_s,
                              u"1 event(s) cannot be found by their id"_s};
    qsizetype next = 0;
    for (const QString &problem : *problems) {
        if (next < inOrder.size() && problem.contains(inOrder[next]))
            ++next;
    }
    QVERIFY2(next == inOrder.size(), qPrintable(problems->join(u'\n')));
}

void IntegrityTest::stopsWhenCancelled()
{
    CancelSource cancel;
    const CancelToken token = cancel.token();
    cancel.cancel();
    QCOMPARE(checkIntegrity(m_folder->path(), token).error().kind, ErrorKind::Cancelled);
}

void IntegrityTest::interruptsAStatementThatChecksNoCancelScope()
{
    const auto connection = SqlConnection::openForReading(m_folder->path());
    CancelSource cancel;
    const InterruptWhenCancelled interrupt(**connection, cancel.token());
    cancel.cancel();

    const auto counted =
        (*connection)
            ->integer(
                "WITH RECURSIVE n (x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n");

    QVERIFY(!counted);
    QCOMPARE(counted.error().kind, ErrorKind::Cancelled);
}

void IntegrityTest::checksWhereNoThreadStarts()
{
    runFreely(WorkspacePaths::of(m_folder->path()).database, "UPDATE source SET events = events + 1");
    const Support::NoMoreThreads limit;
    const Result<QStringList> problems = checkIntegrity(m_folder->path(), {});
    VERIFY_RESULT(problems);
    QVERIFY2(problems->filter(u"kept with source 1 are wrong"_s).size() == 1,
             qPrintable(problems->join(u'\n')));
}

void IntegrityTest::countsTheContents()
{
    const Result<WorkspaceStatistics> statistics = readStatistics(m_folder->path(), {});
    VERIFY_RESULT(statistics);
    QCOMPARE(statistics->events, 600);
    QCOMPARE(statistics->removed, 101);
    QCOMPARE(statistics->quarantined, 1);
    qint64 raw = 0;
    for (const EventRecord &record : allEvents(**EventReader::open(m_folder->path())))
        raw += static_cast<qint64>(record.event.raw.size());
    QVERIFY(statistics->rawBytes > raw); // the superseded event's JSON is kept
    QVERIFY(statistics->rawBytes < raw + 1000);
    QVERIFY(statistics->packedBytes > 0);
    QVERIFY(statistics->packedBytes < statistics->rawBytes);
    QCOMPARE(statistics->fileBytes, QFileInfo(WorkspacePaths::of(m_folder->path()).database).size());
    QCOMPARE(statistics->dictionaries.size(), std::size_t(10));
    for (const auto &[field, texts] : statistics->dictionaries)
        QVERIFY2(texts > 5, qPrintable(field));
}

void IntegrityTest::reportsAMissingWorkspace()
{
    const QTemporaryDir empty;
    QCOMPARE(checkIntegrity(empty.path(), {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(readStatistics(empty.path(), {}).error().kind, ErrorKind::NotFound);
}

TRAILGLASS_TEST(IntegrityTest)
#include "tst_integrity.moc"
