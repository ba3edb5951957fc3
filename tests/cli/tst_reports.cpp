// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/samplecommands.h"
#include "tests/runner/testclass.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

/// A JSON value of any kind, a number included.
bool isJson(const QByteArray &line)
{
    return !QJsonDocument::fromJson('[' + line + ']').isNull();
}

QByteArrayList linesOf(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

QJsonObject objectOf(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

} // namespace

/// With `--json` a script reads everything that the program writes, line by line.
class ReportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(SampleWorkspace().fill(m_prepared));
        QVERIFY(prepareSampleCommands(m_prepared));
        QVERIFY(!m_prepared.writeFile(u"others.json"_s, Others).isEmpty());
    }
    void init()
    {
        m_cli = m_prepared.another();
        QVERIFY(m_cli->copyFrom(m_prepared));
    }

    void everyLineIsJson_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const char *line, int exitCode = 0) {
            QTest::newRow(line) << QString::fromLatin1(line) << exitCode;
        };
        for (const SampleCommand &command : sampleCommands())
            row(command.line, command.exitCode);
        row("facets --by action,op");
        row("histogram --bins 3");
        row("show work a1 --raw");
        row("export --output - --format ndjson");
        row("preset export -");
        row("preset import {folder}/others.json");
        row("--version");
    }
    void everyLineIsJson()
    {
        QFETCH(QString, line);
        QFETCH(int, exitCode);
        const QStringList arguments = argumentsOf(line, *m_cli);
        const bool isPresetFile = arguments.contains(u"-"_s) && arguments.value(0) == "preset"_L1;

        const CliResult result = m_cli->run(arguments + QStringList{u"--json"_s});

        QCOMPARE(result.exitCode, exitCode);
        if (isPresetFile)
            QVERIFY(isJson(result.output)); // the file itself, which is laid out
        else
            QVERIFY2(std::ranges::all_of(linesOf(result.output), isJson), result.output.constData());
        QVERIFY2(std::ranges::all_of(linesOf(result.errors), isJson), result.errors.constData());
        QCOMPARE(linesOf(result.errors).isEmpty() && linesOf(result.output).isEmpty(), isSilent(arguments));
    }

    void anErrorIsAnObjectOfItsOwn()
    {
        for (const QStringList &arguments : {words("query op:nothing --json"), words("--json frobnicate")}) {
            const CliResult refused = m_cli->run(arguments);
            QCOMPARE(refused.exitCode, 2);
            QCOMPARE(refused.output, QByteArray());
            QCOMPARE(linesOf(refused.errors).size(), 1);
            const QJsonObject error = objectOf(refused.errors)[u"error"].toObject();
            QCOMPARE(error[u"kind"].toString(), u"usage"_s);
            QVERIFY(error.contains(u"http_status"_s));
            QVERIFY(!error[u"message"].toString().isEmpty());
        }
        // What follows two dashes, or is an option's value, is no option.
        QVERIFY(m_cli->run(words("query op:nothing -- --json")).errors.startsWith("trailglass-cli: "));
    }

    void anExportReportsWhatItWrote()
    {
        const QString fileName = m_cli->path(u"out.csv"_s);
        const QStringList line{u"export"_s,    u"vendor:asana"_s, u"--json"_s, u"--columns"_s,
                               u"id,target"_s, u"--output"_s,     fileName};

        const CliResult exported = m_cli->run(line);

        QCOMPARE(exported.exitCode, 0);
        QCOMPARE(exported.output, QByteArray());
        QCOMPARE(linesOf(exported.errors).size(), 1);
        const QJsonObject report = objectOf(exported.errors);
        QCOMPARE(report[u"output"].toString(), fileName);
        QCOMPARE(report[u"format"].toString(), u"csv"_s);
        QCOMPARE(report[u"rows"].toInt(), 3);
        QCOMPARE(report[u"columns"].toInt(), 2);
        QCOMPARE(report[u"time_zone"].toString(), u"UTC"_s);
        QCOMPARE(report[u"neutralised_cells"].toInt(), 1);
        QCOMPARE(report[u"spreadsheet_rows_left_out"].toInt(-1), 0);
        QCOMPARE(report[u"spreadsheet_cells_cut"].toInt(-1), 0);
        QCOMPARE(report[u"warnings"].toArray(), QJsonArray());
        // Nothing was synced, so all of it is a gap: of the one source that the filter can match.
        QCOMPARE(report[u"gaps"].toArray().size(), 1);
        const QJsonObject gap = report[u"gaps"].toArray().first().toObject();
        QVERIFY(gap.contains(u"source"_s) && gap.contains(u"from"_s) && gap.contains(u"to"_s));
    }

    void anExportWarnsOfCellsThatASpreadsheetCuts()
    {
        const QByteArray event =
            QByteArray(
                R"({"gid":"long","created_at":"2026-10-01T08:00:00Z","event_type":"x","details":{"text":"@"}})")
                .replace('@', QByteArray(40'000, 'x'));
        QCOMPARE(m_cli->run({u"import"_s, u"work"_s, u"-"_s}, event).exitCode, 0);
        const QStringList line{u"export"_s,        u"id:long"_s,  u"--columns"_s,
                               u"@details.text"_s, u"--output"_s, u"-"_s};

        const CliResult told = m_cli->run(line);
        const CliResult report = m_cli->run(line + QStringList{u"--json"_s});

        QVERIFY2(told.errors.contains("Cells that will be truncated: 1."), told.errors.constData());
        QCOMPARE(told.output.size(), 40'000 + QByteArray("'@details.text\r\n\r\n").size());
        QCOMPARE(report.output, told.output);
        QCOMPARE(objectOf(report.errors)[u"spreadsheet_cells_cut"].toInt(), 1);
        QCOMPARE(objectOf(report.errors)[u"warnings"].toArray().size(), 1);
        const CliResult queried = m_cli->run(
            {u"query"_s, u"id:long"_s, u"--format"_s, u"csv"_s, u"--columns"_s, u"@details.text"_s});
        QCOMPARE(queried.output, told.output);
        QVERIFY2(queried.errors.contains("Cells that will be truncated: 1."), queried.errors.constData());
    }

    void aRepairSaysWhatItMade()
    {
        const QJsonObject report = m_cli->run(words("doctor --repair --json")).jsonObject();
        QVERIFY(report[u"repaired"].toObject().contains(u"index_parts"_s));
        QVERIFY(report[u"repaired"].toObject().contains(u"signatures"_s));
        QVERIFY(m_cli->run(words("doctor --json")).jsonObject()[u"repaired"].isNull());
    }

    void anImportOfPresetsSaysWhichCameUnderAnotherName()
    {
        QCOMPARE(m_cli->run({u"preset"_s, u"save"_s, u"night"_s, u"hour:23"_s}).exitCode, 0);
        const CliResult imported = m_cli->run({u"preset"_s, u"import"_s, u"-"_s, u"--json"_s}, Others);
        QCOMPARE(imported.exitCode, 0);
        QCOMPARE(imported.jsonArray().size(), 1);
        const QJsonObject report = objectOf(imported.errors);
        QCOMPARE(report[u"imported"].toInt(), 1);
        QCOMPARE(report[u"renamed"].toArray().first().toObject()[u"to"].toString(), u"night (2)"_s);
    }

private:
    /// Commands that have nothing to report when all is well.
    static bool isSilent(const QStringList &arguments)
    {
        const QStringList silent{u"source set"_s, u"source remove"_s, u"preset save"_s};
        return silent.contains(arguments.mid(0, 2).join(u' '));
    }

    static inline const QByteArray Others =
        R"({"format":"trailglass-presets","version":1,"presets":[{"name":"night","expression":"hour:1"}]})";
    CliRunner m_prepared;
    std::unique_ptr<CliRunner> m_cli;
};

TRAILGLASS_TEST(ReportsTest)
#include "tst_reports.moc"
