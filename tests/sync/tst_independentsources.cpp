// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"
#include "tests/sync/faultmatrix.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

constexpr std::string_view Now = "2026-11-20T12:00:00Z";
constexpr int Patience = 60'000; // ms, for a slow machine

} // namespace

/// Sources side by side, of which some fail. Virtual time stands still: whoever has to wait for anything but its own
/// server does not come to an end.
class IndependentSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFailingSourceNeverDelaysAnother_data();
    void aFailingSourceNeverDelaysAnother();
    void sourcesThatWaitLeaveTheirPlacesToOthers();
    void silentServersLeaveTheirPlacesToOtherServers();

private:
    [[nodiscard]] SyncJob addJob(const QString &source, Vendor vendor);
    [[nodiscard]] bool isComplete(Vendor vendor);
    void cancel();

    std::unique_ptr<FakeVendors> m_servers;
    std::unique_ptr<SyncHarness> m_harness;
};

void IndependentSourcesTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_harness.reset();
    m_servers = std::make_unique<FakeVendors>(
        Company::Options{.seed = 7, .now = parseTime(Now).value(), .events = 0}); // the incident alone
    QVERIFY(m_servers->listen());
    m_harness = std::make_unique<SyncHarness>(Now);
}

SyncJob IndependentSourcesTest::addJob(const QString &source, Vendor vendor)
{
    QMap<QString, QString> settings = m_servers->server(vendor).settings();
    settings.insert(u"initial_days"_s, u"120"_s);
    m_harness->addSource(source, vendorName(vendor), settings);
    return m_harness->job(source, m_servers->server(vendor));
}

bool IndependentSourcesTest::isComplete(Vendor vendor)
{
    return m_harness->stored(vendorName(vendor)) == SyncHarness::served(m_servers->server(vendor));
}

void IndependentSourcesTest::cancel()
{
    QSignalSpy finished(&m_harness->engine(), &SyncEngine::finished);
    m_harness->engine().cancel();
    QTRY_COMPARE(finished.size(), 1);
}

void IndependentSourcesTest::aFailingSourceNeverDelaysAnother_data()
{
    QTest::addColumn<Vendor>("failing");
    QTest::addColumn<Fault>("fault");
    for (const Vendor vendor : FakeVendors::Vendors) {
        const auto row = [vendor](const char *what, const Fault &fault) {
            QTest::addRow("%s %s", name(vendor).data(), what) << vendor << fault;
        };
        row("has to wait for ten minutes", Fault::httpStatus(429, "600"));
        row("is repeated", Fault::httpStatus(500));
        row("hangs", {.kind = Fault::Kind::Hang});
    }
}

void IndependentSourcesTest::aFailingSourceNeverDelaysAnother()
{
    QFETCH(const Vendor, failing);
    QFETCH(const Fault, fault);
    VendorServer &server = m_servers->server(failing);
    server.faults().every(1, fault);
    QList<SyncJob> jobs;
    for (const Vendor vendor : FakeVendors::Vendors)
        jobs.append(addJob(vendorName(vendor), vendor));
    QSignalSpy ended(&m_harness->engine(), &SyncEngine::sourceFinished);
    m_harness->engine().start(jobs);

    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 4, Patience);
    QCOMPARE(m_harness->scheduler().elapsed().count(), 0);
    QTRY_COMPARE(server.http().requests().size(), 1);
    for (const QList<QVariant> &arguments : std::as_const(ended)) {
        const auto report = arguments.first().value<SyncReport>();
        QVERIFY(report.source != vendorName(failing));
        QCOMPARE(report.status, SyncReport::Status::Ok);
    }
    for (const Vendor vendor : FakeVendors::Vendors)
        QCOMPARE(isComplete(vendor), vendor != failing);
    cancel();
}

void IndependentSourcesTest::sourcesThatWaitLeaveTheirPlacesToOthers()
{
    m_servers->secoda().faults().every(1, Fault::httpStatus(429, "600"));
    QList<SyncJob> jobs;
    for (int number = 1; number <= SyncEngine::MaxParallel; ++number)
        jobs.append(addJob(u"limited %1"_s.arg(number), Vendor::Secoda));
    jobs.append(addJob(vendorName(Vendor::Asana), Vendor::Asana));
    QSignalSpy ended(&m_harness->engine(), &SyncEngine::sourceFinished);
    m_harness->engine().start(jobs);

    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, Patience);
    QCOMPARE(m_harness->scheduler().elapsed().count(), 0);
    QTRY_COMPARE(m_servers->secoda().http().requests().size(), SyncEngine::MaxParallel);
    QVERIFY(isComplete(Vendor::Asana));
    cancel();
}

/// More than one server's share would only wait for a connection, until their own time-outs.
void IndependentSourcesTest::silentServersLeaveTheirPlacesToOtherServers()
{
    m_servers->secoda().faults().every(1, {.kind = Fault::Kind::Hang});
    const FakeHttpServer &silent = m_servers->secoda().http();
    QList<SyncJob> jobs;
    for (int number = 1; number <= SyncEngine::MaxParallel + 1; ++number)
        jobs.append(addJob(u"silent %1"_s.arg(number), Vendor::Secoda));
    jobs.append(addJob(vendorName(Vendor::Asana), Vendor::Asana));
    QSignalSpy ended(&m_harness->engine(), &SyncEngine::sourceFinished);
    m_harness->engine().start(jobs);
    QTRY_COMPARE_WITH_TIMEOUT(silent.requests().size(), SyncEngine::MaxParallel, Patience);
    QVERIFY(m_servers->asana().http().requests().isEmpty());

    m_harness->scheduler().advance(SyncEngine::SilentAfter);

    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, Patience);
    QVERIFY(isComplete(Vendor::Asana));
    QCOMPARE(silent.requests().size(), SyncEngine::MaxParallel);
    QCOMPARE(m_harness->scheduler().elapsed().count(), SyncEngine::SilentAfter.count());
    cancel();
}

TRAILGLASS_TEST(IndependentSourcesTest)
#include "tst_independentsources.moc"
