// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/clock.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "tests/cli/clirunner.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"

#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

/// With `@` in place of each time and number of bytes.
QByteArray withoutTimes(QByteArray line)
{
    static const QRegularExpression time(uR"("\d{4}-\d\d-\d\dT[\d:.]+Z")"_s);
    static const QRegularExpression bytes(uR"("bytes":\d+)"_s);
    return QString::fromUtf8(line).replace(time, u"@"_s).replace(bytes, u"\"bytes\":@"_s).toUtf8();
}

} // namespace

/// `sync log` through the real program.
class SyncLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliRunner>();
        m_servers = std::make_unique<FakeVendors>(Company::Options{.seed = 7, .now = today(), .events = 60});
        QVERIFY(m_servers->listen());
    }

    void listsWhatSyncsAndImportsDid()
    {
        addSource(u"work"_s);
        const CliResult nothing = run({});
        QCOMPARE(nothing.exitCode, 0);
        QCOMPARE(nothing.output, QByteArray());
        QVERIFY2(nothing.errors.contains("No sync or import is noted yet"), nothing.errors.constData());

        const CliResult synced = m_cli->run({u"sync"_s, u"--json"_s});
        QCOMPARE(synced.exitCode, 0);
        m_servers->asana().faults().every(1, Fault::httpStatus(403));
        QCOMPARE(m_cli->run({u"sync"_s}).exitCode, 1);
        const QByteArray event = R"({"gid":"x1","created_at":"2026-10-01T08:00:00Z","event_type":"x"})";
        QCOMPARE(m_cli->run({u"import"_s, u"work"_s, u"-"_s}, event).exitCode, 0);
        leaveARunWithoutAnEnd();

        const CliResult all = run({u"--json"_s});

        QCOMPARE(all.exitCode, 0);
        QCOMPARE(all.lines().size(), 4); // newest first
        QCOMPARE(
            withoutTimes(all.lines().at(0)),
            QByteArray(R"({"source":"work","kind":"full","started":@,"ended":null,"status":"interrupted",)"
                       R"("requests":null,"retries":null,"pages":null,"bytes":null,"waited_ms":null,)"
                       R"("received":null,"new":null,"updated":null,"duplicate":null,"conflict":null,)"
                       R"("unreadable":null,"warnings":[],"error":null})"));
        QCOMPARE(withoutTimes(all.lines().at(1)),
                 QByteArray(R"({"source":"work","kind":"import","started":@,"ended":@,"status":"ok",)"
                            R"("requests":0,"retries":0,"pages":1,"bytes":@,"waited_ms":0,)"
                            R"("received":1,"new":1,"updated":0,"duplicate":0,"conflict":0,)"
                            R"("unreadable":0,"warnings":[],"error":null})"));
        QVERIFY2(all.lines().at(2).contains(
                     "\"error\":{\"kind\":\"forbidden\",\"http_status\":403,\"message\":\""),
                 all.lines().at(2).constData());
        const QJsonObject complete = QJsonDocument::fromJson(all.lines().at(3)).object();
        for (const auto &key :
             {u"status"_s, u"requests"_s, u"retries"_s, u"pages"_s, u"received"_s, u"new"_s})
            QCOMPARE(complete.value(key), synced.jsonObject().value(key));
        QVERIFY(complete.value(u"bytes"_s).toInt() > 0);

        QCOMPARE(run({u"--json"_s, u"--limit"_s, u"2"_s}).lines(), all.lines().first(2));
        QCOMPARE(run({u"work"_s, u"--json"_s}).lines(), all.lines());
        QCOMPARE(run({u"wrok"_s}).exitCode, 2);
        QCOMPARE(run({u"--limit"_s, u"0"_s}).exitCode, 2);

        const CliResult table = run({u"work"_s});
        QCOMPARE(table.lines().size(), 6); // two of the header
        QVERIFY2(table.lines().at(0).contains("pages") && table.lines().at(0).contains("bytes"),
                 table.output.constData());
        QVERIFY2(table.lines().at(5).contains(QByteArray::number(complete.value(u"bytes"_s).toInt())),
                 table.output.constData());
        QVERIFY2(table.lines().at(2).contains("Interrupted, no end noted"), table.output.constData());
        QVERIFY2(table.lines().at(4).contains("failed") && table.lines().at(4).contains("403"),
                 table.output.constData());
        QVERIFY2(table.errors.contains("Last complete sync: started 2"), table.errors.constData());
    }

    void aSourceWithTheNameLogIsSyncedAfterTwoDashes()
    {
        addSource(u"log"_s);
        const auto &requests = m_servers->asana().http().requests();
        const CliResult listed = m_cli->run({u"sync"_s, u"log"_s});
        QCOMPARE(listed.exitCode, 0);
        QVERIFY2(listed.errors.contains("trailglass-cli sync -- log"), listed.errors.constData());
        QVERIFY(requests.isEmpty());

        QCOMPARE(m_cli->run({u"sync"_s, u"--"_s, u"log"_s}).exitCode, 0);

        QVERIFY(!requests.isEmpty());
        QCOMPARE(run({u"log"_s, u"--json"_s}).lines().size(), 1);
    }

private:
    void addSource(const QString &name)
    {
        QMap<QString, QString> settings = m_servers->asana().settings();
        settings.insert(u"initial_days"_s, u"20"_s);
        QCOMPARE(m_cli->addSource(u"asana"_s, name, settings, m_servers->asana().secrets()).exitCode, 0);
    }
    [[nodiscard]] CliResult run(const QStringList &arguments) const
    {
        return m_cli->run(QStringList{u"sync"_s, u"log"_s} + arguments);
    }
    /// As a sync that was killed does.
    void leaveARunWithoutAnEnd() const
    {
        const auto source = (*EventReader::open(m_cli->workspace()))->source(u"work"_s);
        QVERIFY(source);
        const auto writer = EventWriter::open(m_cli->workspace());
        QVERIFY(writer);
        QVERIFY((*writer)->beginRun(source->id, RunKind::FullSync, SystemClock().now()));
    }

    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<FakeVendors> m_servers;
};

TRAILGLASS_TEST(SyncLogTest)
#include "tst_synclog.moc"
