// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/rowblock.h"

#include "models/archive/archiveresult.h"
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

/// A result in an order that is not by time, which is divided into bins of one row.
std::shared_ptr<const ArchiveResult> dividedResult(const ArchivePlace &place, std::size_t rows)
{
    const Watermark watermark{{{1, 1}}, {}};
    auto events = std::make_shared<const ArchiveEvents>(
        place, ArchiveState{.watermark = watermark, .events = static_cast<qint64>(rows), .created = {}});
    std::vector<TimeBin> all{{UtcMicros{0}, UtcMicros{1'000}, rows}};
    auto result =
        std::make_shared<const ArchiveResult>(ResultQuery{std::move(events), "1", fromEvents(watermark, "1"),
                                                          orderSql(*parseSortOrder(u"message"_s), nullptr)},
                                              PlaceIndex(std::move(all)), std::make_shared<const int>());
    std::vector<SortedBin> bins;
    for (std::size_t row = 0; row < rows; ++row)
        bins.push_back({.condition = "row = " + ArchiveSql::number(quint64{row}), .count = 1});
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
    const auto result = dividedResult(archive.place(), 300);
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

TRAILGLASS_TEST(RowBlockTest)
#include "tst_rowblock.moc"
