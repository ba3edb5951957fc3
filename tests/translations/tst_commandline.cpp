// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/program.h"
#include "models/commandline/helptext.h"
#include "models/core/field.h"
#include "tests/cli/samplecommands.h"
#include "tests/runner/testclass.h"
#include "tests/translations/pseudolocale.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTranslator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::CommandLine;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;

namespace {

/// Members whose values are sentences, not data.
const QStringList Sentences{u"error"_s, u"notice"_s, u"warnings"_s, u"problems"_s};

/// Members whose values are objects of the vendor or of the settings: their keys are data, too.
const QStringList Objects{u"raw"_s, u"settings"_s, u"secrets"_s};

/// The same in every language: names of programs and units.
const QStringList Names{u"trailglass"_s, u"cli"_s, u"qt"_s, u"sqlite"_s, u"KiB"_s, u"MiB"_s, u"UTC"_s};

QSet<QString> wordsIn(const QJsonValue &value, bool withKeys = false)
{
    QSet<QString> found;
    if (value.isString()) {
        const QStringList words = latinWords(value.toString());
        found = {words.cbegin(), words.cend()};
    } else if (value.isArray()) {
        for (const QJsonValue &element : value.toArray())
            found.unite(wordsIn(element, withKeys));
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (!withKeys && Sentences.contains(member.key()))
                continue;
            if (withKeys)
                found.unite(wordsIn(QJsonValue(member.key())));
            found.unite(wordsIn(member.value(), withKeys || Objects.contains(member.key())));
        }
    }
    return found;
}

/// What a report contains that is data: the words of the values that `--json` prints of it.
QSet<QString> dataOf(const QByteArray &json)
{
    QSet<QString> data;
    for (const QByteArray &line : json.split('\n')) {
        for (const QJsonValue &value : QJsonDocument::fromJson('[' + line + ']').array())
            data.unite(wordsIn(value));
    }
    return data;
}

/// \returns \a text with each translation as `⟦⟧`
QString withEmptyTranslations(const QString &text)
{
    QString rest;
    int depth = 0;
    for (const QChar character : text) {
        depth += character == u'⟦' ? 1 : 0;
        if (depth == 0)
            rest += character;
        if (character == u'⟧' && --depth == 0)
            rest += u"⟦⟧"_s;
    }
    return rest;
}

} // namespace

/// In a language that translates every text, no text of the command line is left in English.
class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_translator.load(u":/translations/trailglass_eo.qm"_s));
        m_prepared.environment().insert(u"LANGUAGE"_s, u"eo"_s);
        m_prepared.environment().insert(u"LC_ALL"_s, u"en_US.UTF-8"_s);
        QVERIFY(SampleWorkspace().fill(m_prepared));
        QVERIFY(prepareSampleCommands(m_prepared));
    }

    void translatesTheHelpOfEveryCommand_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("all") << QStringList();
        for (const Command &command : allCommands()) {
            const QStringList &words = command.specification.words;
            QTest::newRow(qPrintable(words.join(u' '))) << words;
        }
    }
    void translatesTheHelpOfEveryCommand()
    {
        QFETCH(QStringList, command);
        const QString text = translatedHelp(command);
        QVERIFY(text.contains(u'⟦'));
        // A usage line, or words for the shell with their explanation after them, or on the next line for long ones.
        static const QRegularExpression wordsForTheShell(u"^  [a-z][a-z -]*[A-Z_]+( [A-Z_]+)*$"_s);
        for (const QString &line : withEmptyTranslations(text).split(u'\n')) {
            const qsizetype end = line.lastIndexOf(u'⟧');
            const bool isFine = line.startsWith(u"trailglass-cli "_s) || latinWords(line).isEmpty()
                || wordsForTheShell.match(line).hasMatch()
                || (end >= 0 && latinWords(line.mid(end)).isEmpty());
            QVERIFY2(isFine, qPrintable(line));
        }
    }

    /// The texts above are made in this process; the program prints the same.
    void printsTheTranslatedHelp_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("all") << QStringList();
        QTest::newRow("the commands of a word") << QStringList{u"source"_s};
        QTest::newRow("one command") << QStringList{u"query"_s};
    }
    void printsTheTranslatedHelp()
    {
        QFETCH(QStringList, command);
        const CliResult result = m_prepared.run(command + QStringList{u"--help"_s});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(QString::fromUtf8(result.output), translatedHelp(command));
    }

    void translatesReportsAndErrors_data()
    {
        QTest::addColumn<QString>("line");
        const auto row = [](const char *line) {
            QTest::newRow(line) << QString::fromLatin1(line);
        };
        for (const SampleCommand &command : sampleCommands())
            row(command.line);
        row("query --limit many");
        row("query actro:ann");
        row("query created:2026-02-30");
        row("query message:/(/");
        row("query source:wrok");
        row("query preset:nihgt");
        row("source test work");
        row("sync runs");
    }
    void translatesReportsAndErrors()
    {
        QFETCH(QString, line);
        const std::unique_ptr<CliRunner> cli = m_prepared.another();
        QVERIFY(cli->copyFrom(m_prepared));
        const QStringList arguments = argumentsOf(line, *cli);

        const CliResult report = cli->run(arguments);
        const CliResult json = cli->run(arguments + QStringList{u"--json"_s});

        QSet<QString> data = dataOf(json.output + '\n' + json.errors);
        for (const QString &word : latinWords(arguments.join(u' ')))
            data.insert(word);
        const QString text = QString::fromUtf8(report.output + report.errors);
        for (const QString &word : latinWords(withoutTranslations(text))) {
            const bool isData =
                data.contains(word) || Names.contains(word) || fieldFromName(word.toStdString()).has_value();
            QVERIFY2(isData, qPrintable(word + u" in:\n"_s + text));
        }
    }

private:
    /// What `--help` prints after the words of a command.
    QString translatedHelp(const QStringList &command)
    {
        QCoreApplication::installTranslator(&m_translator);
        const ProgramSpecification program = cliProgram(allCommands());
        const auto parsed = parseArguments(command + QStringList{u"--help"_s}, program);
        const QString text = parsed ? helpText(program, *parsed) : parsed.error().message;
        QCoreApplication::removeTranslator(&m_translator);
        return text;
    }

    QTranslator m_translator;
    CliRunner m_prepared{QStringLiteral(TRAILGLASS_BINARIES "/trailglass-cli-pseudolocale")};
};

TRAILGLASS_TEST(CommandLineTest)
#include "tst_commandline.moc"
