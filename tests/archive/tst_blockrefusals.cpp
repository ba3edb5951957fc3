// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiverecords.h"
#include "models/archive/archiverow.h"
#include "models/archive/rowtimes.h"
#include "tests/archive/blockarchive.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <set>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;

/// Blocks of records that do not come as they were requested, and all rows are read nevertheless.
class BlockRefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsFewerRowsWhereTheyAreTooMany_data();
    void readsFewerRowsWhereTheyAreTooMany();
    void readsFewerRowsWhereTheyAreTooLarge();
    void doesWithoutPrewhereWhereItIsRefused();
    void rowsMayBeDeletedWhileTheyAreRead();

private:
    /// Reads all rows on another thread, into m_read.
    [[nodiscard]] Result<void> read(BlockArchive &archive);

    std::unique_ptr<ArchiveSession> m_session; ///< of the last test: what it sends at its end arrives
    BlockLimits m_limits;
    std::vector<qint64> m_read; ///< row numbers
    int m_waits = 0;
};

void BlockRefusalsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_session.reset();
    m_limits = {.rows = 20,
                .firstRows = 20,
                .fewRows = 2,
                .shortRange = 2,
                .wait = [this](std::chrono::milliseconds, const CancelToken &) {
                    ++m_waits;
                }};
    m_read.clear();
    m_waits = 0;
}

Result<void> BlockRefusalsTest::read(BlockArchive &archive)
{
    TRY(m_session, archive.archive().open());
    RowTimes times;
    ArchiveRecords records(*m_session, times, m_limits);
    const auto result = archive.result();
    const auto take = [this](std::vector<EventRecord> &&page) -> Result<void> {
        for (const EventRecord &record : page)
            m_read.push_back(ArchiveRow::of(record.row).row.value);
        return {};
    };
    return besides([&] { return records.readPages(*result, true, take, {}); });
}

void BlockRefusalsTest::readsFewerRowsWhereTheyAreTooMany_data()
{
    QTest::addColumn<int>("most");
    QTest::addColumn<Response>("refusal");
    QTest::newRow("the result is limited")
        << 10 << FakeArchive::refusal(500, "Code: 396. DB::Exception: Limit for result exceeded (X)");
    QTest::newRow("memory is limited")
        << 4 << FakeArchive::refusal(500, "Code: 241. DB::Exception: Memory limit exceeded (X)");
    QTest::newRow("time is limited") << 10
                                     << FakeArchive::refusal(
                                            408, "Code: 159. DB::Exception: Timeout exceeded (X)");
    QTest::newRow("a gateway stops waiting") << 10 << Response::html(504, "Gateway Timeout");
    QTest::newRow("no block is possible")
        << 0 << FakeArchive::refusal(500, "Code: 241. DB::Exception: Memory limit exceeded (X)");
}

void BlockRefusalsTest::readsFewerRowsWhereTheyAreTooMany()
{
    QFETCH(const int, most);
    QFETCH(const Response, refusal);
    int refused = 0;
    BlockArchive archive([&](int, std::size_t rows, const Response &whole) {
        if (rows <= static_cast<std::size_t>(most))
            return whole;
        ++refused;
        return refusal;
    });
    QVERIFY(archive.archive().listen());

    VERIFY_RESULT(read(archive));

    QCOMPARE(m_read, archive.rows());
    QVERIFY(refused > 0);
    QVERIFY2(refused <= 10, qPrintable(QString::number(refused))); // not every second time
    QCOMPARE(m_waits, 0);
}

/// For this program, whatever the server sends.
void BlockRefusalsTest::readsFewerRowsWhereTheyAreTooLarge()
{
    m_limits.maxBytes = 1'000; // some more than ten rows have
    BlockArchive archive;
    QVERIFY(archive.archive().listen());

    VERIFY_RESULT(read(archive));

    QCOMPARE(m_read, archive.rows());
    QVERIFY(archive.blocks() > 10);
}

/// The refusal is not waited for again with each block.
void BlockRefusalsTest::doesWithoutPrewhereWhereItIsRefused()
{
    BlockArchive archive;
    archive.hasPrewhere = false;
    QVERIFY(archive.archive().listen());

    VERIFY_RESULT(read(archive));

    QCOMPARE(m_read, archive.rows());
    QCOMPARE(archive.blocks(), 5);
    QCOMPARE(archive.archive().requests().size(), 6);
}

/// They are counted after they were read.
void BlockRefusalsTest::rowsMayBeDeletedWhileTheyAreRead()
{
    std::set<qint64> *deleted = nullptr;
    BlockArchive archive([&deleted](int block, std::size_t, const Response &whole) {
        if (block == 3)
            deleted->insert(44);
        return whole;
    });
    deleted = &archive.deleted;
    archive.deleted = {45}; // of the same block
    QVERIFY(archive.archive().listen());

    VERIFY_RESULT(read(archive));

    QCOMPARE(m_read.size(), 99U);
}

TRAILGLASS_TEST(BlockRefusalsTest)
#include "tst_blockrefusals.moc"
