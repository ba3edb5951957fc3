// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"
#include "tests/sync/syncharness.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <optional>

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
    void eventsThatCannotBeReadAreCountedAndTheFirstReasonReported();
    void eventsDatedAheadAreStoredAndReportedAndHideNoOthers_data();
    void eventsDatedAheadAreStoredAndReportedAndHideNoOthers();
    void aClockThatIsWrongByMinutesIsReported_data();
    void aClockThatIsWrongByMinutesIsReported();
    void aPageThatFailsAgainIsLeftAndTheNewestEventsCome_data();
    void aPageThatFailsAgainIsLeftAndTheNewestEventsCome();
    void aServerThatFailsEverywhereGetsNoRequestForEachPart();
    void aRetrySaysWhy();

private:
    [[nodiscard]] SyncReport sync(Vendor vendor);

    std::unique_ptr<FakeVendors> m_servers;
    std::unique_ptr<SyncHarness> m_harness;
};

void SyncWarningsTest::init()
{
    m_servers = std::make_unique<FakeVendors>(
        Company::Options{.seed = 7, .now = parseTime(Now).value(), .events = 700});
    QVERIFY(m_servers->listen());
    m_harness = std::make_unique<SyncHarness>(Now);
    QList<SourceRecord> sources;
    for (const Vendor vendor : FakeVendors::Vendors) {
        SourceRecord source;
        source.name = source.type = QString::fromUtf8(name(vendor).data());
        source.settings = m_servers->server(vendor).settings();
        source.settings.insert(u"initial_days"_s, u"120"_s);
        sources.append(source);
    }
    m_harness->addSources(sources);
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
    // Every third request: page 3 at first, and page 3 again should the source start again.
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

void SyncWarningsTest::eventsThatCannotBeReadAreCountedAndTheFirstReasonReported()
{
    QList<VendorEvent> events = m_servers->paradime().events();
    events[1].raw = R"({"id":"no time"})";
    events[2].raw = R"(["no object"])";
    m_servers->paradime().setEvents(events);
    const SyncReport report = sync(Vendor::Paradime);
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.counts.unreadable, 2);
    const auto reader = m_harness->reader();
    const auto kept = reader->quarantine({.source = reader->source(u"paradime"_s)->id}).value();
    QCOMPARE(report.warnings.size(), 1);
    QVERIFY2(report.warnings.first().startsWith(u"2 event"_s), qPrintable(report.warnings.first()));
    QVERIFY2(report.warnings.first().endsWith(kept.back().reason), qPrintable(report.warnings.first()));
}

void SyncWarningsTest::eventsDatedAheadAreStoredAndReportedAndHideNoOthers_data()
{
    QTest::addColumn<Vendor>("vendor");
    for (const Vendor vendor : FakeVendors::Vendors)
        QTest::newRow(name(vendor).data()) << vendor;
}

/// This machine's clock is three hours fast: the server's own counts.
void SyncWarningsTest::eventsDatedAheadAreStoredAndReportedAndHideNoOthers()
{
    QFETCH(const Vendor, vendor);
    Company company(Company::Options{.seed = 7, .now = parseTime(Now).value(), .events = 10});
    const auto event = [&](const char *time) {
        return company.moreOf(vendor, parseTime(time).value());
    };
    const UtcMicros asked = parseTime("2026-11-20T09:00:00Z").value();
    VendorServer &server = m_servers->server(vendor);
    server.setDate(asked);
    server.setEvents(
        {event("2026-11-20T08:00:00Z"), event("2026-11-20T11:30:00Z"), event("2026-11-21T07:00:00Z")});
    const SyncReport report = sync(vendor);
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.counts.added, 3);
    QVERIFY2(report.warnings.size() == 2, qPrintable(report.warnings.join(u'\n')));
    QVERIFY2(report.warnings.first().startsWith(u"2 event"_s), qPrintable(report.warnings.first()));
    QVERIFY2(report.warnings.first().contains(u"2026-11-21T07:00:00"_s), qPrintable(report.warnings.first()));
    QVERIFY2(report.warnings.last().contains(u"3 hour"_s), qPrintable(report.warnings.last()));
    QCOMPARE(m_harness->state(report.source).checkpoint.value(u"watermark").toString(),
             u"2026-11-20T08:00:00.000000Z"_s);
    const auto reader = m_harness->reader();
    const auto covered = reader->coverage(reader->source(report.source)->id).value();
    QVERIFY(!covered.empty());
    QVERIFY(std::ranges::all_of(covered, [asked](const auto &interval) {
        return interval.window.to && *interval.window.to <= asked;
    }));
    QVERIFY(std::ranges::any_of(
        covered, [asked](const auto &interval) { return interval.window.to == std::optional(asked); }));

    server.addEvent(event("2026-11-20T09:10:00Z"));
    server.setDate(parseTime("2026-11-20T09:20:00Z"));
    QCOMPARE(sync(vendor).counts.added, 1);
    QCOMPARE(m_harness->stored(report.source), SyncHarness::served(server));
}

void SyncWarningsTest::aClockThatIsWrongByMinutesIsReported_data()
{
    QTest::addColumn<QString>("date"); // of the server; this machine's clock is at noon
    QTest::addColumn<QString>("words"); // of the warning; empty: there is none
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("the same") << u"2026-11-20T12:00:00Z"_s << QString();
    QTest::newRow("two minutes later") << u"2026-11-20T12:02:00Z"_s << QString();
    QTest::newRow("two minutes earlier") << u"2026-11-20T11:58:00Z"_s << QString();
    QTest::newRow("three minutes later") << u"2026-11-20T12:03:00Z"_s << u"3 minute(s) slow"_s;
    QTest::newRow("three minutes earlier") << u"2026-11-20T11:57:00Z"_s << u"3 minute(s) fast"_s;
    QTest::newRow("days later") << u"2026-11-23T12:00:00Z"_s << u"72 hour(s) slow"_s;
}

void SyncWarningsTest::aClockThatIsWrongByMinutesIsReported()
{
    QFETCH(const QString, date);
    QFETCH(const QString, words);
    for (const Vendor vendor : FakeVendors::Vendors) {
        VendorServer &server = m_servers->server(vendor);
        server.setEvents({});
        server.setDate(parseTime(date.toStdString()));
        const SyncReport report = sync(vendor);
        QCOMPARE(report.status, SyncReport::Status::Ok);
        QCOMPARE(report.warnings.size(), words.isEmpty() ? 0 : 1);
        for (const QString &warning : report.warnings)
            QVERIFY2(warning.contains(words), qPrintable(warning));
    }
}

void SyncWarningsTest::aPageThatFailsAgainIsLeftAndTheNewestEventsCome_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::newRow("secoda") << Vendor::Secoda;
    QTest::newRow("nected") << Vendor::Nected;
}

void SyncWarningsTest::aPageThatFailsAgainIsLeftAndTheNewestEventsCome()
{
    QFETCH(const Vendor, vendor);
    m_servers->secoda().setPageSize(10);
    VendorServer &server = m_servers->server(vendor);
    QList<VendorEvent> events = server.events();
    const VendorEvent newest = events.takeLast();
    server.setEvents(events);
    for (int number = 4; number < 100; ++number)
        server.faults().at(number, Fault::httpStatus(500));
    QCOMPARE(sync(vendor).status, SyncReport::Status::Failed);

    server.faults().clear();
    server.addEvent(newest);
    const int pages = 10; // more than the newest part takes
    for (int number = pages; number < 1'000; ++number)
        server.faults().at(number, Fault::httpStatus(500));
    const SyncReport report = sync(vendor);
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.warnings.size(), 1);
    QVERIFY2(report.warnings.first().contains(u"HTTP 500"_s), qPrintable(report.warnings.first()));
    QVERIFY(m_harness->stored(report.source).contains(newest.id));
    QVERIFY(!m_harness->state(report.source).checkpoint.contains(u"watermark"));

    server.faults().clear();
    const SyncReport last = sync(vendor);
    QCOMPARE(last.status, SyncReport::Status::Ok);
    QCOMPARE(last.warnings, QStringList());
    QCOMPARE(m_harness->stored(report.source), SyncHarness::served(server));
    QVERIFY(m_harness->state(report.source).checkpoint.contains(u"watermark"));
}

void SyncWarningsTest::aServerThatFailsEverywhereGetsNoRequestForEachPart()
{
    constexpr int Parts = 10;
    constexpr int Attempts = 5;
    const auto firstPart = [](const QJsonObject &checkpoint) {
        return checkpoint.value(u"stretches").toArray().first().toObject().value(u"from").toString();
    };
    m_servers->secoda().setPageSize(10);
    QCOMPARE(sync(Vendor::Secoda).status, SyncReport::Status::Ok);
    SyncJob job = m_harness->job(u"secoda"_s, m_servers->secoda());
    QJsonArray parts;
    for (int day = Parts; day > 0; --day) {
        parts.append(QJsonObject{{u"from"_s, u"2026-10-%1T00:00:00.000000Z"_s.arg(day, 2, 10, '0'_L1)},
                                 {u"to"_s, u"2026-10-%1T12:00:00.000000Z"_s.arg(day, 2, 10, '0'_L1)},
                                 {u"page"_s, 9}});
    }
    job.state.checkpoint.insert(u"stretches"_s, parts);
    const QString first = firstPart(job.state.checkpoint);
    const int newestPages = 3; // at most
    for (int number = newestPages + 1; number < 1'000; ++number)
        m_servers->secoda().faults().at(number, Fault::httpStatus(500));

    const SyncReport report = m_harness->run(job);

    QCOMPARE(report.status, SyncReport::Status::Failed);
    QCOMPARE_LE(report.requests, newestPages + 3 * Attempts);
    const QJsonObject left = m_harness->state(u"secoda"_s).checkpoint;
    QCOMPARE_GE(left.value(u"stretches").toArray().size(), Parts - newestPages);
    QVERIFY(firstPart(left) != first); // the next run begins with what was not tried

    m_servers->secoda().faults().clear();
    QCOMPARE(sync(Vendor::Secoda).status, SyncReport::Status::Ok);
    QVERIFY(!m_harness->state(u"secoda"_s).checkpoint.contains(u"stretches"));
}

void SyncWarningsTest::aRetrySaysWhy()
{
    m_servers->nected().faults().every(1, Fault::httpStatus(502));
    QStringList activities;
    m_harness->onTick = [&activities](const QString &activity) {
        if (!activities.contains(activity))
            activities << activity;
    };
    QCOMPARE(sync(Vendor::Nected).status, SyncReport::Status::Failed);
    const QStringList retries = activities.filter(u"Retrying in "_s);
    QVERIFY2(!retries.isEmpty(), qPrintable(activities.join(u'\n')));
    for (const QString &retry : retries)
        QVERIFY2(retry.contains(u"502"_s), qPrintable(retry));
}

TRAILGLASS_TEST(SyncWarningsTest)
#include "tst_syncwarnings.moc"
