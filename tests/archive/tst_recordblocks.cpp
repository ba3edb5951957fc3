// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiverecords.h"
#include "models/archive/archiverow.h"
#include "models/archive/rowtimes.h"
#include "models/exporting/exportjob.h"
#include "models/exporting/ndjsonwriter.h"
#include "tests/archive/blockarchive.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;

namespace {

constexpr std::size_t BlockRows = 20; ///< of a hundred events

/// The response breaks off in its middle.
Response cut(Response response, Ending ending)
{
    response.ending = ending;
    response.bytesBeforeEnding = response.body.size() / 2;
    return response;
}

/// The same without its last rows, as where a connection breaks between two rows of a response that is not packed.
/// \param rows  that it has, all of the same size
Response withoutLast(Response response, std::size_t rows, std::size_t missing)
{
    response.body.chop(response.body.size() / static_cast<qsizetype>(rows) * static_cast<qsizetype>(missing));
    return response;
}

bool hasStoppedAQuery(const FakeArchive &archive)
{
    return std::ranges::any_of(archive.requests(),
                               [](const Request &request) { return request.body.startsWith("KILL QUERY"); });
}

} // namespace

/// Records of many rows, read in blocks: from a server that responds as a test wants.
class RecordBlocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsABlockWithEachQuery();
    void leavesOutWhatWasTakenBack();
    void readsRangesOfAResult_data();
    void readsRangesOfAResult();
    void requestsABlockAgainWhenTheLineBreaks_data();
    void requestsABlockAgainWhenTheLineBreaks();
    void requestsABlockAgainWhoseRowsAreMissing_data();
    void requestsABlockAgainWhoseRowsAreMissing();
    void goesOnAfterThePagesThatWerePassedOn();
    void failsAtOnceWhereNothingWasRead_data();
    void failsAtOnceWhereNothingWasRead();
    void failsWhereTheServerStaysAway();
    void anExceptionAfterTheFirstBytesFails();
    void failsWhereRowsStayMissing();
    void failsAtOnceWhereAnEventIsNotKnown();
    void rowsThatWereDeletedSinceAreLeftOut();
    void aCancelStopsTheQuery();
    void aTakerThatFailsStopsTheNextBlock();

private:
    /// Reads some rows on another thread, into m_read.
    [[nodiscard]] Result<void> read(BlockArchive &archive, const ResultRows &rows,
                                    const CancelToken &cancel = {});
    [[nodiscard]] Result<void> read(BlockArchive &archive)
    {
        const auto result = archive.result();
        return read(archive, *result);
    }
    /// Exports all rows into a file of m_folder.
    [[nodiscard]] Result<ExportSummary> exported(BlockArchive &archive);
    [[nodiscard]] BlockLimits limits()
    {
        return {.rows = m_maxRows,
                .firstRows = BlockRows,
                .fewRows = 2,
                .shortRange = m_shortRange,
                .wait = [this](std::chrono::milliseconds, const CancelToken &) {
                    ++m_waits;
                }};
    }
    [[nodiscard]] bool hasNoFile() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).isEmpty();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ArchiveSession> m_session; ///< of the last test: what it sends at its end arrives
    std::vector<qint64> m_read; ///< row numbers
    std::size_t m_maxRows = BlockRows;
    std::size_t m_shortRange = 2;
    int m_waits = 0;
};

void RecordBlocksTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_session.reset();
    m_read.clear();
    m_maxRows = BlockRows;
    m_shortRange = 2;
    m_waits = 0;
}

Result<void> RecordBlocksTest::read(BlockArchive &archive, const ResultRows &rows, const CancelToken &cancel)
{
    TRY(m_session, archive.archive().open());
    RowTimes times;
    ArchiveRecords records(*m_session, times, limits());
    const auto take = [this](std::vector<EventRecord> &&page) -> Result<void> {
        for (const EventRecord &record : page)
            m_read.push_back(ArchiveRow::of(record.row).row.value);
        return {};
    };
    return besides([&] { return records.readPages(rows, true, take, cancel); });
}

Result<ExportSummary> RecordBlocksTest::exported(BlockArchive &archive)
{
    TRY(m_session, archive.archive().open());
    RowTimes times;
    ArchiveRecords records(*m_session, times, limits());
    const auto result = archive.result();
    NdjsonWriter writer;
    return besides([&] {
        return exportToFile(m_folder->filePath(u"out.ndjson"_s),
                            {.rows = *result, .records = records, .writer = writer});
    });
}

void RecordBlocksTest::readsABlockWithEachQuery()
{
    BlockArchive archive;
    QVERIFY(archive.archive().listen());

    VERIFY_RESULT(read(archive));

    QCOMPARE(m_read, archive.rows());
    QCOMPARE(archive.blocks(), 5);
    const auto &requests = archive.archive().requests();
    QCOMPARE(requests.size(), 5); // neither keys nor counts besides
    for (qsizetype block = 0; block < requests.size(); ++block) {
        const QByteArray time = "created >= " + QByteArray::number(1'800 - 200 * block) + " AND created < "
            + QByteArray::number(2'000 - 200 * block);
        QVERIFY2(requests[block].body.contains(time), requests[block].body.constData());
    }
}

void RecordBlocksTest::leavesOutWhatWasTakenBack()
{
    BlockArchive archive;
    archive.takenBack = {7, 50, 90, 100};
    QVERIFY(archive.archive().listen());

    VERIFY_RESULT(read(archive));

    QCOMPARE(m_read.size(), 96U);
    QCOMPARE(m_read, archive.rows());
}

void RecordBlocksTest::readsRangesOfAResult_data()
{
    QTest::addColumn<int>("shortRange");
    QTest::addColumn<int>("blocks");
    QTest::newRow("all in blocks") << 1 << 5;
    QTest::newRow("short ones by their keys") << 5 << 3;
    QTest::newRow("all by their keys") << 100 << 0;
}

void RecordBlocksTest::readsRangesOfAResult()
{
    QFETCH(const int, shortRange);
    QFETCH(const int, blocks);
    BlockArchive archive;
    QVERIFY(archive.archive().listen());
    m_shortRange = static_cast<std::size_t>(shortRange);
    const std::vector<PlaceRange> ranges{{95, 1}, {33, 50}, {2, 3}};
    const RowRanges rows(archive.result(), ranges);

    VERIFY_RESULT(read(archive, rows));

    std::vector<qint64> expected;
    for (const PlaceRange &range : ranges) {
        for (std::size_t place = range.first; place < range.first + range.count; ++place)
            expected.push_back(archive.rows()[place]);
    }
    QCOMPARE(m_read, expected);
    QCOMPARE(archive.blocks(), blocks);
}

void RecordBlocksTest::requestsABlockAgainWhenTheLineBreaks_data()
{
    QTest::addColumn<Response>("broken");
    const Response whole = FakeArchive::result(QByteArray(2'000, 'x'));
    QTest::newRow("closed in the middle") << cut(whole, Ending::Drop);
    QTest::newRow("reset in the middle") << cut(whole, Ending::Reset);
    QTest::newRow("a gateway in between") << Response::html(502, "Bad Gateway");
}

void RecordBlocksTest::requestsABlockAgainWhenTheLineBreaks()
{
    QFETCH(const Response, broken);
    int breaks = 0;
    BlockArchive archive([&](int block, std::size_t, const Response &whole) {
        if (block < 3 || breaks == 2)
            return whole;
        ++breaks;
        return broken;
    });
    QVERIFY(archive.archive().listen());

    VERIFY_RESULT(read(archive));

    QCOMPARE(m_read, archive.rows());
    QCOMPARE(breaks, 2);
    QCOMPARE(m_waits, 2);
}

void RecordBlocksTest::requestsABlockAgainWhoseRowsAreMissing_data()
{
    QTest::addColumn<int>("rows"); // that are missing
    QTest::addColumn<int>("bytes"); // likewise, besides
    QTest::newRow("one") << 1 << 0;
    QTest::newRow("several") << 7 << 0;
    QTest::newRow("the end of one") << 0 << 3;
    QTest::newRow("all") << static_cast<int>(BlockRows) << 0;
}

void RecordBlocksTest::requestsABlockAgainWhoseRowsAreMissing()
{
    QFETCH(const int, rows);
    QFETCH(const int, bytes);
    int breaks = 0;
    BlockArchive archive([&](int block, std::size_t count, const Response &whole) {
        if (block < 3 || breaks == 2)
            return whole;
        ++breaks;
        Response broken = withoutLast(whole, count, static_cast<std::size_t>(rows));
        broken.body.chop(bytes);
        return broken;
    });
    QVERIFY(archive.archive().listen());

    VERIFY_RESULT(read(archive));

    QCOMPARE(m_read, archive.rows());
    QCOMPARE(breaks, 2);
    QVERIFY(m_waits > 0);
}

/// Nothing is written twice.
void RecordBlocksTest::goesOnAfterThePagesThatWerePassedOn()
{
    constexpr qint64 Events = 2'000;
    constexpr std::size_t Missing = 30;
    m_maxRows = 2'000;
    bool isBroken = false;
    BlockArchive archive(
        [&](int, std::size_t rows, const Response &whole) {
            if (isBroken || rows < RecordSource::PageRows + Missing)
                return whole;
            isBroken = true; // after a page and some rows
            return withoutLast(whole, rows, Missing);
        },
        Events);
    QVERIFY(archive.archive().listen());

    VERIFY_RESULT(read(archive));

    QVERIFY(isBroken);
    QCOMPARE(m_read.size(), static_cast<std::size_t>(Events));
    QCOMPARE(m_read, archive.rows());
    QCOMPARE(m_waits, 1);
}

void RecordBlocksTest::failsAtOnceWhereNothingWasRead_data()
{
    QTest::addColumn<bool>("isCut");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("the line breaks") << true << ErrorKind::Network;
    QTest::newRow("rows are missing") << false << ErrorKind::Malformed;
}

void RecordBlocksTest::failsAtOnceWhereNothingWasRead()
{
    QFETCH(const bool, isCut);
    QFETCH(const ErrorKind, kind);
    BlockArchive archive([isCut](int, std::size_t rows, const Response &whole) {
        return isCut ? cut(whole, Ending::Drop) : withoutLast(whole, rows, 1);
    });
    QVERIFY(archive.archive().listen());

    const auto failed = read(archive);

    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, kind);
    QCOMPARE(m_waits, 0);
}

void RecordBlocksTest::failsWhereTheServerStaysAway()
{
    BlockArchive archive([](int block, std::size_t, const Response &whole) {
        return block < 3 ? whole : cut(whole, Ending::Drop);
    });
    QVERIFY(archive.archive().listen());

    const auto failed = exported(archive);

    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Network);
    QCOMPARE(m_waits, ArchiveRetry::MaxTries - 1);
    QVERIFY(hasNoFile());
}

/// It is not requested again: the server would fail again.
void RecordBlocksTest::anExceptionAfterTheFirstBytesFails()
{
    BlockArchive archive([](int block, std::size_t, Response whole) {
        if (block == 3) {
            whole.headers.append(Header{"X-ClickHouse-Exception-Tag", "abcdefghijklmnop"});
            whole.body = whole.body.first(whole.body.size() / 2)
                + "\r\n__exception__\r\nabcdefghijklmnop\r\nCode: 49. DB::Exception: Something broke (X)\n41 "
                  "abcdefghijklmnop\r\n__exception__\r\n";
        }
        return whole;
    });
    QVERIFY(archive.archive().listen());

    const auto failed = exported(archive);

    QVERIFY(!failed);
    QVERIFY2(failed.error().message.contains(u"Something broke"_s), qPrintable(failed.error().message));
    QVERIFY(hasNoFile());
    QCOMPARE(m_waits, 0);
}

void RecordBlocksTest::failsWhereRowsStayMissing()
{
    BlockArchive archive([](int block, std::size_t rows, const Response &whole) {
        return block < 3 ? whole : withoutLast(whole, rows, 1);
    });
    QVERIFY(archive.archive().listen());

    const auto failed = exported(archive);

    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Malformed);
    QVERIFY2(failed.error().message.contains(u"incomplete"_s), qPrintable(failed.error().message));
    QCOMPARE(m_waits, ArchiveRetry::MaxTries - 1);
    QVERIFY(hasNoFile());
}

/// Another try would find it again.
void RecordBlocksTest::failsAtOnceWhereAnEventIsNotKnown()
{
    BlockArchive archive([](int block, std::size_t, Response whole) {
        if (block >= 3)
            whole.body.replace("asana", "other"); // as of a vendor of a later version
        return whole;
    });
    QVERIFY(archive.archive().listen());

    const auto failed = read(archive);

    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Unsupported);
    QVERIFY2(failed.error().message.contains(u"other"_s), qPrintable(failed.error().message));
    QCOMPARE(m_waits, 0);
}

void RecordBlocksTest::rowsThatWereDeletedSinceAreLeftOut()
{
    BlockArchive archive;
    archive.deleted = {5, 44, 45, 100};
    QVERIFY(archive.archive().listen());

    const auto summary = exported(archive);

    VERIFY_RESULT(summary);
    QCOMPARE(summary->rows, 96);
    VERIFY_RESULT(read(archive));
    QCOMPARE(m_read, archive.rows());
}

void RecordBlocksTest::aCancelStopsTheQuery()
{
    CancelSource source;
    BlockArchive archive([&source](int block, std::size_t, Response whole) {
        if (block == 3) {
            whole.ending = Ending::Hang;
            source.cancel();
        }
        return whole;
    });
    QVERIFY(archive.archive().listen());

    const auto failed = read(archive, *archive.result(), source.token());

    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Cancelled);
    QVERIFY(m_read.size() <= 2 * BlockRows);
    QTRY_VERIFY(hasStoppedAQuery(archive.archive()));
}

/// And is not tried again, whatever it failed with.
void RecordBlocksTest::aTakerThatFailsStopsTheNextBlock()
{
    BlockArchive archive([](int block, std::size_t, Response whole) {
        if (block == 3)
            whole.ending = Ending::Hang;
        return whole;
    });
    QVERIFY(archive.archive().listen());
    const auto session = archive.archive().open();
    VERIFY_RESULT(session);
    RowTimes times;
    ArchiveRecords records(**session, times, limits());
    const auto result = archive.result();
    int pages = 0;
    const auto refuse = [&pages](std::vector<EventRecord> &&) -> Result<void> {
        if (++pages == 1)
            return {};
        return Error{.kind = ErrorKind::Malformed, .message = u"This cannot be written."_s};
    };

    const auto failed = besides([&] { return records.readPages(*result, true, refuse, {}); });

    QVERIFY(!failed);
    QCOMPARE(failed.error().message, u"This cannot be written."_s);
    QCOMPARE(pages, 2);
    QCOMPARE(m_waits, 0);
    QTRY_VERIFY(hasStoppedAQuery(archive.archive()));
}

TRAILGLASS_TEST(RecordBlocksTest)
#include "tst_recordblocks.moc"
