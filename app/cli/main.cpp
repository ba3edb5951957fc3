// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/command.h"
#include "app/cli/jsonline.h"
#include "models/core/processprivacy.h"
#include "models/core/translation.h"
#include "models/exporting/outputtarget.h"
#include "models/store/workspacefiles.h"

#include <QCoreApplication>
#include <QTimer>
#include <QTranslator>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// One line a command: those that begin with \a firstWord, or all when none does.
QString commandList(const QList<Command> &commands, const QString &firstWord)
{
    const auto isMeant = [&firstWord](const Command &command) {
        return command.specification.words.first() == firstWord;
    };
    const bool all = std::ranges::none_of(commands, isMeant);
    QString text;
    for (const Command &command : commands) {
        if (!all && !isMeant(command))
            continue;
        const QString words = command.specification.words.join(u' ') + u' ' + command.specification.arguments;
        text += "  "_L1 + words.leftJustified(24) + u' ' + command.specification.help + u'\n';
    }
    return text;
}

QString helpText(const QList<Command> &commands, const QString &firstWord)
{
    return tr("trailglass-cli: audit logs of Asana, Secoda, Datafold, Paradime and Nected, kept locally")
        + "\n\n"_L1 + commandList(commands, firstWord) + u'\n'
        + tr("Everywhere: --workspace DIR, --json, --help, --version\n"
             "--json prints data, reports, notices and errors as JSON, one value a line.\n"
             "\"trailglass-cli COMMAND --help\" tells a command's options. EXPR is a filter such as\n"
             "  actor:ann@example.com -outcome:success created:-7d @details.role:admin\n"
             "Exit codes: 0 done, 1 failed, 2 wrong usage or filter, 3 done in part\n"
             "(a source failed, or events could not be read), 130 interrupted\n");
}

QString helpText(const CommandLine::CommandSpecification &specification)
{
    QString text = specification.usage() + "\n\n"_L1 + specification.help + u'\n';
    for (const CommandLine::OptionSpecification &option : specification.options) {
        const QString word = option.name + u' ' + option.value;
        text += "\n  --"_L1 + word.leftJustified(28) + u' ' + option.help;
    }
    return specification.options.isEmpty() ? text : QString(text + u'\n');
}

/// A stream closed by the caller (`>&-`) must not lend its number to the next file that is opened: what is
/// printed would end up in there.
void occupyStandardStreams()
{
    int descriptor = 0;
    while (descriptor >= 0 && descriptor <= STDERR_FILENO)
        descriptor = ::open("/dev/null", O_RDONLY);
    ::close(descriptor);
}

/// Runs one command on the event loop and quits with its exit code.
class Runner
{
public:
    Runner(QList<Command> commands, Console &console, InterruptSignal &interrupt)
        : m_commands(std::move(commands))
        , m_console(console)
        , m_interrupt(interrupt)
        , m_session{{}, false, console, m_clock, interrupt}
    {
    }

    void start(const QStringList &words)
    {
        QList<CommandLine::CommandSpecification> specifications;
        for (const Command &command : m_commands)
            specifications.append(command.specification);
        m_console.setTellsJson(CommandLine::asksForJson(words)); // the error of a broken line too
        if (!checkRedirections({})) // before anything is printed
            return;
        auto parsed = CommandLine::parseArguments(words, specifications);
        if (!parsed)
            return finish(m_session.fail(parsed.error()));
        if (parsed->version) {
            m_console.print(parsed->json
                                ? jsonLine(QJsonObject{{u"version"_s, QStringLiteral(TRAILGLASS_VERSION)}})
                                : QStringLiteral("trailglass-cli " TRAILGLASS_VERSION "\n"));
            return finish(ExitCode::Done);
        }
        if (parsed->help) {
            m_console.print(parsed->command ? helpText(*parsed->command)
                                            : helpText(m_commands, parsed->positional.value(0)));
            return finish(ExitCode::Done);
        }
        const auto index = parsed->command - specifications.constData();
        m_session.workspace = parsed->workspace;
        m_session.json = parsed->json;
        m_console.setTellsJson(parsed->json);
        if (!checkRedirections(workspaceFiles(WorkspacePaths::of(parsed->workspace))))
            return;
        m_commands[index].run(m_session, *parsed, [this](ExitCode code) { finish(code); });
    }

private:
    /// \returns false when the command has ended, since its output would damage a file of Trailglass
    bool checkRedirections(const QStringList &inUse)
    {
        const auto output = checkRedirection(STDOUT_FILENO, inUse);
        const auto errors = checkRedirection(STDERR_FILENO, inUse);
        if (output && errors)
            return true;
        if (!errors) {
            // The reason can be printed elsewhere at most.
            const int elsewhere = output ? STDOUT_FILENO : ::open("/dev/null", O_WRONLY | O_CLOEXEC);
            ::dup2(elsewhere, STDERR_FILENO);
        }
        finish(m_session.fail(errors ? output.error() : errors.error()));
        return false;
    }

    void finish(ExitCode code)
    {
        m_console.endProgress();
        if (m_interrupt.wasInterrupted()) {
            code = ExitCode::Interrupted;
        } else if ((code == ExitCode::Done || code == ExitCode::Partial) && m_console.outputError() != 0
                   && !m_console.outputIsClosed()) {
            code = m_session.fail({ErrorKind::Storage,
                                   Trailglass::tr("Standard output could not be written to: %1.")
                                       .arg(qt_error_string(m_console.outputError()))});
        }
        // From inside start() the event loop may not run yet; a queued exit works in either case.
        QTimer::singleShot(0, qApp, [code] { QCoreApplication::exit(static_cast<int>(code)); });
    }

    QList<Command> m_commands;
    Console &m_console;
    InterruptSignal &m_interrupt;
    SystemClock m_clock;
    Session m_session;
};

} // namespace
} // namespace Trailglass

int main(int argc, char *argv[])
{
    Trailglass::keepProcessPrivate();
    Trailglass::occupyStandardStreams();
    QCoreApplication application(argc, argv);
    Trailglass::InterruptSignal interrupt;
    QCoreApplication::setApplicationName(u"trailglass"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TRAILGLASS_VERSION));

    QTranslator translator;
    // English too: it has the plurals.
    if (translator.load(QLocale(), u"trailglass"_s, u"_"_s, u":/translations"_s)
        || translator.load(u":/translations/trailglass_en.qm"_s))
        QCoreApplication::installTranslator(&translator);

    Trailglass::Console console(interrupt);
    Trailglass::Runner runner(Trailglass::allCommands(), console, interrupt);
    QTimer::singleShot(0, &application, [&runner] { runner.start(QCoreApplication::arguments().mid(1)); });
    return QCoreApplication::exec();
}
