// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/commandline/arguments.h"
#include "tests/runner/testclass.h"

#include <QCommandLineParser>
#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::CommandLine;

namespace {

const ProgramSpecification Program{
    .name = u"trailglass-cli"_s,
    .summary = {},
    .options = {{u"workspace"_s, u"DIR"_s}, {u"json"_s}},
    .commands =
        {
            {{u"query"_s},
             u"[EXPR]"_s,
             {},
             {{u"columns"_s, u"LIST"_s}, {u"sort"_s, u"KEYS"_s}, {u"count"_s}}},
            {{u"source"_s, u"add"_s},
             u"TYPE NAME"_s,
             {},
             {{u"set"_s, u"KEY=VALUE"_s, {}, true}, {u"secret"_s, u"KEY=REF"_s, {}, true}},
             2,
             2},
            {{u"source"_s, u"list"_s}, {}, {}, {}, 0, 0},
            {{u"show"_s}, u"SOURCE ID"_s, {}, {{u"raw"_s}}, 2, 2},
            {{u"export"_s},
             u"[EXPR]"_s,
             {},
             {{u"output"_s, u"FILE"_s, u"where to"_s, false, true}, {u"bom"_s}}},
            {{u"query"_s, u"log"_s}, u"[NAME]"_s, {}, {}, 0, 1},
            {{u"import"_s},
             u"NAME [FILE]…"_s,
             {},
             {{u"quick"_s}, {.name = u"detect"_s, .arguments = u"FILE…"_s}}},
        },
    .notes = {},
    .exitCodes = {}};

const ProgramSpecification WithoutCommands{
    .name = u"trailglass"_s,
    .summary = {},
    .options = {{u"workspace"_s, u"DIR"_s},
                {.name = u"filter"_s, .value = u"EXPR"_s, .mayBeEmpty = true},
                {u"demo"_s}},
    .commands = {{.words = {}, .arguments = {}, .help = {}, .maximumArguments = 0}},
    .notes = {},
    .exitCodes = {}};

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class ArgumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesARequestForJsonInALineThatCannotBeRead()
    {
        QVERIFY(requestsJson(words("--json frobnicate")));
        QVERIFY(requestsJson(words("query --no-such-option --json")));
        QVERIFY(!requestsJson(words("query -- --json")));
        QVERIFY(!requestsJson({}));
    }

    void takesALeadingMinusAsPartOfTheExpression()
    {
        const auto parsed = parseArguments(words("query -vendor:asana actor:ann --count"), Program);
        QVERIFY(parsed);
        QCOMPARE(parsed->expression(), u"-vendor:asana actor:ann"_s);
        QVERIFY(parsed->has(u"count"_s));
    }

    void takesTheNextArgumentAsValueWhateverItBeginsWith()
    {
        const auto parsed = parseArguments(words("query --sort -created --columns --count"), Program);
        QVERIFY(parsed);
        QCOMPARE(parsed->value(u"sort"_s), u"-created"_s);
        QCOMPARE(parsed->value(u"columns"_s), u"--count"_s);
        QVERIFY(!parsed->has(u"count"_s));
    }

    void takesGlobalsAnywhere_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::newRow("before the command") << words("--workspace w --json source list");
        QTest::newRow("between its words") << words("source --workspace w --json list");
        QTest::newRow("after it") << words("source list --json --workspace w");
        QTest::newRow("before two dashes") << words("--workspace w --json -- source list");
        QTest::newRow("with an equals sign") << words("source list --json --workspace=w");
    }
    void takesGlobalsAnywhere()
    {
        QFETCH(QStringList, line);
        const auto parsed = parseArguments(line, Program);
        QVERIFY(parsed);
        QCOMPARE(parsed->command->words, (QStringList{u"source"_s, u"list"_s}));
        QCOMPARE(parsed->value(u"workspace"_s), u"w"_s);
        QVERIFY(parsed->has(u"json"_s));
    }

    void takesACommandsOptionsInFrontOfItsWords()
    {
        const auto parsed = parseArguments(words("--sort -created --count query x"), Program);
        QVERIFY(parsed);
        QCOMPARE(parsed->expression(), u"x"_s);
        QCOMPARE(parsed->value(u"sort"_s), u"-created"_s);
        QVERIFY(parsed->has(u"count"_s));
    }

    void printsTheUsageAsItIsTyped()
    {
        QCOMPARE(usage(Program, Program.commands[1]),
                 u"trailglass-cli source add TYPE NAME [--set KEY=VALUE]… [--secret KEY=REF]…"_s);
        QCOMPARE(usage(Program, Program.commands[4]),
                 u"trailglass-cli export [EXPR] --output FILE [--bom]"_s);
        QCOMPARE(usage(WithoutCommands, WithoutCommands.commands[0]),
                 u"trailglass [--workspace DIR] [--filter EXPR] [--demo]"_s);
    }

    void endsOptionsAtTwoDashes()
    {
        const auto parsed = parseArguments(words("query -- --count --json"), Program);
        QVERIFY(parsed);
        QCOMPARE(parsed->expression(), u"--count --json"_s);
        QVERIFY(!parsed->has(u"json"_s));
    }

    void endsTheWordsOfACommandAtTwoDashes_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<qsizetype>("commandWords");
        QTest::addColumn<QStringList>("positional");
        QTest::newRow("the longer command") << words("query log") << qsizetype(2) << QStringList();
        QTest::newRow("an argument of its") << words("query log x") << qsizetype(2) << words("x");
        QTest::newRow("after two dashes") << words("query -- log") << qsizetype(1) << words("log");
        QTest::newRow("with an option") << words("query --json -- log") << qsizetype(1) << words("log");
        QTest::newRow("two dashes as a value")
            << words("query --sort -- -- log") << qsizetype(1) << words("log");
        QTest::newRow("not in its place") << words("query x log") << qsizetype(1) << words("x log");
        QTest::newRow("no command before") << words("-- query log") << qsizetype(2) << QStringList();
    }
    void endsTheWordsOfACommandAtTwoDashes()
    {
        QFETCH(QStringList, line);
        QFETCH(qsizetype, commandWords);
        QFETCH(QStringList, positional);
        const auto parsed = parseArguments(line, Program);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
        QCOMPARE(parsed->command->words.size(), commandWords);
        QCOMPARE(parsed->positional, positional);
    }

    void callsAnArgumentAsTheUsageDoes_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<QStringList>("names"); // of the first four
        QTest::newRow("one after the other") << words("show a b") << words("SOURCE ID ID ID");
        QTest::newRow("several of the last") << words("import a b") << words("NAME FILE FILE FILE");
        QTest::newRow("one that may be left out") << words("query a") << words("EXPR EXPR EXPR EXPR");
        QTest::newRow("with another option") << words("import a --quick") << words("NAME FILE FILE FILE");
        QTest::newRow("with one that changes them")
            << words("import a --detect") << words("FILE FILE FILE FILE");
        QTest::newRow("none") << words("source list") << QStringList(4, QString());
    }
    void callsAnArgumentAsTheUsageDoes()
    {
        QFETCH(QStringList, line);
        QFETCH(QStringList, names);
        const auto parsed = parseArguments(line, Program);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
        QStringList found;
        for (qsizetype place = 0; place < names.size(); ++place)
            found.append(parsed->nameOf(place));
        QCOMPARE(found, names);
    }

    void keepsRepeatedOptionsInOrder()
    {
        const auto parsed =
            parseArguments(words("source add asana work --set a=1 --secret t=env:T --set b=2"), Program);
        QVERIFY(parsed);
        QCOMPARE(parsed->all(u"set"_s), (QStringList{u"a=1"_s, u"b=2"_s}));
        QCOMPARE(parsed->positional, (QStringList{u"asana"_s, u"work"_s}));
    }

    void refusesWithASentence_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<QString>("part");
        QTest::newRow("nothing") << QStringList{} << u"--help"_s;
        QTest::newRow("unknown command") << words("qurey x") << u"Did you mean “query”?"_s;
        QTest::newRow("half a command") << words("source") << u"source add, source list"_s;
        QTest::newRow("unknown second word") << words("source lits") << u"Did you mean “source list”?"_s;
        QTest::newRow("nothing near") << words("frobnicate") << u"--help"_s;
        QTest::newRow("empty workspace")
            << QStringList{u"query"_s, u"--workspace"_s, QString()} << u"value of --workspace is empty"_s;
        QTest::newRow("missing option") << words("export x") << u"Missing option --output FILE: where to."_s;
        QTest::newRow("unknown option, nothing near")
            << words("query --xyzzy") << u"“trailglass-cli --help” lists the options"_s;
        QTest::newRow("unknown option") << words("query --colums a") << u"Did you mean --columns?"_s;
        QTest::newRow("missing value") << words("query --sort") << u"--sort needs a value"_s;
        QTest::newRow("unwanted value") << words("query --count=3") << u"--count takes no value"_s;
        QTest::newRow("twice") << words("query --sort a --sort b") << u"--sort was given twice"_s;
        QTest::newRow("too few") << words("show a") << u"Usage: trailglass-cli show SOURCE ID"_s;
        QTest::newRow("too many") << words("show a b c") << u"Unexpected argument “c”"_s;
    }
    void refusesWithASentence()
    {
        QFETCH(QStringList, line);
        QFETCH(QString, part);
        const auto parsed = parseArguments(line, Program);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::Usage);
        QVERIFY2(parsed.error().message.contains(part), qPrintable(parsed.error().message));
    }

    void readsAProgramWithoutCommands()
    {
        const auto parsed = parseArguments({u"--filter"_s, u"-op:read"_s, u"--demo"_s}, WithoutCommands);
        QVERIFY(parsed);
        QCOMPARE(parsed->value(u"filter"_s), u"-op:read"_s);
        QVERIFY(parsed->has(u"demo"_s));
        QVERIFY(!parsed->has(u"workspace"_s));
        QVERIFY(parseArguments({u"--filter"_s, QString()}, WithoutCommands));
        QVERIFY(parseArguments({}, WithoutCommands));
        QVERIFY(!parseArguments({u"-op:read"_s}, WithoutCommands));
        QVERIFY(!parseArguments({u"--workspace"_s, QString()}, WithoutCommands));
    }

    void takesTheLastOfSeveralCommonOptions()
    {
        const auto parsed = parseArguments(words("--workspace a source list --workspace b"), Program);
        QVERIFY(parsed);
        QCOMPARE(parsed->value(u"workspace"_s), u"b"_s);
    }

    /// The law of options: where they stand makes no difference, as long as each keeps its value.
    void readsOptionsWhereverTheyStand()
    {
        const QList<QStringList> options{{u"--sort"_s, u"-created"_s},
                                         {u"--columns"_s, u"--count"_s},
                                         {u"--count"_s},
                                         {u"--json"_s},
                                         {u"--workspace=w"_s}};
        const QStringList arguments{u"query"_s, u"-vendor:asana"_s, u"-"_s, u"actor:ann"_s};
        QRandomGenerator random(11);
        for (int i = 0; i < 500; ++i) {
            QList<QStringList> pieces;
            for (const QString &argument : arguments)
                pieces.append({argument});
            for (const QStringList &option : options)
                pieces.insert(random.bounded(static_cast<int>(pieces.size()) + 1), option);
            QStringList line;
            for (const QStringList &piece : pieces)
                line += piece;
            const auto parsed = parseArguments(line, Program);
            QVERIFY2(parsed, qPrintable(line.join(u' ')));
            QCOMPARE(parsed->expression(), u"-vendor:asana - actor:ann"_s);
            QCOMPARE(parsed->value(u"sort"_s), u"-created"_s);
            QCOMPARE(parsed->value(u"columns"_s), u"--count"_s);
            QCOMPARE(parsed->value(u"workspace"_s), u"w"_s);
            QVERIFY(parsed->has(u"count"_s) && parsed->has(u"json"_s));
        }
    }

    /// Why Qt's parser is not used (docs/decisions/0024-own-option-parser.md): it has no setting in which an
    /// expression may start with a minus and options may follow it.
    void doesWhatQtsParserCannot_data()
    {
        QTest::addColumn<QCommandLineParser::SingleDashWordOptionMode>("singleDash");
        QTest::addColumn<QCommandLineParser::OptionsAfterPositionalArgumentsMode>("afterPositional");
        using Parser = QCommandLineParser;
        QTest::newRow("compacted, options") << Parser::ParseAsCompactedShortOptions << Parser::ParseAsOptions;
        QTest::newRow("long, options") << Parser::ParseAsLongOptions << Parser::ParseAsOptions;
        QTest::newRow("compacted, positional")
            << Parser::ParseAsCompactedShortOptions << Parser::ParseAsPositionalArguments;
        QTest::newRow("long, positional") << Parser::ParseAsLongOptions << Parser::ParseAsPositionalArguments;
    }
    void doesWhatQtsParserCannot()
    {
        QFETCH(QCommandLineParser::SingleDashWordOptionMode, singleDash);
        QFETCH(QCommandLineParser::OptionsAfterPositionalArgumentsMode, afterPositional);
        const QStringList line = words("query -vendor:asana --count");

        QCommandLineParser qt;
        qt.setSingleDashWordOptionMode(singleDash);
        qt.setOptionsAfterPositionalArgumentsMode(afterPositional);
        qt.addOption(QCommandLineOption(u"count"_s));
        const bool isRead = qt.parse(QStringList{u"trailglass-cli"_s} + line);
        QVERIFY(!isRead || !qt.isSet(u"count"_s));

        const auto parsed = parseArguments(line, Program);
        QVERIFY(parsed);
        QCOMPARE(parsed->positional, QStringList{u"-vendor:asana"_s});
        QVERIFY(parsed->has(u"count"_s));
    }

    void requestsHelpInEveryForm_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::newRow("long") << words("--help");
        QTest::newRow("short") << words("-h");
        QTest::newRow("of a command, though it lacks arguments") << words("show --help");
        QTest::newRow("of half a command") << words("source --help");
    }
    void requestsHelpInEveryForm()
    {
        QFETCH(QStringList, line);
        const auto parsed = parseArguments(line, Program);
        QVERIFY(parsed);
        QVERIFY(parsed->help);
    }

    void checksWholeNumbers()
    {
        QCOMPARE(*wholeNumber(u"limit"_s, u"12"_s, 0, 20), 12);
        for (const QString &text : {u"-1"_s, u"21"_s, u"1.5"_s, u"many"_s, QString()}) {
            const auto number = wholeNumber(u"limit"_s, text, 0, 20);
            QVERIFY(!number);
            QVERIFY(number.error().message.contains(u"--limit takes a whole number from 0 to 20"_s));
        }
    }
};

TRAILGLASS_TEST(ArgumentsTest)
#include "tst_arguments.moc"
