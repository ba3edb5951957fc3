// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/refusedcommands.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

namespace {

constexpr qsizetype LongText = 5'000; // characters

/// An event of Asana with these details.
QByteArray changeEvent(const QByteArray &id, const QByteArray &details)
{
    return "{\"gid\":\"" + id
        + "\",\"created_at\":\"2026-10-01T08:00:00Z\",\"event_type\":\"x\",\"details\":" + details + "}\n";
}

} // namespace

/// `show --changes` through the real program.
class ShowChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(SampleWorkspace::addSource(m_cli, u"asana"_s, u"work"_s).exitCode, 0);
        const QByteArray events =
            changeEvent("scalar", R"({"old_value":"member","new_value":"super_admin"})")
            + changeEvent(
                "object",
                R"({"before":{"a":1.50,"b":{"c":"x"},"k":true},"after":{"a":2,"b":{"c":"y"},"k":true,"n":[1]}})")
            + changeEvent("lines", R"({"old":"SELECT a\nFROM t","new":"SELECT b\nFROM t"})")
            + changeEvent("named", R"({"old":{"sql":"a\nb"},"new":{"sql":"a\nc"}})")
            + changeEvent("equal", R"({"old":"public","new":"public"})")
            + changeEvent("list", R"([{"field":"role","from":1,"to":2},{"oldName":"a","newName":"b"}])")
            + changeEvent("inside", "\"{\\\"old\\\":1,\\\"new\\\":2}\"")
            + changeEvent("diff", R"({"sql_diff":"- a\n+ b"})")
            + changeEvent("hostile", "{\"old\":\"\\u202ea\\u009b\",\"new\":\"b\\u001b[2J\"}")
            + changeEvent("long", "{\"old\":\"" + QByteArray(LongText, 'x') + "\",\"new\":\"y\"}")
            + changeEvent("none", R"({"value":1})");
        const CliResult imported = m_cli.run({u"import"_s, u"work"_s, u"-"_s}, events);
        QVERIFY2(imported.exitCode == 0, imported.errors.constData());
    }

    void printsPathsAndBothSides_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("scalar") << QByteArray("details: @details.old_value → @details.new_value\n"
                                              "  - member\n"
                                              "  + super_admin\n");
        QTest::newRow("object") << QByteArray("details: @details.before → @details.after\n"
                                              "  - a: 1.50\n"
                                              "  + a: 2\n"
                                              "  b:\n"
                                              "    - c: x\n"
                                              "    + c: y\n"
                                              "  + n: [1]\n"
                                              "  1 unchanged\n");
        QTest::newRow("lines") << QByteArray("details: @details.old → @details.new\n"
                                             "  - SELECT a\n"
                                             "  + SELECT b\n"
                                             "    FROM t\n");
        QTest::newRow("named") << QByteArray("details: @details.old → @details.new\n"
                                             "  sql:\n"
                                             "      a\n"
                                             "    - b\n"
                                             "    + c\n");
        QTest::newRow("equal") << QByteArray("details: @details.old → @details.new\n"
                                             "  = public\n");
        QTest::newRow("list") << QByteArray("role: @details[0].from → @details[0].to\n"
                                            "  - 1\n"
                                            "  + 2\n"
                                            "\n"
                                            "name: @details[1].oldName → @details[1].newName\n"
                                            "  - a\n"
                                            "  + b\n");
        QTest::newRow("inside") << QByteArray("details: @details.old → @details.new\n"
                                              "  - 1\n"
                                              "  + 2\n");
        QTest::newRow("diff") << QByteArray("sql_diff: @details.sql_diff\n"
                                            "  - a\n"
                                            "  + b\n");
        QTest::newRow("hostile") << QByteArray("details: @details.old → @details.new\n"
                                               "  - <U+202E>a<U+009B>\n"
                                               "  + b<U+001B>[2J\n");
    }

    void printsPathsAndBothSides()
    {
        QFETCH(const QByteArray, text);
        const CliResult shown = changes(QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(shown.output, text);
        QCOMPARE(shown.errors, QByteArray());
        QCOMPARE(shown.exitCode, 0);
    }

    void printsOneObjectAsJson_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("scalar") << QByteArray(
            R"({"subject":"details","kind":"changed","before_path":"@details.old_value","after_path":"@details.new_value","before":"member","after":"super_admin"})");
        QTest::newRow("object") << QByteArray(
            R"({"subject":"details","kind":"changed","before_path":"@details.before.a","after_path":"@details.after.a","before":1.50,"after":2},)"
            R"({"subject":"details","kind":"changed","before_path":"@details.before.b.c","after_path":"@details.after.b.c","before":"x","after":"y"},)"
            R"({"subject":"details","kind":"added","before_path":null,"after_path":"@details.after.n","before":null,"after":[1]})");
        QTest::newRow("lines") << QByteArray(
            R"({"subject":"details","kind":"changed","before_path":"@details.old","after_path":"@details.new","before":"SELECT a\nFROM t","after":"SELECT b\nFROM t"})");
        QTest::newRow("equal") << QByteArray(
            R"({"subject":"details","kind":"unchanged","before_path":"@details.old","after_path":"@details.new","before":"public","after":"public"})");
        QTest::newRow("diff") << QByteArray(
            R"({"subject":"sql_diff","kind":"given","before_path":null,"after_path":"@details.sql_diff","before":null,"after":"- a\n+ b"})");
        QTest::newRow("hostile") << QByteArray(
            "{\"subject\":\"details\",\"kind\":\"changed\",\"before_path\":\"@details.old\",\"after_path\":"
            "\"@details.new\",\"before\":\"\\u202ea\\u009b\",\"after\":\"b\\u001b[2J\"}");
        QTest::newRow("none") << QByteArray();
    }

    void printsOneObjectAsJson()
    {
        QFETCH(const QByteArray, list);
        const QByteArray id = QTest::currentDataTag();
        const CliResult shown = changes(QString::fromLatin1(id), {u"--json"_s});
        QCOMPARE(shown.output,
                 QByteArray("{\"source\":\"work\",\"id\":\"" + id + "\",\"changes\":[" + list
                            + "],\"complete\":true}\n"));
        QCOMPARE(shown.errors, QByteArray());
        QCOMPARE(shown.exitCode, 0);
    }

    void aPrintedPathIsAFilter()
    {
        const QByteArray json = changes(u"object"_s, {u"--json"_s}).output;
        const QJsonObject change = QJsonDocument::fromJson(json)[u"changes"][1].toObject();
        const QString filter = change[u"after_path"].toString() + u':' + change[u"after"].toString();
        QCOMPARE(m_cli.run({u"query"_s, filter, u"--count"_s}).output, QByteArray("1\n"));
    }

    void saysThatThereIsNone()
    {
        const CliResult shown = changes(u"none"_s);
        QCOMPARE(shown.output, QByteArray());
        QVERIFY2(shown.errors.contains("no values before and after"), shown.errors.constData());
        QCOMPARE(shown.exitCode, 0);
    }

    void longValuesAreCutForPeopleAlone()
    {
        const CliResult shown = changes(u"long"_s);
        QVERIFY2(shown.output.contains("xxx…\n"), shown.output.constData());
        QVERIFY(shown.output.size() < LongText);
        QVERIFY2(shown.errors.contains("--json"), shown.errors.constData());
        const QByteArray whole = '"' + QByteArray(LongText, 'x') + '"';
        QVERIFY(changes(u"long"_s, {u"--json"_s}).output.contains(whole));
    }

    void saysWhatIsWrong_data()
    {
        addRefused({
            {"show work scalar --changes --raw", 2, "--raw"},
            {"show work scalar --changes --related", 2, "--related"},
            {"show work scalar --changes --refresh", 2, "--related"},
            {"show work nothing --changes", 1, "nothing"},
            {"show wrok scalar --changes", 2, "“work”"},
            {"show work --changes", 2, "Missing argument"},
        });
    }

    void saysWhatIsWrong() { verifyRefused(m_cli.run(refusedArguments(m_cli))); }

private:
    [[nodiscard]] CliResult changes(const QString &id, const QStringList &options = {}) const
    {
        return m_cli.run(QStringList{u"show"_s, u"work"_s, id, u"--changes"_s} + options);
    }

    CliRunner m_cli;
};

TRAILGLASS_TEST(ShowChangesTest)
#include "tst_changes.moc"
