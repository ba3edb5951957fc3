// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

/// `preset …` and `preset:name` in an EXPR, through the real program.
class PresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_cli = std::make_unique<CliRunner>(); }

    void anEmptyWorkspaceHasNoPresets()
    {
        QCOMPARE(run({u"list"_s, u"--json"_s}).output, QByteArray("[]\n"));
        const CliResult listed = run({u"list"_s});
        QCOMPARE(listed.exitCode, 0);
        QVERIFY(listed.output.isEmpty());
        QVERIFY(listed.errors.contains("preset save"));
        QVERIFY(!QFileInfo::exists(m_cli->workspace()));
    }

    void aPresetIsSavedShownReplacedAndDeleted()
    {
        QCOMPARE(save({u"night shift"_s, u"hour:22..,..5"_s, u"-actor:x"_s, u"--columns"_s,
                       u"created,actor"_s, u"--sort"_s, u"-created"_s}),
                 0);
        QCOMPARE(run({u"show"_s, u"night shift"_s, u"--json"_s}).output,
                 QByteArray(R"({"colour_rules":null,"columns":"created,actor",)"
                            R"("expression":"hour:22..,..5 -actor:x",)"
                            R"("name":"night shift","sort":"-created"})"
                            "\n"));
        QCOMPARE(run({u"show"_s, u"night shift"_s}).output,
                 QByteArray("name      night shift\nfilter    hour:22..,..5 -actor:x\n"
                            "columns   created,actor\nsort      -created\n"));
        QCOMPARE(save({u"night shift"_s, u"x"_s}), 0);
        QCOMPARE(run({u"list"_s, u"--json"_s}).output,
                 QByteArray(R"([{"colour_rules":null,"columns":null,"expression":"x",)"
                            R"("name":"night shift","sort":null}])"
                            "\n"));
        QVERIFY(run({u"list"_s}).output.contains("\nnight shift  x"));
        QCOMPARE(run({u"delete"_s, u"night shift"_s}).exitCode, 0);
        QCOMPARE(run({u"list"_s, u"--json"_s}).output, QByteArray("[]\n"));
    }

    void colourRulesAreSavedShownAndHandedOn()
    {
        const QByteArray rules = R"([{"colour":0,"filter":"outcome:failure","name":"Failures","on":true},)"
                                 R"({"colour":5,"filter":"op:auth","name":"","on":false}])";
        const QString file = m_cli->writeFile(u"rules.json"_s, rules);
        QCOMPARE(save({u"coloured"_s, u"x"_s, u"--colour-rules"_s, file}), 0);
        QCOMPARE(run({u"show"_s, u"coloured"_s}).output,
                 QByteArray("name      coloured\nfilter    x\ncolours   Red, “Failures”: outcome:failure\n"
                            "colours   Blue (off): op:auth\n"));
        const QByteArray json = R"("colour_rules":)" + rules;
        QVERIFY(run({u"show"_s, u"coloured"_s, u"--json"_s}).output.contains(json));

        const CliResult refused =
            run({u"save"_s, u"worse"_s, u"y"_s, u"--colour-rules"_s,
                 m_cli->writeFile(
                     u"broken.json"_s,
                     R"([{"filter":"x","colour":1},{"name":"bad","filter":"op:auth actr:x","colour":1}])")});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(
            refused.errors.contains("Colour rule 2 (“bad”) is ignored: Error in the filter at character 9"),
            refused.errors.constData());

        // Through a file, where somebody has broken one rule and spoilt another.
        QByteArray exported = run({u"export"_s, u"-"_s}).output;
        exported.replace("op:auth", "actr:x").replace("\"colour\": 0", "\"colour\": 8");
        QCOMPARE(run({u"delete"_s, u"coloured"_s}).exitCode, 0);
        const CliResult imported = m_cli->run({u"preset"_s, u"import"_s, u"-"_s}, exported);
        QCOMPARE(imported.exitCode, 0);
        QVERIFY2(imported.errors.contains("Preset “coloured”: Colour rule 1 (“Failures”) is left out")
                     && imported.errors.contains("Preset “coloured”: Colour rule 2 is ignored"),
                 imported.errors.constData());
        const CliResult shown = run({u"show"_s, u"coloured"_s});
        QVERIFY2(shown.output.contains("colours   Blue (off): actr:x\n") && !shown.output.contains("Red"),
                 shown.output.constData());
        QVERIFY2(shown.errors.contains("Colour rule 1 is ignored"), shown.errors.constData());
        const CliResult again = m_cli->run({u"preset"_s, u"import"_s, u"-"_s, u"--json"_s}, exported);
        QVERIFY2(again.errors.contains(R"("already_there":["coloured"])")
                     && again.errors.contains("\"warnings\":[\"Preset “coloured”"),
                 again.errors.constData());
        QCOMPARE(m_cli->run({u"query"_s, u"preset:coloured"_s, u"--count"_s}).exitCode, 0);
    }

    void thoseOfTheProgramAreThereInEveryWorkspace()
    {
        QVERIFY(SampleWorkspace().fill(*m_cli));
        const QJsonArray listed = run({u"list"_s, u"--built-in"_s, u"--json"_s}).jsonArray();
        QVERIFY(listed.size() >= 12);
        for (const QJsonValue &preset : listed)
            QCOMPARE(
                m_cli->run({u"query"_s, u"preset:"_s + preset[u"name"].toString(), u"--count"_s}).exitCode,
                0);
        QVERIFY(run({u"show"_s, u"failed-logins"_s}).output.contains("op:auth outcome:failure"));
        QCOMPARE(run({u"list"_s, u"--json"_s}).output, QByteArray("[]\n"));
        QCOMPARE(save({u"failed-logins"_s, u"id:a1"_s}), 0);
        QCOMPARE(count(u"preset:failed-logins"_s), QByteArray("1\n"));
    }

    void everyExpressionTakesPresets()
    {
        QVERIFY(SampleWorkspace().fill(*m_cli));
        QCOMPARE(save({u"asana"_s, u"vendor:asana"_s, u"--columns"_s, u"id"_s}), 0);
        QCOMPARE(save({u"all but asana"_s, u"-preset:asana"_s}), 0);
        QCOMPARE(count(u"preset:asana"_s), QByteArray("3\n"));
        QCOMPARE(count(u"preset:\"all but asana\""_s), QByteArray("4\n"));
        QCOMPARE(count(u"preset:asana preset:\"all but asana\""_s), QByteArray("0\n"));
        // Columns and order of a preset are the window's: scripts get what they always get.
        const CliResult csv = m_cli->run({u"query"_s, u"preset:asana"_s, u"--format"_s, u"csv"_s});
        QVERIFY(csv.output.startsWith("created,source,vendor,"));
        const CliResult facets = m_cli->run({u"facets"_s, u"preset:asana"_s, u"--by"_s, u"vendor"_s});
        QVERIFY2(facets.output.contains("\"asana\"") && !facets.output.contains("secoda"),
                 facets.output.constData());
        const CliResult bins = m_cli->run({u"histogram"_s, u"preset:asana"_s, u"--bins"_s, u"1"_s});
        QVERIFY2(bins.output.contains("\"count\":3"), bins.output.constData());
        const CliResult exported = m_cli->run({u"export"_s, u"preset:asana"_s, u"--output"_s, u"-"_s});
        QCOMPARE(exported.lines().size(), 4);
    }

    void wrongUsageIsReportedAndExitsWith2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("part");
        const QString preset = u"preset"_s;
        QTest::newRow("unknown to show")
            << QStringList{preset, u"show"_s, u"nihgt"_s} << QByteArray("“night”");
        QTest::newRow("unknown to delete")
            << QStringList{preset, u"delete"_s, u"nihgt"_s} << QByteArray("“night”");
        QTest::newRow("unknown to rename")
            << QStringList{preset, u"rename"_s, u"nihgt"_s, u"x"_s} << QByteArray("“night”");
        QTest::newRow("no new name") << QStringList{preset, u"rename"_s, u"night"_s}
                                     << QByteArray("NAME NEW_NAME");
        QTest::newRow("a new name that is none")
            << QStringList{preset, u"rename"_s, u"night"_s, u" "_s} << QByteArray("1 to 100");
        QTest::newRow("unknown in a filter")
            << QStringList{u"query"_s, u"preset:nihgt"_s} << QByteArray("Did you mean “night”?");
        QTest::newRow("unknown in a preset")
            << QStringList{preset, u"save"_s, u"x"_s, u"preset:nihgt"_s} << QByteArray("“night”");
        QTest::newRow("circle") << QStringList{preset, u"save"_s, u"night"_s, u"preset:night"_s}
                                << QByteArray("night → night");
        QTest::newRow("broken filter")
            << QStringList{preset, u"save"_s, u"x"_s, u"actr:x"_s} << QByteArray("“actor”");
        QTest::newRow("unknown column")
            << QStringList{preset, u"save"_s, u"x"_s, u"y"_s, u"--columns"_s, u"actr"_s}
            << QByteArray("actor");
        QTest::newRow("unknown sort key")
            << QStringList{preset, u"save"_s, u"x"_s, u"y"_s, u"--sort"_s, u"-creatd"_s}
            << QByteArray("created");
        QTest::newRow("no name") << QStringList{preset, u"save"_s, u" "_s, u"y"_s} << QByteArray("1 to 100");
        QTest::newRow("no filter") << QStringList{preset, u"save"_s, u"x"_s} << QByteArray("NAME EXPR");
    }
    void wrongUsageIsReportedAndExitsWith2()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, part);
        if (m_withNight) {
            QVERIFY(m_cli->copyFrom(*m_withNight));
        } else {
            QCOMPARE(save({u"night"_s, u"hour:23"_s}), 0);
            m_withNight = m_cli->another();
            QVERIFY(m_withNight->copyFrom(*m_cli));
        }
        const CliResult refused = m_cli->run(arguments);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains(part), refused.errors.constData());
        QCOMPARE(run({u"list"_s, u"--json"_s}).jsonArray().size(), 1);
    }

    void aPresetThatNamesAnUnknownSourceIsReportedByName()
    {
        QVERIFY(SampleWorkspace().fill(*m_cli));
        QCOMPARE(save({u"mine"_s, u"source:wrok"_s}), 0); // it may come later
        QCOMPARE(save({u"outer"_s, u"x OR -preset:mine"_s}), 0);
        for (const QString &filter : {u"preset:mine"_s, u"op:read preset:outer"_s}) {
            const CliResult refused = m_cli->run({u"query"_s, filter, u"--count"_s});
            QCOMPARE(refused.exitCode, 2);
            QVERIFY2(
                refused.errors.contains("“mine” cannot be used. There is no source “wrok”; the sources are"),
                refused.errors.constData());
        }
    }

    void aRenamedPresetTakesThoseThatNameItAlong()
    {
        QVERIFY(SampleWorkspace().fill(*m_cli));
        QCOMPARE(save({u"mine"_s, u"vendor:asana"_s, u"--columns"_s, u"id"_s}), 0);
        QCOMPARE(save({u"others"_s, u"-preset:mine"_s}), 0);
        const CliResult renamed = run({u"rename"_s, u"mine"_s, u"team's work"_s});
        QVERIFY2(renamed.exitCode == 0, renamed.errors.constData());
        QVERIFY(renamed.output.isEmpty() && renamed.errors.isEmpty());
        QCOMPARE(count(u"preset:\"team's work\""_s), QByteArray("3\n"));
        QCOMPARE(count(u"preset:others"_s), QByteArray("4\n"));
        QVERIFY(run({u"show"_s, u"team's work"_s}).output.contains("columns   id\n"));
        QCOMPARE(run({u"show"_s, u"mine"_s}).exitCode, 2);
    }

    void deletingAPresetNamesThoseThatNeedIt()
    {
        QCOMPARE(save({u"a"_s, u"x"_s}), 0);
        QCOMPARE(save({u"b"_s, u"preset:a"_s}), 0);
        const CliResult deleted = run({u"delete"_s, u"a"_s});
        QCOMPARE(deleted.exitCode, 0);
        QVERIFY2(deleted.errors.contains("“b” still names “a”"), deleted.errors.constData());
        QCOMPARE(m_cli->run({u"query"_s, u"preset:b"_s}).exitCode, 2);
    }

    void presetsGoThroughAFileAndAPipe()
    {
        QCOMPARE(save({u"a"_s, u"x"_s}), 0);
        const QString fileName = m_cli->path(u"presets.json"_s);
        QCOMPARE(run({u"export"_s, fileName}).exitCode, 0);
        const QByteArray piped = run({u"export"_s, u"-"_s}).output;
        QFile file(fileName);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), piped);

        QVERIFY(run({u"import"_s, fileName}).errors.contains("already present: 1"));
        QCOMPARE(save({u"a"_s, u"y"_s}), 0);
        const CliResult imported = m_cli->run({u"preset"_s, u"import"_s, u"-"_s, u"--json"_s}, piped);
        QCOMPARE(imported.exitCode, 0);
        QCOMPARE(imported.jsonArray().first()[u"name"].toString(), u"a (2)"_s);
        QVERIFY2(imported.errors.contains(R"json("renamed":[{"from":"a","to":"a (2)"}])json"),
                 imported.errors.constData());
        QCOMPARE(run({u"list"_s, u"--json"_s}).jsonArray().size(), 2);
    }

    void aNameThatIsTakenIsNotGivenAgain()
    {
        QCOMPARE(save({u"a"_s, u"x"_s}), 0);
        QCOMPARE(save({u"b"_s, u"y"_s}), 0);
        const CliResult refused = run({u"rename"_s, u"a"_s, u"b"_s});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains("There is already a preset “b”"), refused.errors.constData());
        QCOMPARE(run({u"list"_s, u"--json"_s}).jsonArray().size(), 2);
    }

    void aDamagedFileImportsNothing()
    {
        const QString file = m_cli->writeFile(
            u"presets.json"_s,
            R"({"format":"trailglass-presets","version":1,"presets":[{"name":"a","expression":"x"},)"
            R"({"name":"b","expression":"actr:x"}]})");
        const CliResult refused = run({u"import"_s, file});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("Preset 2 (“b”)"), refused.errors.constData());
        QCOMPARE(run({u"list"_s, u"--json"_s}).output, QByteArray("[]\n"));
        QCOMPARE(run({u"import"_s, m_cli->path(u"none"_s)}).exitCode, 1);
    }

private:
    CliResult run(const QStringList &arguments) const
    {
        return m_cli->run(QStringList{u"preset"_s} + arguments);
    }
    int save(const QStringList &arguments) const { return run(QStringList{u"save"_s} + arguments).exitCode; }
    QByteArray count(const QString &filter) const
    {
        return m_cli->run({u"query"_s, filter, u"--count"_s}).output;
    }

    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<CliRunner> m_withNight; ///< has the preset "night", which is saved once
};

TRAILGLASS_TEST(PresetsTest)
#include "tst_presets.moc"
