// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sync/faultmatrix.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Trailglass {

using namespace Support;

namespace {

/// A page of Secoda: two hold the new events and the first that is older than the overlap.
constexpr int SecodaPage = 10;

/// The newest old event is so old, and each other one half an hour older than the next. The overlap begins ten minutes
/// earlier: Datafold asks for half an hour, which it can halve five times.
constexpr qint64 NewestOldAge = 20 * UtcMicros::PerMinute;

UtcMicros now()
{
    return *parseTime(FaultMatrix::Now);
}

void copyDatabase(const QString &from, const QString &to)
{
    const QStringList names = QDir(from).entryList({u"trailglass.sqlite*"_s}, QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        if (!name.endsWith("-shm"_L1)) // belongs to the connections that are open
            QVERIFY(QFile::copy(from + u'/' + name, to + u'/' + name));
    }
}

} // namespace

QString vendorName(Vendor vendor)
{
    return QString::fromUtf8(name(vendor).data());
}

FaultMatrix::FaultMatrix(const QString &name)
    : m_servers({.seed = 1, .now = now(), .events = 0})
{
    const QString folder = qEnvironmentVariable("TRAILGLASS_RELIABILITY");
    if (!folder.isEmpty()) {
        m_file = folder + u'/' + name + u".tsv"_s;
        QDir().mkpath(folder);
        QFile::remove(m_file);
    }
}

qint64 FaultMatrix::plainRequests(Vendor vendor)
{
    // Asana gives an empty page at its end; Secoda is read until a page is older than the overlap.
    return vendor == Vendor::Asana || vendor == Vendor::Secoda ? 2 : 1;
}

QStringList FaultMatrix::secrets(Vendor vendor)
{
    QStringList secrets = server(vendor).secrets().values();
    if (vendor == Vendor::Paradime) // the path is the company's own
        secrets.append(QUrl(server(vendor).settings().value(u"endpoint"_s)).path());
    return secrets;
}

void FaultMatrix::prepare()
{
    QVERIFY(m_servers.listen());
    m_servers.secoda().setPageSize(SecodaPage);
    Company company({.seed = 1, .now = now(), .events = 0});
    for (const Vendor vendor : FakeVendors::Vendors) {
        prepare(vendor, company);
        if (QTest::currentTestFailed())
            return;
    }
}

void FaultMatrix::prepare(Vendor vendor, Company &company)
{
    QList<VendorEvent> events;
    for (qint64 index = OldEvents - 1; index >= 0; --index) {
        const qint64 age = NewestOldAge + index * 30 * UtcMicros::PerMinute;
        events.append(company.moreOf(vendor, now() - age));
    }
    server(vendor).setEvents(events);
    const QString source = vendorName(vendor);
    SyncHarness harness(Now);
    QMap<QString, QString> settings = server(vendor).settings();
    settings.insert(u"initial_days"_s, u"1"_s);
    harness.addSource(source, source, settings);
    const SyncReport report = harness.run(harness.job(source, server(vendor)));
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->message) : "");
    QCOMPARE(report.counts.added, OldEvents);
    copyDatabase(harness.workspace(), m_workspaces[vendor].path());
    for (qint64 index = NewEvents; index > 0; --index)
        server(vendor).addEvent(company.moreOf(vendor, now() - index * 2 * UtcMicros::PerMinute));
}

SyncReport FaultMatrix::plainSync(SyncHarness &harness, const SyncJob &job)
{
    return harness.run(job);
}

void FaultMatrix::check(Vendor vendor, const QString &fault, const FaultOutcome &expected, const Sync &sync)
{
    const auto healthy = qScopeGuard([this, vendor] { server(vendor).faults().clear(); });
    server(vendor).http().clearRequests();
    server(vendor).resetPages();
    const QString source = vendorName(vendor);
    SyncHarness harness(Now);
    copyDatabase(m_workspaces[vendor].path(), harness.workspace());
    const QJsonObject checkpoint = harness.state(source).checkpoint;

    const SyncReport report = sync(harness, harness.job(source, server(vendor)));
    harness.onTick = {};
    const QString outcome = report.error ? errorKindName(report.error->kind) : statusName(report.status);
    write(vendor, fault, outcome, report.requests);
    QCOMPARE(outcome, expected.name);
    checkFaulty(vendor, report, expected);
    checkTexts(vendor, report, harness.state(source).lastError);
    if (report.error)
        QCOMPARE(harness.state(source).checkpoint, checkpoint);

    server(vendor).faults().clear();
    checkClean(vendor, harness, report);
}

void FaultMatrix::checkFaulty(Vendor vendor, const SyncReport &report, const FaultOutcome &expected)
{
    QCOMPARE(report.requests, expected.requests);
    QCOMPARE(report.status, report.error ? SyncReport::Status::Failed : SyncReport::Status::Ok);
    QCOMPARE(report.warnings, QStringList());
    if (expected.waited)
        QCOMPARE(report.waited.count(), expected.waited->count());
    if (expected.arrived)
        QCOMPARE(server(vendor).http().requests().size(), *expected.arrived);
    for (const QString &word : expected.words) {
        QVERIFY(report.error.has_value());
        QVERIFY2(report.error->message.contains(word), qPrintable(report.error->message));
    }
}

void FaultMatrix::checkTexts(Vendor vendor, const SyncReport &report, const QString &storedError)
{
    static const QRegularExpression unprintable(uR"([\x{0}-\x{1f}\x{7f}-\x{9f}\x{fffd}])"_s);
    QStringList texts{storedError, QString::fromUtf8(toJson(report))};
    if (report.error)
        texts << report.error->message << report.error->detail;
    for (const QString &text : std::as_const(texts)) {
        QVERIFY2(!text.contains(unprintable), qPrintable(text));
        for (const QString &secret : secrets(vendor))
            QVERIFY2(!text.contains(secret), qPrintable(text));
    }
}

void FaultMatrix::checkClean(Vendor vendor, SyncHarness &harness, const SyncReport &faulty)
{
    const QString source = vendorName(vendor);
    const SyncReport clean = harness.run(harness.job(source, server(vendor)));
    QVERIFY2(!clean.error, clean.error ? qPrintable(clean.error->message) : "");
    const QMap<QByteArray, QByteArray> served = SyncHarness::served(server(vendor));
    QCOMPARE(served.size(), OldEvents + NewEvents);
    QCOMPARE(harness.stored(source), served);
    QCOMPARE(harness.state(source).events, served.size()); // rows, where stored() has ids
    QCOMPARE(harness.state(source).lastError, QString());
    QCOMPARE(faulty.counts.added + clean.counts.added, NewEvents);
    for (const CommitCounts &counts : {faulty.counts, clean.counts}) {
        QCOMPARE(counts.conflict, 0);
        QCOMPARE(counts.unreadable, 0);
    }
}

void FaultMatrix::write(Vendor vendor, const QString &fault, const QString &outcome, qint64 requests) const
{
    if (m_file.isEmpty())
        return;
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::Append));
    const QString line =
        QStringList{vendorName(vendor), fault, outcome, QString::number(requests)}.join(u'\t') + u'\n';
    QVERIFY(file.write(line.toUtf8()) > 0);
}

} // namespace Trailglass
