// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/event.h"
#include "models/core/text.h"
#include "tests/cli/clirunner.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"

#include <QDirIterator>
#include <QProcess>
#include <QtTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

QString nameOf(Vendor vendor)
{
    return toQString(name(vendor));
}

/// The five sources as they stand in the workspace, by the vendor's own id.
std::map<QByteArray, QJsonObject> eventsById(const QList<QByteArray> &lines)
{
    std::map<QByteArray, QJsonObject> events;
    for (const QByteArray &line : lines) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        events.emplace(event.value(u"id").toString().toUtf8(), event);
    }
    return events;
}

} // namespace

/// The whole road with the real program: five vendors' servers to a local store to an export.
class WholeRoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = std::make_unique<FakeVendors>(Company::Options{.seed = 7, .now = today(), .events = 900});
        QVERIFY(m_servers->listen());
        for (const Vendor vendor : FakeVendors::Vendors) {
            const VendorServer &server = m_servers->server(vendor);
            const CliResult added =
                m_prepared.addSource(nameOf(vendor), nameOf(vendor), server.settings(), server.secrets());
            QVERIFY2(added.exitCode == 0, added.errors.constData());
        }
    }
    /// All sources, not synced, and servers as they were at first.
    void init()
    {
        for (const Vendor vendor : FakeVendors::Vendors) {
            VendorServer &server = m_servers->server(vendor);
            server.setEvents(m_servers->company().events(vendor));
            server.faults().clear();
            server.resetPages();
            server.http().clearRequests();
        }
        m_cli = m_prepared.another();
        QVERIFY(m_cli->copyFrom(m_prepared));
    }

    void everyEventIsThereOnceExactToTheByteAndMicrosecond()
    {
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 0);
        for (const Vendor vendor : FakeVendors::Vendors)
            compareWithServer(vendor);
        for (const Vendor vendor : FakeVendors::Vendors)
            QVERIFY2(m_servers->server(vendor).refusals().isEmpty(),
                     qPrintable(m_servers->server(vendor).refusals().join(u'\n')));
    }

    void aSecondSyncAddsNothing()
    {
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 0);
        const CliResult second = m_cli->run({u"sync"_s, u"--json"_s});
        QCOMPARE(second.exitCode, 0);
        QCOMPARE(second.lines().size(), 5);
        for (const QByteArray &line : second.lines()) {
            const QJsonObject report = QJsonDocument::fromJson(line).object();
            QCOMPARE(report.value(u"status").toString(), u"ok"_s);
            QCOMPARE(report.value(u"new").toInt(), 0);
            QCOMPARE(report.value(u"updated").toInt(), 0);
            QCOMPARE(report.value(u"conflict").toInt(), 0);
        }
    }

    void whatArrivedSinceIsFoundByTheNextSync()
    {
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 0);
        for (const Vendor vendor : FakeVendors::Vendors) {
            const UtcMicros newest = m_servers->company().events(vendor).last().created;
            m_servers->server(vendor).addEvent(moreOf(vendor, newest - 3 * UtcMicros::PerMinute)); // late
            m_servers->server(vendor).addEvent(moreOf(vendor, newest)); // at the very same moment
            m_servers->server(vendor).addEvent(moreOf(vendor, newest + UtcMicros::PerSecond));
        }
        const CliResult second = m_cli->run({u"sync"_s, u"--json"_s});
        QCOMPARE(second.exitCode, 0);
        for (const QByteArray &line : second.lines())
            QCOMPARE(QJsonDocument::fromJson(line).object().value(u"new").toInt(), 3);
        for (const Vendor vendor : FakeVendors::Vendors)
            compareWithServer(vendor);
    }

    void misbehavingServersCostNothing()
    {
        for (const char *plan :
             {"asana=503@2,truncate@4,gzip:3", "secoda=reset@2,shift:2,late@3", "datafold=html@2,504@3",
              "paradime=429@1,truncate@2", "nected=shift:5,503@7,slow@3"})
            QVERIFY(m_servers->addFaults(plan));
        const CliResult synced = m_cli->run({u"sync"_s, u"--json"_s});
        QVERIFY2(synced.exitCode == 0, QByteArray(synced.output + synced.errors).constData());
        m_servers->secoda().faults().clear();
        m_servers->nected().faults().clear();
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 0);
        for (const Vendor vendor : FakeVendors::Vendors)
            compareWithServer(vendor);
    }

    void aKilledSyncIsCompletedByTheNext()
    {
        for (int kill = 0; kill < 4; ++kill) {
            QProcess process;
            process.setProcessEnvironment(m_cli->environment());
            QSignalSpy finished(&process, &QProcess::finished);
            // In the middle of a page; the next run goes on from there, so each time further down the list.
            NectedServer &server = m_servers->nected();
            server.resetPages();
            server.beforePage(4, [&process] { process.kill(); });
            process.start(CliRunner::program(), m_cli->withWorkspace({u"sync"_s}));
            QVERIFY(finished.wait(60'000));
            QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        }
        m_servers->nected().resetPages();
        const CliResult last = m_cli->run({u"sync"_s});
        QVERIFY2(last.exitCode == 0, last.errors.constData());
        for (const Vendor vendor : FakeVendors::Vendors)
            compareWithServer(vendor);
        QCOMPARE(m_cli->run({u"doctor"_s}).exitCode, 0);
    }

    void oneFailingSourceDoesNotStopTheOthers()
    {
        m_servers->secoda().faults().every(1, Fault::httpStatus(403));
        const CliResult synced = m_cli->run({u"sync"_s, u"--json"_s});
        QCOMPARE(synced.exitCode, 3);
        for (const QByteArray &line : synced.lines()) {
            const QJsonObject report = QJsonDocument::fromJson(line).object();
            const bool isSecoda = report.value(u"vendor").toString() == "secoda"_L1;
            QCOMPARE(report.value(u"status").toString(), isSecoda ? u"failed"_s : u"ok"_s);
            QCOMPARE(report.value(u"error").isNull(), !isSecoda);
        }
    }

    void theReportHasItsKeysInTheDocumentedOrder()
    {
        const CliResult synced = m_cli->run({u"sync"_s, u"asana"_s, u"--json"_s});
        const QByteArray keys = "{\"source\":\"asana\",\"vendor\":\"asana\",\"status\":\"ok\",\"requests\":";
        QVERIFY2(synced.output.startsWith(keys), synced.output.constData());
        qsizetype from = 0;
        for (const char *key :
             {"source", "vendor", "status", "requests", "retries", "pages", "received", "new", "updated",
              "duplicate", "conflict", "unreadable", "warnings", "error"}) {
            const qsizetype at = synced.output.indexOf(QByteArray('"' + QByteArray(key) + "\":"), from);
            QVERIFY2(at >= from, key);
            from = at;
        }
    }

    void noSecretIsLeftAnywhere()
    {
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 0);
        m_servers->asana().faults().every(1, Fault::httpStatus(401));
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 3); // errors are written down too
        QList<QByteArray> secrets;
        for (const Vendor vendor : FakeVendors::Vendors) {
            for (const QString &secret : m_servers->server(vendor).secrets())
                secrets.append(secret.toUtf8());
            for (const Request &request : m_servers->server(vendor).http().requests()) {
                for (const QByteArray &secret : std::as_const(secrets))
                    QVERIFY(!request.path.contains(secret) && !request.query.contains(secret));
            }
        }
        int files = 0;
        QDirIterator each(m_cli->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            ++files;
            for (const QByteArray &secret : std::as_const(secrets))
                QVERIFY2(!content.contains(secret), qPrintable(file.fileName()));
        }
        QVERIFY(files > 0);
    }

    void theIncidentIsFoundByItsFilter()
    {
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 0);
        const QJsonObject incident = m_servers->description().value(u"incident").toObject();
        const QString filter = "ip:%1 created:%2..%3"_L1.arg(incident.value(u"ip").toString(),
                                                             incident.value(u"start").toString(),
                                                             incident.value(u"end").toString());
        const CliResult counted = m_cli->run({u"query"_s, filter, u"--count"_s});
        QVERIFY2(counted.exitCode == 0, counted.errors.constData());
        QVERIFY(counted.output.trimmed().toInt() > 5);
        const CliResult facets = m_cli->run({u"facets"_s, filter, u"--by"_s, u"vendor"_s});
        QVERIFY(facets.jsonObject().value(u"vendor").toArray().size() >= 3);
    }

private:
    VendorEvent moreOf(Vendor vendor, UtcMicros created)
    {
        return const_cast<Company &>(m_servers->company())
            .moreOf(vendor, created); // NOLINT: the test owns both
    }

    void compareWithServer(Vendor vendor)
    {
        const QString source = nameOf(vendor);
        const CliResult exported = m_cli->run(
            {u"export"_s, QString("source:"_L1 + source), u"--output"_s, u"-"_s, u"--format"_s, u"ndjson"_s});
        QVERIFY2(exported.exitCode == 0, exported.errors.constData());
        const QList<QByteArray> lines = exported.lines();
        const QList<VendorEvent> expected = m_servers->server(vendor).events();
        QCOMPARE(lines.size(), expected.size());
        const auto stored = eventsById(lines);
        QCOMPARE(static_cast<qsizetype>(stored.size()), expected.size());
        std::map<QByteArray, QByteArray> rawById;
        for (const QByteArray &line : lines) {
            const qsizetype raw = line.indexOf(",\"raw\":");
            const QByteArray id = QJsonDocument::fromJson(line).object().value(u"id").toString().toUtf8();
            rawById.emplace(id, line.mid(raw + 7, line.size() - raw - 8));
        }
        for (const VendorEvent &event : expected) {
            const auto found = stored.find(event.id);
            QVERIFY2(found != stored.end(), event.id.constData());
            QCOMPARE(found->second.value(u"created").toString(), toQString(formatTime(event.created)));
            QCOMPARE(rawById.at(event.id), event.raw);
        }
        const CliResult shown =
            m_cli->run({u"show"_s, source, QString::fromUtf8(expected.first().id), u"--raw"_s});
        QCOMPARE(shown.output, expected.first().raw);
    }

    CliRunner m_prepared;
    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<FakeVendors> m_servers;
};

TRAILGLASS_TEST(WholeRoadTest)
#include "tst_wholeroad.moc"
