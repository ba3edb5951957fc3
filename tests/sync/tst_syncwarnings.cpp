// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/standins.h"
#include "tests/sync/syncharness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

constexpr std::string_view Now = "2026-11-20T12:00:00Z";

} // namespace

/// What a sync tells beside its counts.
class SyncWarningsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPageThatStaysRefusedEndsTheRunAndTheNextReadsAll_data();
    void aPageThatStaysRefusedEndsTheRunAndTheNextReadsAll();
    void eventsThatCannotBeReadAreCountedAndTheFirstReasonTold();

private:
    [[nodiscard]] SyncReport sync(Vendor vendor);

    std::unique_ptr<StandIns> m_servers;
    std::unique_ptr<SyncHarness> m_harness;
};

void SyncWarningsTest::init()
{
    m_servers =
        std::make_unique<StandIns>(Company::Options{.seed = 7, .now = parseTime(Now).value(), .events = 700});
    QVERIFY(m_servers->listen());
    m_harness = std::make_unique<SyncHarness>(Now);
    for (const Vendor vendor : {Vendor::Secoda, Vendor::Paradime, Vendor::Nected}) {
        const QString source = QString::fromUtf8(name(vendor).data());
        QMap<QString, QString> settings = m_servers->server(vendor).settings();
        settings.insert(u"initial_days"_s, u"120"_s);
        m_harness->addSource(source, source, settings);
    }
}

SyncReport SyncWarningsTest::sync(Vendor vendor)
{
    const QString source = QString::fromUtf8(name(vendor).data());
    return m_harness->run(m_harness->job(source, m_servers->server(vendor)));
}

void SyncWarningsTest::aPageThatStaysRefusedEndsTheRunAndTheNextReadsAll_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<int>("status");
    for (const int status : {400, 404, 422}) {
        QTest::addRow("secoda, %d", status) << Vendor::Secoda << status;
        QTest::addRow("nected, %d", status) << Vendor::Nected << status;
    }
}

void SyncWarningsTest::aPageThatStaysRefusedEndsTheRunAndTheNextReadsAll()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const int, status);
    m_servers->secoda().setPageSize(10);
    VendorServer &server = m_servers->server(vendor);
    // Every third request: page 3 at first, and page 3 again should the source begin anew.
    server.faults().every(3, Fault::httpStatus(status));
    const SyncReport report = sync(vendor);
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE_LE(report.requests, 6);
    QCOMPARE(report.retries, 0);
    QCOMPARE(report.warnings.size(), 1);
    QVERIFY2(report.warnings.first().contains(u"HTTP %1"_s.arg(status)), qPrintable(report.warnings.first()));
    QCOMPARE_GT(report.counts.added, 0);
    QVERIFY(!m_harness->state(report.source).checkpoint.contains(u"page"));

    server.faults().clear();
    QCOMPARE(sync(vendor).status, SyncReport::Status::Ok);
    QCOMPARE(m_harness->stored(report.source), SyncHarness::served(server));
}

void SyncWarningsTest::eventsThatCannotBeReadAreCountedAndTheFirstReasonTold()
{
    QList<VendorEvent> events = m_servers->paradime().events();
    events[1].raw = R"({"id":"no time"})";
    events[2].raw = R"(["no object"])";
    m_servers->paradime().setEvents(events);
    const SyncReport report = sync(Vendor::Paradime);
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.counts.unreadable, 2);
    const auto reader = m_harness->reader();
    const auto kept = reader->quarantine(reader->source(u"paradime"_s)->id, 0).value();
    QCOMPARE(report.warnings.size(), 1);
    QVERIFY2(report.warnings.first().startsWith(u"2 event"_s), qPrintable(report.warnings.first()));
    QVERIFY2(report.warnings.first().endsWith(kept.back().reason), qPrintable(report.warnings.first()));
}

TRAILGLASS_TEST(SyncWarningsTest)
#include "tst_syncwarnings.moc"
