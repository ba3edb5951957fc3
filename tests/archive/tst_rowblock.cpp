// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/rowblock.h"

#include "models/archive/archiveresult.h"
#include "models/archive/rowlocator.h"
#include "models/archive/rowtimes.h"
#include "models/archive/snapshotsql.h"
#include "models/query/sortorder.h"
#include "tests/archive/fakearchive.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

/// A result in an order that is not by time, which is divided into bins with so many rows each.
std::shared_ptr<const ArchiveResult> dividedResult(const ArchivePlace &place,
                                                   const std::vector<std::size_t> &counts)
{
    std::vector<SortedBin> bins;
    std::size_t rows = 0;
    for (const std::size_t count : counts) {
        bins.push_back({.condition = "row = " + ArchiveSql::number(quint64{rows}), .count = count});
        rows += count;
    }
    const Watermark watermark{{{1, 1}}, {}};
    auto events = std::make_shared<const ArchiveEvents>(
        place, ArchiveState{.watermark = watermark, .events = static_cast<qint64>(rows), .created = {}});
    std::vector<TimeBin> all{{UtcMicros{0}, UtcMicros{1'000}, rows}};
    auto result =
        std::make_shared<const ArchiveResult>(ResultQuery{std::move(events), "1", fromEvents(watermark, "1"),
                                                          orderSql(*parseSortOrder(u"message"_s), nullptr)},
                                              PlaceIndex(std::move(all)), std::make_shared<const int>());
    result->withSorted([&bins](SortedPlaces &sorted) { sorted.divide(0, bins); });
    return result;
}

} // namespace

/// Which rows are read with one query.
class RowBlockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOfNeighbouringBins_data();
    void isOfNeighbouringBins();
    void pagesAreReadWithThoseThatFollow_data();
    void pagesAreReadWithThoseThatFollow();
    void missingKeysAreAnErrorUnlessRowsWereDeleted_data();
    void missingKeysAreAnErrorUnlessRowsWereDeleted();
};

void RowBlockTest::isOfNeighbouringBins_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("maxRows");
    QTest::addColumn<int>("rows"); // of the block
    QTest::newRow("all that are wanted") << 3 << 5 << 50 << 5;
    QTest::newRow("as many as it may have") << 3 << 200 << 50 << 50;
    QTest::newRow("as many as a query has conditions for")
        << 3 << 250 << 1'000 << static_cast<int>(SortedPlaces::MaxBinsAtOnce);
}

void RowBlockTest::isOfNeighbouringBins()
{
    QFETCH(const int, first);
    QFETCH(const int, count);
    QFETCH(const int, maxRows);
    QFETCH(const int, rows);
    FakeArchive archive;
    QVERIFY(archive.listen());
    const auto session = archive.open();
    VERIFY_RESULT(session);
    const auto result = dividedResult(archive.place(), std::vector<std::size_t>(300, 1));
    const PlaceRange places{static_cast<std::size_t>(first), static_cast<std::size_t>(count)};

    const auto block = rowBlockAt(**session, *result, places, static_cast<std::size_t>(maxRows), {});

    VERIFY_RESULT(block);
    QCOMPARE(block->first, places.first);
    QCOMPARE(block->count, static_cast<std::size_t>(rows));
    const QString condition = QString::fromStdString(block->condition.text());
    QCOMPARE(condition.count(u"row = "_s), rows);
    QVERIFY2(condition.contains(u"row = %1 "_s.arg(first)), qPrintable(condition));
    QVERIFY(archive.requests().isEmpty()); // nothing had to be divided
}

void RowBlockTest::pagesAreReadWithThoseThatFollow_data()
{
    using Counts = std::vector<std::size_t>;
    QTest::addColumn<Counts>("bins"); // rows of each
    QTest::addColumn<int>("maxRows");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("read"); // bins
    QTest::addColumn<QByteArray>("limit");
    QTest::newRow("as many rows as are read at once")
        << Counts(30, 10) << 100 << 15 << 5 << 10 << QByteArray("LIMIT 5, 95");
    QTest::newRow("as many bins as a query has conditions for")
        << Counts(300, 1) << 250 << 3 << 5 << int(SortedPlaces::MaxBinsAtOnce) << QByteArray("LIMIT 0, 100");
    QTest::newRow("all that is wanted, however much")
        << Counts(300, 1) << 100 << 3 << 150 << 150 << QByteArray("LIMIT 0, 150");
    Counts large(30, 10);
    large[4] = 50;
    QTest::newRow("nothing of a bin that is to be divided first")
        << large << 100 << 15 << 5 << 3 << QByteArray("LIMIT 5, 25");
    QTest::newRow("to the end of the result")
        << Counts(30, 10) << 100 << 280 << 5 << 2 << QByteArray("LIMIT 0, 20");
}

/// In an order that is not by time, where the server looks at all rows for each page.
void RowBlockTest::pagesAreReadWithThoseThatFollow()
{
    QFETCH(const std::vector<std::size_t>, bins);
    QFETCH(const int, maxRows);
    QFETCH(const int, first);
    QFETCH(const int, count);
    QFETCH(const int, read);
    QFETCH(const QByteArray, limit);
    FakeArchive archive([](const Support::Request &request) {
        RowBinaryWriter rows;
        if (request.body.startsWith("SELECT toInt64(sum(sign))"))
            rows.number(qint64{0}); // they were deleted since
        return FakeArchive::result(QByteArray::fromStdString(rows.bytes()));
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    VERIFY_RESULT(session);
    const auto result = dividedResult(archive.place(), bins);
    RowTimes times;
    RowLocator locator(**session, times,
                       {.binRows = 10, .blockRows = static_cast<std::size_t>(maxRows), .firstRows = 2});
    const PlaceRange places{static_cast<std::size_t>(first), static_cast<std::size_t>(count)};

    const auto keys = besides([&] { return locator.keysAt(*result, places, {}); });

    VERIFY_RESULT(keys);
    const QByteArray sql = archive.requests().constFirst().body;
    QCOMPARE(sql.count("row = "), read);
    QVERIFY2(sql.endsWith(limit), sql.constData());
}

void RowBlockTest::missingKeysAreAnErrorUnlessRowsWereDeleted_data()
{
    QTest::addColumn<int>("there"); // of the rows of the bins that are read
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("the response ended between two rows") << 100 << false;
    QTest::newRow("none is there any more") << 0 << true;
    QTest::newRow("those before the page are") << 5 << true;
}

void RowBlockTest::missingKeysAreAnErrorUnlessRowsWereDeleted()
{
    QFETCH(const int, there);
    QFETCH(const bool, isWhole);
    FakeArchive archive([there](const Support::Request &request) {
        RowBinaryWriter rows;
        if (request.body.startsWith("SELECT toInt64(sum(sign))"))
            rows.number(qint64{there});
        return FakeArchive::result(QByteArray::fromStdString(rows.bytes())); // no keys
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    VERIFY_RESULT(session);
    const auto result = dividedResult(archive.place(), std::vector<std::size_t>(30, 10));
    RowTimes times;
    RowLocator locator(**session, times, {.binRows = 10, .blockRows = 100, .firstRows = 2});

    const auto keys = besides([&] { return locator.keysAt(*result, {15, 5}, {}); });

    QCOMPARE(keys.hasValue(), isWhole);
    if (!isWhole)
        QCOMPARE(keys.error().kind, ErrorKind::Malformed);
}

TRAILGLASS_TEST(RowBlockTest)
#include "tst_rowblock.moc"
