// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/textsignature.h"
#include "models/store/integrity.h"
#include "models/store/rawsignatures.h"
#include "models/store/signaturecheck.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// 300 events in two blocks, the first of row 1, the second of row 257.
class RawSignaturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void containTheTextsOfTheirBlock_data();
    void containTheTextsOfTheirBlock();
    void areNotReadWhereTheyCannotBeTrusted_data();
    void areNotReadWhereTheyCannotBeTrusted();
    void areNotReadForABlockOfAnotherCount();
    void areDeletedWithAPurgedSource();
    void areCheckedAndRebuilt_data();
    void areCheckedAndRebuilt();
    void areCheckedByAnyNumberOfThreads_data();
    void areCheckedByAnyNumberOfThreads();
    void doNotHideEventsWhoseJsonIsDamaged();
    void areNotRepairedOnceCancelled();

private:
    std::unique_ptr<SqlConnection> connectForWriting() const;
    bool mayHold(RowId firstRow, std::u32string_view text) const;
    QStringList problems() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventWriter> m_writer;
    SourceId m_source;
};

void RawSignaturesTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_writer = std::move(*EventWriter::open(m_folder->path()));
    m_source = *m_writer->addSource(source(u"team"_s));
    std::vector<Event> events;
    for (int count = 0; count < 300; ++count)
        events.push_back(makeEvent("event-" + std::to_string(count), "{\"kind\":\"usual\"}"));
    events[7].raw = "{\"note\":\"quarterly review\"}";
    events[8].message = "Approved beside the JSON";
    events[269].id = "unlike-the-others";
    events[270].raw = "{\"note\":\"pass\\u0077ord\"}";
    VERIFY_RESULT(m_writer->commit(page(m_source, std::move(events))));
}

std::unique_ptr<SqlConnection> RawSignaturesTest::connectForWriting() const
{
    return std::move(*SqlConnection::openForWriting(WorkspacePaths::of(m_folder->path()).database));
}

bool RawSignaturesTest::mayHold(RowId firstRow, std::u32string_view text) const
{
    const auto connection = SqlConnection::openForReading(m_folder->path());
    auto signatures = RawSignatures::open(**connection);
    const auto bits = signatures->read(firstRow, firstRow.value == 1 ? 256 : 44);
    return !*bits || TextRuns(text).mayOccurIn(**bits);
}

QStringList RawSignaturesTest::problems() const
{
    const auto found = checkIntegrity(m_folder->path(), {});
    return found ? *found : QStringList{found.error().message};
}

void RawSignaturesTest::containTheTextsOfTheirBlock_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("inFirst");
    QTest::addColumn<bool>("inSecond");

    QTest::newRow("in all JSON") << u"usual"_s << true << true;
    QTest::newRow("in one event's JSON") << u"quarterly review"_s << true << false;
    QTest::newRow("after an escape") << u"password"_s << false << true;
    QTest::newRow("in a text beside the JSON") << u"approved beside"_s << true << false;
    QTest::newRow("in an id beside the JSON") << u"unlike-the-others"_s << false << true;
    QTest::newRow("nowhere") << u"never written"_s << false << false;
}

void RawSignaturesTest::containTheTextsOfTheirBlock()
{
    QFETCH(const QString, text);
    QFETCH(const bool, inFirst);
    QFETCH(const bool, inSecond);
    QCOMPARE(mayHold({1}, text.toStdU32String()), inFirst);
    QCOMPARE(mayHold({257}, text.toStdU32String()), inSecond);
}

void RawSignaturesTest::areNotReadWhereTheyCannotBeTrusted_data()
{
    QTest::addColumn<QByteArray>("sql");

    QTest::newRow("missing") << QByteArray("DELETE FROM raw_signature");
    QTest::newRow("cut") << QByteArray("UPDATE raw_signature SET data = substr(data, 1, 40)");
    QTest::newRow("empty") << QByteArray("UPDATE raw_signature SET data = x''");
    QTest::newRow("too long") << QByteArray(
        "UPDATE raw_signature SET data = CAST(data || zeroblob(70000) AS BLOB)");
    QTest::newRow("other bits") << QByteArray(
        "UPDATE raw_signature SET data = CAST(substr(data, 1, 8) || zeroblob(length(data) - 8) AS "
        "BLOB)");
    QTest::newRow("of another block") << QByteArray(
        "UPDATE raw_signature SET data = (SELECT data FROM raw_signature WHERE first_row = 257)");
    QTest::newRow("no such table, as in older versions") << QByteArray("DROP TABLE raw_signature");
}

void RawSignaturesTest::areNotReadWhereTheyCannotBeTrusted()
{
    QFETCH(const QByteArray, sql);
    VERIFY_RESULT(connectForWriting()->execute(sql.toStdString()));
    const auto connection = SqlConnection::openForReading(m_folder->path());
    auto signatures = RawSignatures::open(**connection);
    VERIFY_RESULT(signatures);
    const auto bits = signatures->read({1}, 256);
    VERIFY_RESULT(bits);
    QVERIFY(!bits->has_value());
}

/// A damaged count must not make one block's signature count for the rows of the next block.
void RawSignaturesTest::areNotReadForABlockOfAnotherCount()
{
    const auto connection = SqlConnection::openForReading(m_folder->path());
    auto signatures = RawSignatures::open(**connection);
    QVERIFY(signatures->read({1}, 256)->has_value());
    QVERIFY(!signatures->read({1}, 255)->has_value());
    QVERIFY(!signatures->read({1}, 300)->has_value());
}

void RawSignaturesTest::areDeletedWithAPurgedSource()
{
    VERIFY_RESULT(m_writer->removeSource(m_source, EventWriter::Purge::Yes));
    QCOMPARE(*connectForWriting()->integer("SELECT count(*) FROM raw_signature"), 0);
}

void RawSignaturesTest::areCheckedAndRebuilt_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<int>("made");

    const QString slower = u"signatures of %1 block(s) of events are damaged"_s;
    QTest::newRow("all is well") << QByteArray("SELECT 1") << QString() << 0;
    QTest::newRow("missing") << QByteArray("DELETE FROM raw_signature WHERE first_row = 1") << QString() << 1;
    QTest::newRow("damaged") << QByteArray("UPDATE raw_signature SET data = x'00' WHERE first_row = 257")
                             << slower.arg(1) << 1;
    QTest::newRow("damaged, all") << QByteArray("UPDATE raw_signature SET data = x'00'") << slower.arg(2)
                                  << 2;
    QTest::newRow("an event changed without it")
        << QByteArray("UPDATE event SET message = 'never written' WHERE row = 3")
        << u"Searches may miss texts in 1 block(s)"_s << 1;
}

void RawSignaturesTest::areCheckedAndRebuilt()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const QString, problem);
    QFETCH(const int, made);
    VERIFY_RESULT(connectForWriting()->execute(sql.toStdString()));
    const QString before = problems().join(u'\n');
    QCOMPARE(before.isEmpty(), problem.isEmpty());
    QVERIFY2(before.contains(problem), qPrintable(before));
    const auto repaired = repairSignatures(m_folder->path(), {});
    VERIFY_RESULT(repaired);
    QCOMPARE(*repaired, made);
    QCOMPARE(problems(), QStringList());
    QVERIFY(mayHold({1}, U"quarterly review"));
    QVERIFY(!mayHold({257}, U"quarterly review"));
}

void RawSignaturesTest::areCheckedByAnyNumberOfThreads_data()
{
    QTest::addColumn<unsigned>("threads");
    for (const unsigned threads : {1U, 2U, 3U, 8U})
        QTest::addRow("%u threads", threads) << threads;
}

void RawSignaturesTest::areCheckedByAnyNumberOfThreads()
{
    QFETCH(unsigned, threads);
    // A block each: more than a thread compares at once.
    for (int count = 300; count < 500; ++count)
        VERIFY_RESULT(m_writer->commit(page(m_source, {makeEvent("event-" + std::to_string(count))})));
    VERIFY_RESULT(connectForWriting()->execute(
        "UPDATE raw_signature SET data = x'00' WHERE first_row IN (490, 350, 420)"));

    const auto found = checkSignatures(m_folder->path(), {}, threads);

    VERIFY_RESULT(found);
    QCOMPARE(found->size(), 1);
    QVERIFY2(
        found->first().contains(u"signatures of 3 block(s) of events are damaged, the first from row 350"_s),
        qPrintable(found->first()));
    CancelSource cancelling;
    const CancelToken cancelled = cancelling.token();
    cancelling.cancel();
    QCOMPARE(checkSignatures(m_folder->path(), cancelled, threads).error().kind, ErrorKind::Cancelled);
}

void RawSignaturesTest::doNotHideEventsWhoseJsonIsDamaged()
{
    VERIFY_RESULT(connectForWriting()->execute("UPDATE raw_block SET data = x'00' WHERE first_row = 257; "
                                               "DELETE FROM raw_signature"));
    const auto repaired = repairSignatures(m_folder->path(), {});
    VERIFY_RESULT(repaired);
    QCOMPARE(*repaired, 1);
    QVERIFY(mayHold({257}, U"never written"));
}

void RawSignaturesTest::areNotRepairedOnceCancelled()
{
    VERIFY_RESULT(connectForWriting()->execute("DELETE FROM raw_signature"));
    CancelSource cancel;
    const CancelToken token = cancel.token();
    cancel.cancel();
    QCOMPARE(repairSignatures(m_folder->path(), token).error().kind, ErrorKind::Cancelled);
}

TRAILGLASS_TEST(RawSignaturesTest)
#include "tst_rawsignatures.moc"
