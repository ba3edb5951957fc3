// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/programrun.h"

#include "app/cli/jsonline.h"
#include "app/cli/namedfiles.h"
#include "app/cli/program.h"
#include "models/commandline/helptext.h"
#include "models/core/localaccount.h"
#include "models/core/logoutput.h"
#include "models/core/processprivacy.h"
#include "models/core/translation.h"
#include "models/exporting/outputtarget.h"
#include "models/workspace/startlogging.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

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
        , m_program(cliProgram(m_commands))
        , m_console(console)
        , m_interrupt(interrupt)
        , m_session{{}, false, console, m_clock, interrupt, localAccountName()}
    {
    }

    void start(const QStringList &words)
    {
        printJson(CommandLine::requestsJson(words)); // the error of a line that cannot be read too
        if (!checkRedirections({})) // before anything is printed
            return;
        const auto parsed = CommandLine::parseArguments(words, m_program);
        if (!parsed)
            return finish(m_session.fail(parsed.error()));
        printJson(parsed->has(u"json"_s));
        if (parsed->version) {
            m_console.print(m_session.json
                                ? jsonLine(QJsonObject{{u"version"_s, QStringLiteral(TRAILGLASS_VERSION)}})
                                : QStringLiteral("trailglass-cli " TRAILGLASS_VERSION "\n"));
            return finish(ExitCode::Done);
        }
        if (parsed->help) {
            m_console.print(CommandLine::helpText(m_program, *parsed));
            return finish(ExitCode::Done);
        }
        m_session.workspace = parsed->value(u"workspace"_s);
        if (!checkRedirections(readableFilesInUse(m_session.workspace) + filesToRead(*parsed)))
            return;
        if (const auto apart = checkNamedFiles(*parsed); !apart)
            return finish(m_session.fail(apart.error()));
        const auto logging =
            startLogging(parsed->value(u"log"_s), parsed->value(u"log-file"_s), m_session.workspace);
        if (!logging)
            return finish(m_session.fail(logging.error()));
        const auto index = parsed->command - m_program.commands.constData();
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

    void printJson(bool json)
    {
        m_session.json = json;
        m_console.setTellsJson(json);
        LogOutput::setForm(json ? LogOutput::Form::Json : LogOutput::Form::Text);
    }

    void finish(ExitCode code)
    {
        m_console.endProgress();
        if (m_interrupt.wasInterrupted() && !m_interrupt.isExpected()) {
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
    const CommandLine::ProgramSpecification m_program;
    Console &m_console;
    InterruptSignal &m_interrupt;
    SystemClock m_clock;
    Session m_session;
};

} // namespace

void prepareProcess()
{
    keepProcessPrivate();
    occupyStandardStreams();
    LogOutput::install();
}

int runProgram(const QStringList &words, const ReportPainter &painter)
{
    InterruptSignal interrupt;
    QCoreApplication::setApplicationName(u"trailglass"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TRAILGLASS_VERSION));

    QTranslator translator;
    // English too: it has the plurals.
    if (translator.load(QLocale(), u"trailglass"_s, u"_"_s, u":/translations"_s)
        || translator.load(u":/translations/trailglass_en.qm"_s))
        QCoreApplication::installTranslator(&translator);

    Console console(interrupt);
    Runner runner(allCommands(painter), console, interrupt);
    QTimer::singleShot(0, qApp, [&runner, words] { runner.start(words); });
    return QCoreApplication::exec();
}

} // namespace Trailglass
