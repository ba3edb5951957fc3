// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/commandline/helptext.h"
#include "models/commandline/manualpage.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::CommandLine;

namespace {

const ProgramSpecification Program{
    .name = u"logs"_s,
    .summary = u"Shows logs."_s,
    .options = {{u"json"_s, {}, u"print JSON"_s}},
    .commands =
        {{{u"query"_s}, u"[EXPR]"_s, u"Prints events."_s, {{u"limit"_s, u"N"_s, u"at most N events"_s}}},
         {{u"source"_s, u"add"_s},
          u"TYPE NAME"_s,
          u".dot - a \\ and 'quotes'"_s,
          {{u"set"_s, u"KEY=VALUE"_s, u"a setting"_s, true, true}},
          2,
          2},
         {{u"source"_s, u"list"_s}, {}, u"Lists sources."_s, {}, 0, 0}},
    .notes = u"See elsewhere.\n"_s,
    .exitCodes = {{0, u"done"_s}, {2, u"wrong usage"_s}}};

QString help(const QStringList &arguments)
{
    const auto parsed = parseArguments(arguments + QStringList{u"--help"_s}, Program);
    return parsed ? helpText(Program, *parsed) : parsed.error().message;
}

} // namespace

/// `--help` and the manual page show everything that a program accepts.
class HelpTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsCommandsOptionsAndExitCodes()
    {
        const QString text = help({});
        for (const QString &part :
             {u"Usage: logs [OPTION]… COMMAND [ARGUMENT]…\n\nShows logs.\n"_s, u"\n  query [EXPR]  "_s,
              u"\n  source add TYPE NAME  "_s, u"\n  --json  "_s, u"\n  --help  "_s, u"\n  --version  "_s,
              u"\nSee elsewhere.\n"_s, u"\n  2   wrong usage\n"_s})
            QVERIFY2(text.contains(part), qPrintable(text));
    }

    void showsOneCommand()
    {
        QCOMPARE(
            help({u"query"_s}),
            u"logs query [EXPR] [--limit N]\n\nPrints events.\n\n  --limit N                  at most N events\n"_s);
        QCOMPARE(help({u"source"_s, u"list"_s}), u"logs source list\n\nLists sources.\n"_s);
    }

    void listsTheCommandsThatBeginWithAWord()
    {
        const QString text = help({u"source"_s});
        QVERIFY(text.contains(u"  source add"_s) && text.contains(u"  source list"_s));
        QVERIFY(!text.contains(u"  query"_s));
    }

    void putsALongTermOnItsOwnLine()
    {
        ProgramSpecification program = Program;
        const QString name(40, u'x');
        program.options = {{name, {}, u"explained"_s}};
        const auto parsed = parseArguments({u"--help"_s}, program);
        QVERIFY(parsed);
        const QString text = helpText(program, *parsed);
        QVERIFY2(text.contains("  --"_L1 + name + u'\n' + QString(29, u' ') + "explained\n"_L1),
                 qPrintable(text));
    }

    void makesAManualPage()
    {
        const auto page =
            manualPage(".TH LOGS 1 @DATE@ \"@VERSION@\"\n@COMMANDS@\n.SH OPTIONS\n@OPTIONS@\n@EXIT_CODES@\n",
                       Program, "1.2", "2026-11-29");
        QVERIFY(page);
        QVERIFY(page->startsWith(".TH LOGS 1 2026-11-29 \"1.2\"\n.SS query\n"));
        QVERIFY2(page->contains(
                     "\\fBlogs source add\\fR \\fITYPE NAME\\fR \\fB\\-\\-set\\fR \\fIKEY=VALUE\\fR…\n.PP\n"
                     "\\&.dot \\- a \\e and 'quotes'\n.TP\n\\fB\\-\\-set\\fR \\fIKEY=VALUE\\fR\na setting\n"),
                 page->constData());
        QVERIFY(page->contains(".SH OPTIONS\n.TP\n\\fB\\-\\-json\\fR\nprint JSON\n"));
        QVERIFY(page->endsWith(".TP\n\\fB2\\fR\nwrong usage\n"));
    }

    void putsTheGuideOfFiltersIntoTheManualPage()
    {
        ProgramSpecification program = Program;
        program.filterGuide = {{u"Times"_s, {{u"created:-7d"_s, u"seven days"_s}}},
                               {u"Others"_s, {{u"\"a\\b\""_s, u".dot"_s}}}};
        const QByteArray rest = "@COMMANDS@\n@OPTIONS@\n@EXIT_CODES@\n";
        const auto page = manualPage(".SH FILTERS\n@FILTERS@\n" + rest, program, "1", "2026-11-29");
        QVERIFY(page);
        QVERIFY2(page->startsWith(".SH FILTERS\n.SS Times\n.TP\n\\fBcreated:\\-7d\\fR\nseven days\n"
                                  ".SS Others\n.TP\n\\fB\"a\\eb\"\\fR\n\\&.dot\n"),
                 page->constData());
        QVERIFY(!manualPage(rest, program, "1", "2026-11-29")); // it is not left out
        QVERIFY(!manualPage(".SH FILTERS\n@FILTERS@\n" + rest, Program, "1", "2026-11-29"));
    }

    void refusesATemplateThatLeavesSomethingOut_data()
    {
        QTest::addColumn<QByteArray>("pageTemplate");
        QTest::newRow("no options") << QByteArray("@COMMANDS@\n@EXIT_CODES@");
        QTest::newRow("no commands") << QByteArray("@OPTIONS@\n@EXIT_CODES@");
        QTest::newRow("no exit codes") << QByteArray("@COMMANDS@\n@OPTIONS@");
        QTest::newRow("twice") << QByteArray("@COMMANDS@\n@OPTIONS@\n@EXIT_CODES@\n@OPTIONS@");
        QTest::newRow("unknown") << QByteArray("@COMMANDS@\n@OPTIONS@\n@EXIT_CODES@\n@EXAMPLES@");
    }
    void refusesATemplateThatLeavesSomethingOut()
    {
        QFETCH(QByteArray, pageTemplate);
        const auto page = manualPage(pageTemplate, Program, "1", "2026-11-29");
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Usage);
    }
};

TRAILGLASS_TEST(HelpTextTest)
#include "tst_helptext.moc"
