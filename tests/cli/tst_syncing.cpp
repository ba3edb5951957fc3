// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/utcmicros.h"
#include "tests/cli/clirunner.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

UtcMicros systemNow()
{
    return {QDateTime::currentMSecsSinceEpoch() * 1000};
}

} // namespace

/// `sync` through the real program, beside the whole road: its arguments, and what it reports.
class SyncingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliRunner>();
        m_servers = std::make_unique<FakeVendors>(Company::Options{.seed = 7, .now = today(), .events = 900});
        QVERIFY(m_servers->listen());
        QMap<QString, QString> settings = m_servers->asana().settings();
        settings.insert(u"initial_days"_s, u"20"_s);
        QCOMPARE(m_cli->addSource(u"asana"_s, u"work"_s, settings, m_servers->asana().secrets()).exitCode, 0);
    }

    void unreadableEventsAreReportedAndExitWith3()
    {
        QList<VendorEvent> events = m_servers->asana().events();
        events.last().raw = R"({"gid":"no time"})";
        m_servers->asana().setEvents(events);
        const CliResult synced = m_cli->run({u"sync"_s});
        QCOMPARE(synced.exitCode, 3);
        QVERIFY2(synced.errors.contains("1 event could not be read"), synced.errors.constData());
    }

    void sinceTakesTheTimesOfTheFilterLanguage_data()
    {
        QTest::addColumn<QString>("since");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("moment") << u"2026-11-01T08:00:00Z"_s << QByteArray("2026-11-01T08:00:00");
        QTest::newRow("moment with a space")
            << u"2026-11-01 08:00:00Z"_s << QByteArray("2026-11-01T08:00:00");
        QTest::newRow("day") << u"2026-11-03"_s << QByteArray("2026-11-03T00:00:00");
        QTest::newRow("month") << u"2026-11"_s << QByteArray("2026-11-01T00:00:00");
        QTest::newRow("year") << u"2026"_s << QByteArray("2026-01-01T00:00:00");
        const UtcMicros yesterday = today() - UtcMicros::PerDay;
        QTest::newRow("yesterday") << u"yesterday"_s
                                   << QByteArray::fromStdString(formatTime(yesterday).substr(0, 19));
        const UtcMicros weekAgo = systemNow() - 7 * UtcMicros::PerDay;
        QTest::newRow("relative") << u"-7d"_s << QByteArray::fromStdString(formatTime(weekAgo).substr(0, 13));
    }
    void sinceTakesTheTimesOfTheFilterLanguage()
    {
        QFETCH(QString, since);
        QFETCH(QByteArray, start);
        QCOMPARE(m_cli->run({u"sync"_s, u"--since"_s, since}).exitCode, 0);
        const QByteArray asked = m_servers->asana().http().requests().first().parameter("start_at");
        QVERIFY2(asked.startsWith(start), asked.constData());
    }

    void sinceRefusesWhatIsNoTime()
    {
        for (const QString &since : {u"soon"_s, u"2026-13"_s, u"7d OR x"_s}) {
            const CliResult synced = m_cli->run({u"sync"_s, u"--since"_s, since});
            QCOMPARE(synced.exitCode, 2);
            QVERIFY2(synced.errors.contains("-7d"), synced.errors.constData());
        }
    }

    void fullGoesBackToTheOldestEventThatIsStored()
    {
        const auto startOfLast = [this] {
            return parseTime(
                       m_servers->asana().http().requests().constFirst().parameter("start_at").toStdString())
                .value();
        };
        QCOMPARE(m_cli->run({u"sync"_s, u"--since"_s, u"-60d"_s}).exitCode, 0);
        const UtcMicros first = startOfLast();
        m_servers->asana().http().clearRequests();
        QCOMPARE(m_cli->run({u"sync"_s, u"--full"_s}).exitCode, 0);
        const UtcMicros full = startOfLast();
        QVERIFY(full >= first);
        QVERIFY(full < first + 10 * UtcMicros::PerDay); // initial_days is 20
    }

    void anExportTellsTheTimeThatWasNeverSynced()
    {
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 0);
        const QString file = m_cli->path(u"out.csv"_s);
        const CliResult whole = m_cli->run({u"export"_s, u"--output"_s, file});
        QCOMPARE(whole.exitCode, 0);
        QVERIFY2(!whole.errors.contains("not synced"), whole.errors.constData());

        const CliResult more = m_cli->run({u"export"_s, u"created:-30d"_s, u"--output"_s, file});
        QCOMPARE(more.exitCode, 0);
        const auto from = formatTime(systemNow() - 30 * UtcMicros::PerDay).substr(0, 10);
        QVERIFY2(more.errors.contains(QByteArray("work: not synced from " + QByteArray::fromStdString(from))),
                 more.errors.constData());
        const CliResult never = m_cli->run({u"export"_s, u"created:2019"_s, u"--output"_s, u"-"_s});
        QVERIFY2(never.errors.contains("work: not synced from 2019-01-01T00:00:00.000000Z to "
                                       "2020-01-01T00:00:00.000000Z"),
                 never.errors.constData());
    }

    void aFileThatMayNotGrowIsAFullDisk()
    {
        QProcess process;
        process.setProcessEnvironment(m_cli->environment());
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(u"/bin/bash"_s,
                      QStringList{u"-c"_s, u"ulimit -f 40; exec \"$0\" \"$@\""_s, CliRunner::program()}
                          + m_cli->withWorkspace({u"sync"_s}));
        QVERIFY(finished.wait(60'000));
        const QByteArray errors = process.readAllStandardError();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY2(process.exitCode() == 1, errors.constData());
        QVERIFY2(errors.contains("is full"), errors.constData());
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 0);
    }

    void noMemoryOfItGoesIntoACoreFile()
    {
        QProcess process;
        process.setProcessEnvironment(m_cli->environment());
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(CliRunner::program(), m_cli->withWorkspace({u"import"_s, u"work"_s, u"-"_s}));
        process.write(" ");
        QVERIFY(process.waitForStarted());
        QFile limits(u"/proc/%1/limits"_s.arg(process.processId()));
        const auto coreLimit = [&limits] {
            limits.close();
            return limits.open(QIODevice::ReadOnly)
                ? QString::fromUtf8(limits.readAll()).section(u"Max core file size"_s, 1).section(u'\n', 0, 0)
                : QString();
        };
        QTRY_COMPARE(coreLimit().simplified(), u"0 0 bytes"_s);
        process.closeWriteChannel();
        QVERIFY(finished.count() > 0 || finished.wait(60'000));
    }

private:
    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<FakeVendors> m_servers;
};

TRAILGLASS_TEST(SyncingTest)
#include "tst_syncing.moc"
