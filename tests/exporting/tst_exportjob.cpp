// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/csvwriter.h"
#include "models/exporting/exportjob.h"
#include "models/exporting/ndjsonwriter.h"
#include "models/query/memoryresult.h"
#include "tests/exporting/samplerecord.h"
#include "tests/runner/testclass.h"
#include "tests/support/nomorethreads.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <unistd.h>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr auto ReadableByAll =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther;
/// QFile reports the user's own rights as well.
constexpr auto OwnerOnly =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;

/// Records named after their row; some rows may be gone or fail.
class NumberedRecords final : public RecordSource
{
public:
    Result<void> read(const ResultRows &rows, PlaceRange part, bool withRaw, const Take &take,
                      const CancelToken &) override
    {
        askedForRaw = withRaw;
        largestPage = std::max(largestPage, part.count);
        std::size_t place = 0;
        for (const RowId row : listedRows(rows, part)) {
            if (row == failing)
                return Error{ErrorKind::Network, u"The archive does not respond."_s};
            if (row != gone)
                take(place, recordOf(row));
            ++place;
        }
        return {};
    }
    Result<std::vector<EventRecord>> records(const ResultSnapshot &, std::span<const RowId>, bool,
                                             const CancelToken &) override
    {
        return std::vector<EventRecord>();
    }
    Result<std::optional<std::size_t>> placeOf(const ResultSnapshot &result, RowId row,
                                               const CancelToken &) override
    {
        return result.find(row);
    }
    Result<void> sample(const std::function<void(const EventRecord &)> &, const CancelToken &) override
    {
        return {};
    }

    RowId failing;
    RowId gone;
    bool askedForRaw = false;
    std::size_t largestPage = 0;

private:
    static EventRecord recordOf(RowId row)
    {
        EventRecord record = sampleRecord();
        record.row = row;
        record.event.id = std::to_string(row.value);
        record.event.created = UtcMicros{row.value};
        return record;
    }
};

/// A device with room for some bytes only; then it fails like a full disk, or takes nothing.
class SmallDevice final : public QIODevice
{
public:
    explicit SmallDevice(qint64 room, const QString &reason)
        : m_room(room)
        , m_reason(reason)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        const qint64 taken = std::min(size, m_room);
        m_room -= taken;
        if (taken == 0 && size > 0) {
            setErrorString(m_reason);
            return -1;
        }
        return taken;
    }

private:
    qint64 m_room;
    QString m_reason;
};

MemoryResult firstRows(qint64 count)
{
    RowList rows;
    for (qint64 row = count; row > 0; --row)
        rows.push_back(RowId{row});
    return {RowId(), std::move(rows)};
}

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

} // namespace

class ExportJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void writesAllRowsInOrder_data();
    void writesAllRowsInOrder();
    void writesTheChosenRowsOfAResult();
    void tellsProgressAndWhatItDid();
    void asksForRawOnlyWhenNeeded();
    void leavesOutRowsThatAreGone();
    void saysWhyRowsCannotBeRead();
    void writesAHeaderForNoRows();
    void saysWhenTheDeviceIsFull_data();
    void saysWhenTheDeviceIsFull();
    void saysWhenTheDeviceFails();
    void recognisesAFullDisk();
    void createsAPrivateFile();
    void replacesAnExistingFileWhole();
    void keepsTheExistingFileOnFailure_data();
    void keepsTheExistingFileOnFailure();
    void stopsWhenCancelled();
    void namesAFolderThatDoesNotExist();
    void writesThroughAPipe();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ExportJobTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void ExportJobTest::writesAllRowsInOrder_data()
{
    QTest::addColumn<bool>("areThreadsLeft");
    QTest::newRow("pages are written on a thread of their own") << true;
    QTest::newRow("no thread starts") << false;
}

void ExportJobTest::writesAllRowsInOrder()
{
    QFETCH(const bool, areThreadsLeft);
    std::optional<Support::NoMoreThreads> limit;
    if (!areThreadsLeft)
        limit.emplace();
    const auto rows = firstRows(5000);
    NumberedRecords records;
    CsvWriter writer(*parseColumns(u"id"_s));
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));

    const auto summary = exportTo(buffer, {.rows = rows, .records = records, .writer = writer});

    QVERIFY(summary);
    QByteArray expected = "id\r\n";
    for (qint64 row = 5000; row > 0; --row)
        expected += QByteArray::number(row) + "\r\n";
    QCOMPARE(buffer.data(), expected);
    QVERIFY2(records.largestPage <= 2000, "memory must stay flat");
}

void ExportJobTest::writesTheChosenRowsOfAResult()
{
    RowList list;
    for (qint64 row = 100; row > 0; --row)
        list.push_back(RowId{row});
    const auto result = std::make_shared<const MemoryResult>(RowId(), std::move(list));
    const RowRanges rows(result, {{98, 2}, {0, 1}});
    NumberedRecords records;
    CsvWriter writer(*parseColumns(u"id"_s));
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));

    QVERIFY(exportTo(buffer, {.rows = rows, .records = records, .writer = writer}));

    QCOMPARE(buffer.data(), QByteArray("id\r\n2\r\n1\r\n100\r\n"));
}

void ExportJobTest::tellsProgressAndWhatItDid()
{
    const auto rows = firstRows(3000);
    NumberedRecords records;
    CsvWriter writer(*parseColumns(u"id,@\"SUM(1)\""_s));
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    std::vector<qint64> told;

    const auto summary = exportTo(
        buffer, {.rows = rows, .records = records, .writer = writer, .progress = [&told](qint64 done) {
                     told.push_back(done);
                 }});

    QVERIFY(summary);
    const TimeWindow span{UtcMicros{1}, UtcMicros{3001}};
    QVERIFY((*summary == ExportSummary{.rows = 3000, .columns = 2, .neutralisedCells = 1, .span = span}));
    QVERIFY(told.size() > 1);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QCOMPARE(told.back(), 3000);
}

void ExportJobTest::asksForRawOnlyWhenNeeded()
{
    const auto rows = firstRows(1);
    NumberedRecords records;
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));

    CsvWriter plain(defaultColumns());
    QVERIFY(exportTo(buffer, {.rows = rows, .records = records, .writer = plain}));
    QVERIFY(!records.askedForRaw);

    NdjsonWriter whole;
    QVERIFY(exportTo(buffer, {.rows = rows, .records = records, .writer = whole}));
    QVERIFY(records.askedForRaw);
}

void ExportJobTest::leavesOutRowsThatAreGone()
{
    const auto rows = firstRows(3);
    NumberedRecords records;
    records.gone = RowId{2};
    CsvWriter writer(*parseColumns(u"id"_s));
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));

    const auto summary = exportTo(buffer, {.rows = rows, .records = records, .writer = writer});

    QVERIFY(summary);
    QCOMPARE(summary->rows, 2);
    QCOMPARE(buffer.data(), QByteArray("id\r\n3\r\n1\r\n"));
}

void ExportJobTest::saysWhyRowsCannotBeRead()
{
    const auto rows = firstRows(5000);
    NumberedRecords records;
    records.failing = RowId{2}; // on a later page
    CsvWriter writer(*parseColumns(u"id"_s));

    const auto summary =
        exportToFile(path(u"out.csv"_s), {.rows = rows, .records = records, .writer = writer});

    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, ErrorKind::Network);
    QVERIFY(!QFile::exists(path(u"out.csv"_s)));
}

void ExportJobTest::writesAHeaderForNoRows()
{
    NumberedRecords records;
    CsvWriter writer(*parseColumns(u"id,op"_s));
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));

    QVERIFY(exportTo(buffer, {.rows = firstRows(0), .records = records, .writer = writer}));

    QCOMPARE(buffer.data(), QByteArray("id,op\r\n"));
}

void ExportJobTest::saysWhenTheDeviceIsFull_data()
{
    QTest::addColumn<int>("systemError");
    QTest::newRow("disk") << ENOSPC;
    QTest::newRow("quota") << EDQUOT;
    QTest::newRow("file size limit") << EFBIG;
}

void ExportJobTest::saysWhenTheDeviceIsFull()
{
    QFETCH(const int, systemError);
    const auto rows = firstRows(100);
    NumberedRecords records;
    CsvWriter writer(defaultColumns());
    SmallDevice device(1000, qt_error_string(systemError));

    const auto summary = exportTo(device, {.rows = rows, .records = records, .writer = writer});

    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, ErrorKind::DiskFull);
    QVERIFY(summary.error().message.contains(u"Free some space"_s));
}

void ExportJobTest::saysWhenTheDeviceFails()
{
    const auto rows = firstRows(100);
    NumberedRecords records;
    CsvWriter writer(defaultColumns());
    SmallDevice device(1000, u"Broken pipe"_s);

    const auto summary = exportTo(device, {.rows = rows, .records = records, .writer = writer});

    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, ErrorKind::Storage);
    QVERIFY(summary.error().message.contains(u"Broken pipe"_s));
}

void ExportJobTest::recognisesAFullDisk()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("this system has no /dev/full");
    const auto rows = firstRows(10);
    NumberedRecords records;
    CsvWriter writer(defaultColumns());

    const auto summary = exportToFile(u"/dev/full"_s, {.rows = rows, .records = records, .writer = writer});

    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, ErrorKind::DiskFull);
    QVERIFY(summary.error().message.contains(u"/dev/full"_s));
    QVERIFY2(!QFileInfo(u"/dev/full"_s).isFile(), "a device must never be replaced");
}

void ExportJobTest::createsAPrivateFile()
{
    const auto rows = firstRows(2);
    NumberedRecords records;
    CsvWriter writer(*parseColumns(u"id"_s));

    QVERIFY(exportToFile(path(u"out.csv"_s), {.rows = rows, .records = records, .writer = writer}));

    QCOMPARE(contentOf(path(u"out.csv"_s)), QByteArray("id\r\n2\r\n1\r\n"));
    QCOMPARE(QFile::permissions(path(u"out.csv"_s)), OwnerOnly);
}

void ExportJobTest::replacesAnExistingFileWhole()
{
    QFile old(path(u"out.csv"_s));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write(QByteArray(100'000, 'x'));
    old.close();
    QVERIFY(old.setPermissions(ReadableByAll));
    const auto rows = firstRows(1);
    NumberedRecords records;
    CsvWriter writer(*parseColumns(u"id"_s));

    QVERIFY(exportToFile(path(u"out.csv"_s), {.rows = rows, .records = records, .writer = writer}));

    QCOMPARE(contentOf(path(u"out.csv"_s)), QByteArray("id\r\n1\r\n"));
    QCOMPARE(QFile::permissions(path(u"out.csv"_s)), OwnerOnly);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
}

void ExportJobTest::keepsTheExistingFileOnFailure_data()
{
    QTest::addColumn<bool>("cancelled");

    QTest::newRow("the database fails half-way") << false;
    QTest::newRow("cancelled") << true;
}

void ExportJobTest::keepsTheExistingFileOnFailure()
{
    QFETCH(const bool, cancelled);
    QFile old(path(u"out.csv"_s));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("precious");
    old.close();
    const auto rows = firstRows(6000);
    NumberedRecords records;
    CancelSource source;
    if (!cancelled)
        records.failing = RowId{10};
    CsvWriter writer(defaultColumns());
    const auto cancelHalfWay = [&](qint64 done) {
        if (cancelled && done > 3000)
            source.cancel();
    };

    const auto summary = exportToFile(path(u"out.csv"_s),
                                      {.rows = rows,
                                       .records = records,
                                       .writer = writer,
                                       .cancel = source.token(),
                                       .progress = cancelHalfWay});

    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, cancelled ? ErrorKind::Cancelled : ErrorKind::Network);
    QCOMPARE(contentOf(path(u"out.csv"_s)), QByteArray("precious"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"out.csv"_s});
}

void ExportJobTest::stopsWhenCancelled()
{
    const auto rows = firstRows(20'000);
    NumberedRecords records;
    CancelSource source;
    CsvWriter writer(*parseColumns(u"id"_s));
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    qint64 last = 0;

    const auto summary = exportTo(buffer,
                                  {.rows = rows,
                                   .records = records,
                                   .writer = writer,
                                   .cancel = source.token(),
                                   .progress = [&](qint64 done) {
                                       last = done;
                                       source.cancel();
                                   }});

    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, ErrorKind::Cancelled);
    QVERIFY(last < 5000);
}

void ExportJobTest::namesAFolderThatDoesNotExist()
{
    NumberedRecords records;
    CsvWriter writer(defaultColumns());
    const QString fileName = path(u"missing/out.csv"_s);

    const auto summary = exportToFile(fileName, {.rows = firstRows(0), .records = records, .writer = writer});

    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, ErrorKind::Storage);
    QVERIFY(summary.error().message.contains(fileName));
}

void ExportJobTest::writesThroughAPipe()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const auto rows = firstRows(3);
    NumberedRecords records;
    CsvWriter writer(*parseColumns(u"id"_s));

    const auto summary =
        exportToFile(u"/dev/fd/%1"_s.arg(ends[1]), {.rows = rows, .records = records, .writer = writer});

    QVERIFY2(summary, summary ? "" : qPrintable(summary.error().message));
    std::array<char, 100> bytes{};
    const auto count = ::read(ends[0], bytes.data(), bytes.size());
    QCOMPARE(QByteArray(bytes.data(), static_cast<qsizetype>(count)), QByteArray("id\r\n3\r\n2\r\n1\r\n"));
    ::close(ends[0]);
    ::close(ends[1]);
}

TRAILGLASS_TEST(ExportJobTest)
#include "tst_exportjob.moc"
