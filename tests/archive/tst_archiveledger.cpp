// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveledger.h"
#include "models/archive/archivesources.h"
#include "tests/archive/fakearchive.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// What a server says of its pushes is not trusted. What pushes leave there: see `archivepush`.
class ArchiveLedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesTimesThatNoEventHas_data();
    void refusesTimesThatNoEventHas();
    void sourcesKeepTheirIdsWhenAnotherOneComes();
};

void ArchiveLedgerTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ArchiveLedgerTest::refusesTimesThatNoEventHas_data()
{
    using Limits = std::numeric_limits<qint64>;
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("times of events") << qint64(-5) << Noon.value << false;
    QTest::newRow("the first and the last there are")
        << qint64(-62'135'596'800'000'000) << qint64(253'402'300'799'999'999) << false;
    QTest::newRow("after all") << qint64(0) << Limits::max() << true;
    QTest::newRow("before all") << Limits::min() << qint64(0) << true;
    QTest::newRow("the year 10000") << qint64(0) << qint64(253'402'300'800'000'000) << true;
}

void ArchiveLedgerTest::refusesTimesThatNoEventHas()
{
    QFETCH(const qint64, first);
    QFETCH(const qint64, last);
    QFETCH(const bool, isRefused);
    FakeArchive archive([&](const Support::Request &) {
        RowBinaryWriter rows;
        rows.number(quint32(1)).number(quint64(4)).texts({"2"}).number(qint64(30));
        rows.number(quint8(1)).number(first).number(last);
        return FakeArchive::result(QByteArray::fromStdString(rows.bytes()));
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    VERIFY_RESULT(session);
    const auto state = besides([&] { return ArchiveLedger::state(**session, {}); });
    QCOMPARE(!state, isRefused);
    if (isRefused) {
        QCOMPARE(state.error().kind, ErrorKind::Malformed);
        return;
    }
    QVERIFY(state->created == (TimeWindow{UtcMicros{first}, UtcMicros{last} + 1}));
    QVERIFY(state->watermark == (Watermark{{{1, 4}}, {{1, 2}}}));
    QCOMPARE(state->events, 30);
}

/// What one list says of a source is used with the next one.
void ArchiveLedgerTest::sourcesKeepTheirIdsWhenAnotherOneComes()
{
    std::vector<std::string> names{"mine", "work"};
    FakeArchive archive([&](const Support::Request &) {
        RowBinaryWriter rows;
        for (const std::string &name : names)
            rows.text(name).text("asana").number(qint64(1));
        return FakeArchive::result(QByteArray::fromStdString(rows.bytes()));
    });
    QVERIFY(archive.listen());
    const auto session = archive.open();
    VERIFY_RESULT(session);
    const auto before = besides([&] { return archiveSources(**session, {}); });
    VERIFY_RESULT(before);
    names.insert(names.begin(), "another");
    const auto after = besides([&] { return archiveSources(**session, {}); });
    VERIFY_RESULT(after);
    QCOMPARE(after->size(), 3);
    QCOMPARE(after->at(1).name, u"mine"_s);
    QVERIFY(after->at(1).id == before->at(0).id);
    QVERIFY(after->at(2).id == before->at(1).id);
    QVERIFY(after->at(0).id != after->at(1).id);
    QVERIFY(after->at(1).id != after->at(2).id);
}

TRAILGLASS_TEST(ArchiveLedgerTest)
#include "tst_archiveledger.moc"
