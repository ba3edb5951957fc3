// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

namespace {

/// One line of the shell, without quotes in it.
QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

/// The moment of the import is the one thing a test cannot know.
QByteArray withoutReceived(const QByteArray &record)
{
    static const QRegularExpression received(uR"("received":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")"_s);
    return QString::fromUtf8(record).replace(received, u"\"received\":NOW"_s).toUtf8();
}

} // namespace

/// `query`, `facets`, `histogram` and `show` through the real program.
class QueryingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(SampleWorkspace().fill(m_cli)); }

    void anNdjsonRecordIsWrittenToTheLetter_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QByteArray>("record");
        QTest::newRow("most fields")
            << u"id:a1"_s
            << QByteArray(
                   R"({"source":"work","vendor":"asana","id":"a1","created":"2026-10-01T23:30:00.000001Z","received":NOW,"action":"user_login_succeeded","category":"logins","op":"auth","outcome":"success","actor":{"display":"ann@example.com","id":"11","email":"ann@example.com","name":"Ann","type":"user"},"target":{"display":"Ann","id":"11","name":"Ann","type":"user"},"ip":"203.0.113.9","user_agent":"Browser/5","channel":"web","workspace":"1200","environment":null,"message":null,"correlation":null,"raw":)"
                   + SampleWorkspace::events(u"work"_s).first() + '}');
        QTest::newRow("hardly any, raw over several lines")
            << u"source:runs"_s
            << QByteArray(
                   R"({"source":"runs","vendor":"paradime","id":"1","created":"2026-10-01T06:00:00.718805Z","received":NOW,"action":"schedule_manual_run","category":null,"op":"execute","outcome":"unknown","actor":{"display":"system","id":null,"email":null,"name":null,"type":"system"},"target":{"display":"daily","id":null,"name":"daily","type":null},"ip":null,"user_agent":null,"channel":null,"workspace":null,"environment":null,"message":null,"correlation":null,"raw":)"
                   + SampleWorkspace::events(u"runs"_s).first().replace('\n', "") + '}');
    }
    void anNdjsonRecordIsWrittenToTheLetter()
    {
        QFETCH(QString, filter);
        QFETCH(QByteArray, record);
        const CliResult queried = m_cli.run({u"query"_s, filter, u"--format"_s, u"ndjson"_s});
        QCOMPARE(queried.exitCode, 0);
        QCOMPARE(queried.lines().size(), 1);
        QCOMPARE(withoutReceived(queried.lines().first()), record);
        QCOMPARE(m_cli.run({u"query"_s, filter, u"--json"_s}).output, queried.output);
        QCOMPARE(m_cli.run({u"export"_s, filter, u"--format"_s, u"ndjson"_s, u"--output"_s, u"-"_s}).output,
                 queried.output);
    }

    void theDefaultCsvHasItsColumnsAndQuotes()
    {
        const CliResult queried = m_cli.run(words("query source:diffs --format csv"));
        QCOMPARE(
            queried.output,
            QByteArray("created,source,vendor,action,op,outcome,actor,target,ip,message,id\r\n"
                       "2026-09-30T10:00:00.250000Z,diffs,datafold,create,create,success,ann@example.com,123,"
                       "2001:db8::9,\"Created \"\"data\"\" diff, 123\",d1\r\n"));
    }

    void selectsWhatTheExpressionSays_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("ids");
        QTest::newRow("everything, newest first, ties by arrival") << words("") << u"s1 n1 a3 a2 a1 1 d1"_s;
        QTest::newRow("several arguments are one expression")
            << words("vendor:asana OR vendor:nected") << u"n1 a3 a2 a1"_s;
        QTest::newRow("a leading minus") << words("-vendor:asana -vendor:secoda") << u"n1 1 d1"_s;
        QTest::newRow("two dashes end options") << words("--columns id -- id:a1") << u"a1"_s;
        QTest::newRow("options between") << words("vendor:asana --sort created actor:ann*") << u"a1 a3"_s;
        QTest::newRow("a path") << words("@details.count:>1.2") << u"a1"_s;
        QTest::newRow("a path inside a text") << words("@metadataJson.schedule.name:daily") << u"1"_s;
        QTest::newRow("text") << words("hyperlink") << u"a3"_s;
        QTest::newRow("a day") << words("created:2026-10-02") << u"a3 a2"_s;
        QTest::newRow("ties of another key are by arrival")
            << words("vendor:asana --sort vendor") << u"a1 a2 a3"_s;
        QTest::newRow("in its direction") << words("vendor:asana --sort -vendor") << u"a3 a2 a1"_s;
        QTest::newRow("two keys") << words("--sort actor,-created") << u"s1 a3 a1 d1 a2 1 n1"_s;
        QTest::newRow("two keys, descending: no value stays last")
            << words("--sort -actor,created") << u"1 a2 d1 a1 a3 s1 n1"_s;
        QTest::newRow("a path as key") << words("--sort -@details.count") << u"a2 a1 n1 1 d1 s1 a3"_s;
        QTest::newRow("limit") << words("--limit 2") << u"s1 n1"_s;
        QTest::newRow("offset") << words("--offset 5") << u"1 d1"_s;
        QTest::newRow("both") << words("--limit 2 --offset 1 --sort created") << u"1 a1"_s;
        QTest::newRow("limit of nothing") << words("--limit 0") << QString();
        QTest::newRow("offset past the end") << words("--offset 100") << QString();
        QTest::newRow("nothing matches") << words("actor:nobody") << QString();
    }
    void selectsWhatTheExpressionSays()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, ids);
        QStringList line = QStringList{u"query"_s, u"--format"_s, u"csv"_s};
        if (!arguments.contains(u"--columns"_s))
            line += {u"--columns"_s, u"id"_s};
        const CliResult queried = m_cli.run(line + arguments);
        QCOMPARE(queried.exitCode, 0);
        const QStringList found = QString::fromUtf8(queried.output).split(u"\r\n"_s, Qt::SkipEmptyParts);
        QCOMPARE(found.first(), u"id"_s);
        QCOMPARE(found.mid(1).join(u' '), ids);
        const CliResult counted = m_cli.run(QStringList{u"query"_s, u"--count"_s} + arguments);
        if (!arguments.contains(u"--limit"_s) && !arguments.contains(u"--offset"_s))
            QCOMPARE(counted.output, QByteArray(QByteArray::number(found.size() - 1) + '\n'));
    }

    void columnsTakeFieldsAliasesAndPaths_data()
    {
        QTest::addColumn<QString>("columns");
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("canonical headers")
            << u"user,event"_s << QByteArray("actor,action\r\nann@example.com,user_login_succeeded\r\n")
            << QByteArray(R"({"actor":"ann@example.com","action":"user_login_succeeded"})");
        QTest::newRow("a number's token") << u"@details.count"_s << QByteArray("'@details.count\r\n1.50\r\n")
                                          << QByteArray(R"({"@details.count":1.50})");
        QTest::newRow("an object as raw")
            << u"@details.nested"_s << QByteArray("'@details.nested\r\n\"{\"\"b\"\":1, \"\"a\"\":[2]}\"\r\n")
            << QByteArray(R"({"@details.nested":{"b":1, "a":[2]}})");
        QTest::newRow("named again, also by an alias")
            << u"action,user,event,actor"_s
            << QByteArray("action,actor\r\nuser_login_succeeded,ann@example.com\r\n")
            << QByteArray(R"({"action":"user_login_succeeded","actor":"ann@example.com"})");
        QTest::newRow("several matches")
            << u"@details.list[*]"_s << QByteArray("'@details.list[*]\r\n\"[\"\"x\"\",\"\"y\"\"]\"\r\n")
            << QByteArray(R"({"@details.list[*]":["x","y"]})");
        QTest::newRow("nothing there")
            << u"@details.nowhere,environment"_s << QByteArray("'@details.nowhere,environment\r\n,\r\n")
            << QByteArray(R"({"@details.nowhere":null,"environment":null})");
    }
    void columnsTakeFieldsAliasesAndPaths()
    {
        QFETCH(QString, columns);
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, json);
        const QStringList query{u"query"_s, u"id:a1"_s, u"--columns"_s, columns, u"--format"_s};
        QCOMPARE(m_cli.run(query + QStringList{u"csv"_s}).output, csv);
        QCOMPARE(m_cli.run(query + QStringList{u"ndjson"_s}).output, QByteArray(json + '\n'));
    }

    void facetsAreExactMostFirstThenByValueAndNullIsNoValue_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("all values")
            << words("--by actor")
            << QByteArray(
                   R"({"actor":[{"value":"ann@example.com","count":3},{"value":"Ada Lovelace","count":1},)"
                   R"({"value":"bob@example.com","count":1},{"value":"system","count":1},)"
                   R"({"value":null,"count":1}]})");
        QTest::newRow("the top")
            << words("--by vendor,op --top 1")
            << QByteArray(R"({"vendor":[{"value":"asana","count":3}],"op":[{"value":"auth","count":2}]})");
        QTest::newRow("a path, of what matches")
            << words("source:work --by @details.count")
            << QByteArray(R"({"@details.count":[{"value":"1.50","count":1},{"value":"many","count":1},)"
                          R"({"value":null,"count":1}]})");
        QTest::newRow("an alias") << words("id:a1 --by status")
                                  << QByteArray(R"({"outcome":[{"value":"success","count":1}]})");
        QTest::newRow("named again, also by an alias, is counted once")
            << words("id:a1 --by outcome,op,status,op")
            << QByteArray(R"({"outcome":[{"value":"success","count":1}],"op":[{"value":"auth","count":1}]})");
        QTest::newRow("nothing matches") << words("actor:nobody --by op") << QByteArray(R"({"op":[]})");
    }
    void facetsAreExactMostFirstThenByValueAndNullIsNoValue()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, json);
        const CliResult facets = m_cli.run(QStringList{u"facets"_s} + arguments);
        QCOMPARE(facets.exitCode, 0);
        QCOMPARE(facets.output, QByteArray(json + '\n'));
    }

    void theHistogramsEndsAreExclusive_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("by the day, empty bins too")
            << words("-source:runs -source:diffs --interval 1d")
            << QByteArray(
                   R"([{"start":"2026-10-01T00:00:00.000000Z","end":"2026-10-02T00:00:00.000000Z","count":1},)"
                   R"({"start":"2026-10-02T00:00:00.000000Z","end":"2026-10-03T00:00:00.000000Z","count":2},)"
                   R"({"start":"2026-10-03T00:00:00.000000Z","end":"2026-10-04T00:00:00.000000Z","count":1},)"
                   R"({"start":"2026-10-04T00:00:00.000000Z","end":"2026-10-05T00:00:00.000000Z","count":1}])");
        QTest::newRow("one bin holds first and last")
            << words("vendor:asana --bins 1")
            << QByteArray(
                   R"([{"start":"2026-10-01T23:30:00.000001Z","end":"2026-10-02T08:15:00.500001Z","count":3}])");
        QTest::newRow("nothing matches") << words("actor:nobody --bins 10") << QByteArray("[]");
        QTest::newRow("so many bins that empty ones are left out")
            << words("vendor:asana,datafold -id:a2,a3 --interval 1s")
            << QByteArray(
                   R"([{"start":"2026-09-30T10:00:00.000000Z","end":"2026-09-30T10:00:01.000000Z","count":1},)"
                   R"({"start":"2026-10-01T23:30:00.000000Z","end":"2026-10-01T23:30:01.000000Z","count":1}])");
    }
    void theHistogramsEndsAreExclusive()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, json);
        const CliResult histogram = m_cli.run(QStringList{u"histogram"_s} + arguments);
        QCOMPARE(histogram.exitCode, 0);
        QCOMPARE(histogram.output, QByteArray(json + '\n'));
        QCOMPARE(histogram.errors.contains("left out"), arguments.contains(u"1s"_s));
    }

    void showGivesTheFieldsOrTheStoredBytes()
    {
        const QByteArray raw = SampleWorkspace::events(u"runs"_s).first();
        QCOMPARE(m_cli.run(words("show runs 1 --raw")).output, raw);
        const CliResult shown = m_cli.run(words("show runs 1"));
        QVERIFY(shown.output.contains("\naction        schedule_manual_run\n"));
        QVERIFY(shown.output.endsWith(QByteArray("\n\n" + raw + '\n')));
        QCOMPARE(m_cli.run(words("show runs 1 --json")).output,
                 m_cli.run(words("query source:runs --json")).output);
        QCOMPARE(m_cli.run(words("show runs 2")).exitCode, 1);
    }

    void theTimeZoneOfTheMachineDoesNotMatter_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("records") << words("query --format csv");
        QTest::newRow("a day") << words("query created:2026-10-02 --format csv");
        QTest::newRow("an hour") << words("query hour:23 --format csv");
        QTest::newRow("a weekday") << words("query weekday:thu --format csv");
        QTest::newRow("bins") << words("histogram --interval 1d");
        QTest::newRow("fields") << words("show work a1");
    }
    void theTimeZoneOfTheMachineDoesNotMatter()
    {
        QFETCH(QStringList, arguments);
        const auto in = [&](const QString &zone) {
            m_cli.environment().insert(u"TZ"_s, zone);
            return m_cli.run(arguments).output;
        };
        const QByteArray utc = in(u"UTC"_s);
        QVERIFY(utc.contains("2026-10"));
        for (const QString &zone : {u"America/St_Johns"_s, u"Asia/Kathmandu"_s, u"Pacific/Kiritimati"_s})
            QCOMPARE(in(zone), utc);
        m_cli.environment().remove(u"TZ"_s);
    }

    void wrongUsageIsReportedAndExitsWith2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("no command") << words("") << QByteArray("--help");
        QTest::newRow("unknown command") << words("qurey x") << QByteArray("“query”");
        QTest::newRow("unknown option") << words("query --colums id") << QByteArray("--columns");
        QTest::newRow("unknown field") << words("query acto:ann") << QByteArray("actor");
        QTest::newRow("the place of an error")
            << words("query actor:ann op:logn") << QByteArray("character 14");
        QTest::newRow("unknown preset") << words("query preset:mine") << QByteArray("mine");
        QTest::newRow("unknown source") << words("query x source:wrok") << QByteArray("character 10");
        QTest::newRow("unknown source, negated")
            << words("query -source:wrok --count") << QByteArray("Did you mean “work”?");
        QTest::newRow("unknown source, exactly")
            << words("facets conn:=Work --by op") << QByteArray("“work”");
        QTest::newRow("unknown source of an export")
            << words("export source:none --output -") << QByteArray("There is no source “none”");
        QTest::newRow("unknown source of a histogram")
            << words("histogram source:none --bins 1") << QByteArray("There is no source “none”");
        QTest::newRow("unknown vendor") << words("query vendor:asanna") << QByteArray("“asana”");
        QTest::newRow("a reversed range")
            << words("query created:2026-02..2026-01 --count") << QByteArray("“2026-01..2026-02”");
        QTest::newRow("a range that is reversed by now")
            << words("query created:9999..now --count") << QByteArray("ends before it starts");
        QTest::newRow("a broken path") << words("query @[:x") << QByteArray("not a path");
        QTest::newRow("an operator in lower case")
            << words("query not action:x") << QByteArray("character 1: Write the operator “not” in capitals");
        QTest::newRow("another one") << words("query op:read and op:auth --count")
                                     << QByteArray("character 9");
        QTest::newRow("unknown column") << words("query --columns actr") << QByteArray("actor");
        QTest::newRow("unknown sort key") << words("query --sort -actr") << QByteArray("actor");
        QTest::newRow("unknown format") << words("query --format xml") << QByteArray("ndjson");
        QTest::newRow("no table in a file")
            << words("export --output - --format table") << QByteArray("ndjson");
        QTest::newRow("no number") << words("query --limit some") << QByteArray("--limit");
        QTest::newRow("negative number") << words("query --offset -1") << QByteArray("--offset");
        QTest::newRow("facets of nothing") << words("facets") << QByteArray("--by");
        QTest::newRow("facets of the unknown") << words("facets --by actr") << QByteArray("actor");
        QTest::newRow("none at the top") << words("facets --by op --top 0") << QByteArray("--top");
        QTest::newRow("no bins") << words("histogram") << QByteArray("--interval");
        QTest::newRow("two ways of bins")
            << words("histogram --bins 3 --interval 1h") << QByteArray("--interval");
        QTest::newRow("no interval") << words("histogram --interval 1y") << QByteArray("1y");
        QTest::newRow("export to nowhere") << words("export") << QByteArray("--output");
        QTest::newRow("empty file name")
            << QStringList{u"export"_s, u"--output"_s, QString()} << QByteArray("--output");
        QTest::newRow("show of what") << words("show work") << QByteArray("SOURCE ID");
        QTest::newRow("show of an unknown source") << words("show wrok a1") << QByteArray("“work”");
        QTest::newRow("coverage of an unknown source") << words("coverage wrok") << QByteArray("“work”");
        QTest::newRow("sync of an unknown source") << words("sync wrok") << QByteArray("“work”");
        QTest::newRow("sync since when") << words("sync --since soon") << QByteArray("soon");
        QTest::newRow("a watch that is too quick") << words("sync --watch --every 4") << QByteArray("10080");
        QTest::newRow("an interval of nothing") << words("sync --every 15") << QByteArray("--watch");
        QTest::newRow("a watch of everything") << words("sync --watch --full") << QByteArray("--full");
        QTest::newRow("import into an unknown source") << words("import wrok -") << QByteArray("“work”");
        QTest::newRow("import of what") << words("import work") << QByteArray("at least one file");
        QTest::newRow("one argument too many") << words("stats now") << QByteArray("now");
    }
    void wrongUsageIsReportedAndExitsWith2()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, part);
        const CliResult run = m_cli.run(arguments);
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.output, QByteArray());
        QVERIFY2(run.errors.contains(part), run.errors.constData());
    }

private:
    CliRunner m_cli;
};

TRAILGLASS_TEST(QueryingTest)
#include "tst_querying.moc"
