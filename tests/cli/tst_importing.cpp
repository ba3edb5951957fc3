// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"
#include "tests/support/ziparchive.h"
#include "tests/support/zstdframe.h"

#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

#include <csignal>
#include <map>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

namespace {

constexpr qsizetype MoreThanAnEvent = 17 * 1024 * 1024; ///< bytes; an event may have 16 MiB

/// A vendor's response around a list of events.
QByteArray response(const QString &type, const QByteArray &list)
{
    if (type == "secoda"_L1)
        return "{\"count\":1,\"next\":null,\"results\":" + list + "}";
    if (type == "datafold"_L1)
        return "{\"logs\":" + list + "}";
    if (type == "paradime"_L1)
        return "{\"data\":{\"getAuditLogs\":{\"auditLogs\":" + list + "}}}";
    return "{\"data\":" + list + "}";
}

/// Two events of a vendor; Asana's and a copy of the others' with another id.
QList<QByteArray> twoEvents(const QString &source)
{
    QList<QByteArray> events = SampleWorkspace::events(source);
    QByteArray second = events.first();
    second.replace('\n', "");
    events.first().replace('\n', "");
    second.replace(R"("s1")", R"("s2")").replace(R"("d1")", R"("d2")").replace(R"("id": 1,)", R"("id": 2,)");
    second.replace(R"("n1")", R"("n2")").replace(R"("a1")", R"("b2")");
    return {events.first(), second};
}

} // namespace

/// `import` through the real program.
class ImportingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_cli = std::make_unique<CliRunner>(); }

    void everyShapeOfEveryVendorIsRead_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("events");
        for (const auto &[source, type] :
             {std::pair(u"work"_s, u"asana"_s), std::pair(u"catalog"_s, u"secoda"_s),
              std::pair(u"diffs"_s, u"datafold"_s), std::pair(u"runs"_s, u"paradime"_s),
              std::pair(u"rules"_s, u"nected"_s)}) {
            const QList<QByteArray> events = twoEvents(source);
            const QByteArray list = '[' + events.join(",\n") + ']';
            const auto row = [&](const char *shape, const QByteArray &content, int count) {
                QTest::addRow("%s, %s", qPrintable(type), shape) << type << content << count;
            };
            row("a response", response(type, list), 2);
            row("an array", list, 2);
            row("one event", events.first(), 1);
            row("one event a line", events.join('\n'), 2);
            row("one event a line, with CR", events.join("\r\n") + "\r\n", 2);
        }
    }
    void everyShapeOfEveryVendorIsRead()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, content);
        QFETCH(int, events);
        addSource(type, u"it"_s);
        const QByteArray report = "{\"source\":\"it\",\"vendor\":\"" + type.toUtf8()
            + "\",\"status\":\"ok\",\"requests\":0,\"retries\":0,\"pages\":1,\"received\":"
            + QByteArray::number(events);
        const QByteArray none = ",\"conflict\":0,\"unreadable\":0,\"warnings\":[],\"error\":null}\n";
        const CliResult file =
            m_cli->run({u"import"_s, u"it"_s, m_cli->writeFile(u"in.json"_s, content), u"--json"_s});
        QCOMPARE(file.exitCode, 0);
        QCOMPARE(file.output,
                 QByteArray(report + ",\"new\":" + QByteArray::number(events)
                            + ",\"updated\":0,\"duplicate\":0" + none));
        const CliResult again = m_cli->run({u"import"_s, u"it"_s, u"-"_s, u"--json"_s}, content);
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.output,
                 QByteArray(report + ",\"new\":0,\"updated\":0,\"duplicate\":" + QByteArray::number(events)
                            + none));
    }

    void theSameIdAgainIsUpdatedByANewerOneOrAConflict()
    {
        addSource(u"asana"_s, u"work"_s);
        QCOMPARE(SampleWorkspace::addSource(*m_cli, u"paradime"_s, u"runs"_s).exitCode, 0);
        for (const QString &name : {u"work"_s, u"runs"_s})
            QCOMPARE(m_cli->run({u"import"_s, name, u"-"_s}, SampleWorkspace::events(name).first()).exitCode,
                     0);

        QByteArray event = SampleWorkspace::events(u"runs"_s).first();
        event.replace("06:00:00.718809", "06:00:09").replace("system", "user");
        QJsonObject report = m_cli->run({u"import"_s, u"runs"_s, u"-"_s, u"--json"_s}, event).jsonObject();
        QCOMPARE(report[u"updated"].toInt(), 1);
        QCOMPARE(m_cli->run({u"show"_s, u"runs"_s, u"1"_s, u"--raw"_s}).output, event);

        event = SampleWorkspace::events(u"work"_s).first();
        event.replace("Ann", "Eve");
        const CliResult conflict = m_cli->run({u"import"_s, u"work"_s, u"-"_s, u"--json"_s}, event);
        QCOMPARE(conflict.exitCode, 0);
        QCOMPARE(conflict.jsonObject()[u"conflict"].toInt(), 1);
        QCOMPARE(conflict.jsonObject()[u"warnings"].toArray().size(), 1);
        QCOMPARE(m_cli->run({u"show"_s, u"work"_s, u"a1"_s, u"--raw"_s}).output,
                 SampleWorkspace::events(u"work"_s).first());
        QCOMPARE(m_cli->run({u"query"_s, u"--count"_s}).output, QByteArray("2\n"));
    }

    void severalFilesAreReadAndAMissingOneStopsNoOther()
    {
        addSource(u"asana"_s, u"work"_s);
        const QList<QByteArray> events = SampleWorkspace::events(u"work"_s);
        const QString first = m_cli->writeFile(u"first.json"_s, events[0]);
        const QString second = m_cli->writeFile(u"second.json"_s, events[1]);
        const CliResult imported =
            m_cli->run({u"import"_s, u"work"_s, first, m_cli->path(u"missing.json"_s), second, u"--json"_s});
        QCOMPARE(imported.exitCode, 3);
        QCOMPARE(imported.jsonObject()[u"new"].toInt(), 2);
        QCOMPARE(imported.jsonObject()[u"pages"].toInt(), 2);
        QVERIFY(imported.jsonObject()[u"error"][u"message"].toString().contains("missing.json"_L1));
        QCOMPARE(m_cli->run({u"import"_s, u"work"_s, m_cli->path(u"missing.json"_s)}).exitCode, 1);
    }

    void filesAreImportedAsTheyAreFound()
    {
        addSource(u"asana"_s, u"work"_s);
        const QList<QByteArray> events = SampleWorkspace::events(u"work"_s);
        const QString archive =
            m_cli->writeFile(u"audit.zip"_s,
                             zipArchive({{.name = "1.json", .content = events[0]},
                                         {.name = "2.json", .content = QByteArray("{}\n" + events[1])}}));
        const QString zstd = m_cli->writeFile(u"3.zst"_s, zstdFrame(events[2]));
        const CliResult imported = m_cli->run({u"import"_s, u"--detect"_s, archive, zstd, u"--json"_s});
        QCOMPARE(imported.exitCode, 3);
        const QJsonObject report = imported.jsonObject();
        QCOMPARE(report[u"source"].toString(), u"work"_s);
        QCOMPARE(report[u"new"].toInt(), 3);
        QVERIFY(report[u"warnings"][0].toString().contains("audit.zip: member 2.json: 1 line"_L1));

        QCOMPARE(m_cli->run({u"import"_s, u"--detect"_s, m_cli->writeFile(u"a"_s, "{}")}).exitCode, 1);
        QCOMPARE(m_cli->run({u"import"_s, archive}).exitCode, 2); // no source
        QCOMPARE(SampleWorkspace::addSource(*m_cli, u"secoda"_s, u"catalog"_s).exitCode, 0);
        const CliResult wrong = m_cli->run({u"import"_s, u"catalog"_s, zstd, u"--json"_s});
        QCOMPARE(wrong.exitCode, 1);
        QVERIFY(wrong.jsonObject()[u"error"][u"message"].toString().contains("Asana, not Secoda"_L1));
        QCOMPARE(wrong.jsonObject()[u"unreadable"].toInt(), 0);
    }

    void aFileAsStandardInputIsDetectedAndReadFromItsStart()
    {
        addSource(u"asana"_s, u"work"_s);
        constexpr int Events = 3000;
        QByteArray lines;
        for (int number = 0; number < Events; ++number) {
            const QByteArray id = '"' + QByteArray::number(number) + '"';
            lines += SampleWorkspace::events(u"work"_s).first().replace("\"a1\"", id) + '\n';
        }
        QCOMPARE_GT(lines.size(), 1024 * 1024); // many times what a look at it takes
        QProcess process;
        process.setProcessEnvironment(m_cli->environment());
        process.setStandardInputFile(m_cli->writeFile(u"events.ndjson"_s, lines));
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(CliRunner::program(),
                      m_cli->withWorkspace({u"import"_s, u"--detect"_s, u"-"_s, u"--json"_s}));
        QVERIFY(finished.wait(60'000));
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(QJsonDocument::fromJson(process.readAllStandardOutput()).object()[u"new"].toInt(), Events);
    }

    void aPipeGoesOnAfterAFirstLineThatIsTooLong()
    {
        addSource(u"asana"_s, u"work"_s);
        const QByteArray tooLong =
            "{\"gid\":\"big\",\"text\":\"" + QByteArray(MoreThanAnEvent, 'x') + "\"}\n";
        const CliResult imported = m_cli->run({u"import"_s, u"work"_s, u"-"_s, u"--json"_s},
                                              tooLong + SampleWorkspace::events(u"work"_s).join('\n'));
        QCOMPARE(imported.exitCode, 3);
        QCOMPARE(imported.jsonObject()[u"new"].toInt(), 3);
        QCOMPARE(imported.jsonObject()[u"unreadable"].toInt(), 1);
        QVERIFY(imported.jsonObject()[u"warnings"][0].toString().contains("line 1."_L1));
    }

    void aPipeMayHoldAResponseInOneLongLine()
    {
        addSource(u"asana"_s, u"work"_s);
        constexpr int Events = 20;
        const QByteArray text(MoreThanAnEvent / Events, 'x');
        QList<QByteArray> events;
        for (int number = 0; number < Events; ++number) {
            events.append("{\"gid\":\"" + QByteArray::number(number)
                          + R"(","created_at":"2026-10-01T08:00:00Z","text":")" + text + "\"}");
        }
        const CliResult imported = m_cli->run({u"import"_s, u"work"_s, u"-"_s, u"--json"_s},
                                              response(u"asana"_s, '[' + events.join(',') + ']'));
        QCOMPARE(imported.exitCode, 0);
        QCOMPARE(imported.jsonObject()[u"new"].toInt(), Events);
    }

    void anObjectTooDeepIsCountedAndKeptAside()
    {
        addSource(u"asana"_s, u"work"_s);
        constexpr int Deep = 100'000;
        const QByteArray object = R"({"gid":"d","created_at":"2026-10-01T08:00:00Z","details":)"
            + QByteArray(Deep, '[') + QByteArray(Deep, ']') + '}';
        const CliResult imported =
            m_cli->run({u"import"_s, u"work"_s, m_cli->writeFile(u"deep.json"_s, object), u"--json"_s});
        QCOMPARE(imported.exitCode, 1);
        QVERIFY(imported.jsonObject()[u"error"][u"message"].toString().contains("deep.json"_L1));
        QCOMPARE(imported.jsonObject()[u"received"].toInt(), 1);
        QCOMPARE(imported.jsonObject()[u"unreadable"].toInt(), 1);
        QCOMPARE(m_cli->run({u"stats"_s, u"--json"_s}).jsonObject()[u"quarantined"].toInt(), 1);
    }

    void anInterruptEndsItAndTheNextOneCompletesIt()
    {
        addSource(u"asana"_s, u"work"_s);
        QProcess process;
        process.setProcessEnvironment(m_cli->environment());
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(CliRunner::program(), m_cli->withWorkspace({u"import"_s, u"work"_s, u"-"_s}));
        // More than a pipe holds, and never the end: once it is all taken, the import is under way.
        process.write(QByteArray(SampleWorkspace::events(u"work"_s).join('\n') + '\n').repeated(2000));
        QTRY_COMPARE_WITH_TIMEOUT(process.bytesToWrite(), 0, 60'000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(finished.wait(30'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        const CliResult again = m_cli->run({u"import"_s, u"work"_s, u"-"_s, u"--json"_s},
                                           SampleWorkspace::events(u"work"_s).join('\n'));
        QCOMPARE(again.jsonObject()[u"received"].toInt(), 3);
        QCOMPARE(m_cli->run({u"query"_s, u"--count"_s}).output, QByteArray("3\n"));
    }

private:
    /// Into the empty folder: the program adds each source once in this process, and its workspace is copied.
    void addSource(const QString &type, const QString &name)
    {
        const QString both = type + u' ' + name;
        std::unique_ptr<CliRunner> &added = m_added[both];
        if (!added) {
            added = m_cli->another();
            QCOMPARE(SampleWorkspace::addSource(*added, type, name).exitCode, 0);
        }
        QVERIFY(m_cli->copyFrom(*added));
    }

    std::unique_ptr<CliRunner> m_cli;
    std::map<QString, std::unique_ptr<CliRunner>> m_added; ///< by type and name
};

TRAILGLASS_TEST(ImportingTest)
#include "tst_importing.moc"
