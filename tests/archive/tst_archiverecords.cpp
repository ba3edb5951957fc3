// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiverecords.h"
#include "models/archive/archiverow.h"
#include "models/archive/rowtimes.h"
#include "models/archive/snapshotsql.h"
#include "models/query/sortorder.h"
#include "tests/archive/fakearchive.h"
#include "tests/archive/fakerecords.h"
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

constexpr std::size_t Events = 5;

EventKey keyOf(std::size_t number)
{
    const auto row = static_cast<qint64>(number) + 1;
    return {UtcMicros{1'000 + row}, *ArchiveRow{1, RowId{row}}.id()};
}

std::vector<EventKey> allKeys()
{
    std::vector<EventKey> keys;
    for (std::size_t number = 0; number < Events; ++number)
        keys.push_back(keyOf(number));
    return keys;
}

/// A server whose results are limited to some events.
class LimitedArchive
{
public:
    explicit LimitedArchive(std::size_t most)
        : m_archive([this, most](const Support::Request &request) { return respond(request, most); })
    {
    }

    [[nodiscard]] FakeArchive &archive() { return m_archive; }
    [[nodiscard]] int refused() const { return m_refused; }

private:
    Support::Response respond(const Support::Request &request, std::size_t most)
    {
        RowBinaryWriter rows;
        std::size_t count = 0;
        for (const EventKey &key : allKeys()) {
            if (!request.body.contains(tupleOf(key)))
                continue;
            appendRecord(rows, key);
            ++count;
        }
        if (count <= most)
            return FakeArchive::result(QByteArray::fromStdString(rows.bytes()));
        ++m_refused;
        return FakeArchive::refusal(500, "Code: 396. DB::Exception: Limit for result exceeded (X)");
    }

    int m_refused = 0;
    FakeArchive m_archive;
};

/// A result whose rows were read before.
std::unique_ptr<ArchiveResult> resultOf(const ArchivePlace &place)
{
    const Watermark watermark{{{1, 1}}, {}};
    auto events = std::make_shared<const ArchiveEvents>(
        place, ArchiveState{.watermark = watermark, .events = qint64(Events), .created = {}});
    auto result = std::make_unique<ArchiveResult>(
        ResultQuery{std::move(events), "1", fromEvents(watermark, "1"),
                    orderSql(defaultSortOrder(), nullptr)},
        PlaceIndex(std::vector<TimeBin>{{UtcMicros{0}, UtcMicros{10'000}, Events}}),
        std::make_shared<const int>());
    result->rows().note(0, allKeys());
    return result;
}

} // namespace

class ArchiveRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsLargeEventsFewerAtATime_data();
    void readsLargeEventsFewerAtATime();
    void refusesAnEventThatIsTooLarge();
    void missingEventsAreAnErrorUnlessTheyWereDeleted_data();
    void missingEventsAreAnErrorUnlessTheyWereDeleted();
};

void ArchiveRecordsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchiveRecordsTest::readsLargeEventsFewerAtATime_data()
{
    QTest::addColumn<int>("most");
    QTest::newRow("one") << 1;
    QTest::newRow("two") << 2;
    QTest::newRow("all but one") << 4;
    QTest::newRow("all") << 5;
}

void ArchiveRecordsTest::readsLargeEventsFewerAtATime()
{
    QFETCH(const int, most);
    LimitedArchive limited(static_cast<std::size_t>(most));
    QVERIFY(limited.archive().listen());
    const auto session = limited.archive().open();
    VERIFY_RESULT(session);
    RowTimes times;
    ArchiveRecords records(**session, times);
    const auto result = resultOf(limited.archive().place());
    std::vector<std::size_t> places;
    std::vector<EventKey> keys;

    const auto read = besides([&] {
        const auto take = [&](std::size_t place, EventRecord &&record) {
            places.push_back(place);
            keys.push_back({record.event.created, record.row});
        };
        return records.read(*result, {0, Events}, true, take, {});
    });

    VERIFY_RESULT(read);
    QVERIFY(places == (std::vector<std::size_t>{0, 1, 2, 3, 4}));
    QVERIFY(keys == allKeys());
    QCOMPARE(limited.refused() > 0, most < int(Events));
}

void ArchiveRecordsTest::refusesAnEventThatIsTooLarge()
{
    LimitedArchive limited(0);
    QVERIFY(limited.archive().listen());
    const auto session = limited.archive().open();
    VERIFY_RESULT(session);
    RowTimes times;
    ArchiveRecords records(**session, times);
    const auto result = resultOf(limited.archive().place());
    const auto read = besides([&] {
        const auto take = [](std::size_t, EventRecord &&) {
        };
        return records.read(*result, {0, Events}, true, take, {});
    });
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::TooLarge);
}

void ArchiveRecordsTest::missingEventsAreAnErrorUnlessTheyWereDeleted_data()
{
    QTest::addColumn<int>("sent");
    QTest::addColumn<int>("there");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("the response ended between two rows") << 3 << 5 << false;
    QTest::newRow("nothing of it came") << 0 << 5 << false;
    QTest::newRow("two events were deleted") << 3 << 3 << true;
    QTest::newRow("one more was deleted since") << 3 << 2 << true;
}

/// As of a page that the window shows, or of chosen rows that are exported.
void ArchiveRecordsTest::missingEventsAreAnErrorUnlessTheyWereDeleted()
{
    QFETCH(const int, sent);
    QFETCH(const int, there);
    QFETCH(const bool, isWhole);
    FakeArchive archive([&](const Support::Request &request) {
        RowBinaryWriter rows;
        if (request.body.startsWith("SELECT toInt64(sum(sign))")) {
            rows.number(qint64{there});
        } else {
            for (int number = 0; number < sent; ++number)
                appendRecord(rows, keyOf(static_cast<std::size_t>(number)));
        }
        return FakeArchive::result(QByteArray::fromStdString(rows.bytes()));
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    VERIFY_RESULT(session);
    RowTimes times;
    ArchiveRecords records(**session, times);
    const auto result = resultOf(archive.place());
    int taken = 0;

    const auto read = besides([&] {
        const auto take = [&taken](std::size_t, EventRecord &&) {
            ++taken;
        };
        return records.read(*result, {0, Events}, true, take, {});
    });

    QCOMPARE(read.hasValue(), isWhole);
    QCOMPARE(taken, isWhole ? sent : 0);
    if (!isWhole)
        QCOMPARE(read.error().kind, ErrorKind::Malformed);
}

TRAILGLASS_TEST(ArchiveRecordsTest)
#include "tst_archiverecords.moc"
