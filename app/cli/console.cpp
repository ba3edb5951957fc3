// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/console.h"

#include "app/cli/interruptsignal.h"
#include "app/cli/jsonline.h"
#include "models/commandline/texttable.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

constexpr qsizetype LongestSecretLine = 64 * 1024;

/// Until a pipe or terminal takes bytes, or the interrupt has come.
/// \returns false when it takes none after the interrupt
bool waitForRoom(int descriptor, const InterruptSignal &interrupt)
{
    for (;;) {
        const bool isOver = interrupt.wasInterrupted();
        std::array<pollfd, 2> waited{{{descriptor, POLLOUT, 0}, {interrupt.descriptor(), POLLIN, 0}}};
        const int ready = ::poll(waited.data(), isOver ? 1 : waited.size(), isOver ? 0 : -1);
        if (ready > 0 && waited[0].revents != 0)
            return true; // or an error, which the write tells
        if (ready < 0 && errno != EINTR)
            return true;
        if (isOver && ready == 0)
            return false;
    }
}

/// \returns 0 or the `errno`; EINTR when the interrupt came and nobody takes the bytes
int writeAll(int descriptor, QByteArrayView bytes, const InterruptSignal &interrupt)
{
    struct stat status = {};
    const bool isFile = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    // A pipe that has room takes so many without a wait.
    const qsizetype limit = isFile ? bytes.size() : PIPE_BUF;
    qsizetype written = 0;
    while (written < bytes.size()) {
        if (!isFile && !waitForRoom(descriptor, interrupt))
            return EINTR;
        const ssize_t count = ::write(descriptor, bytes.data() + written,
                                      static_cast<std::size_t>(std::min(limit, bytes.size() - written)));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count < 0 ? errno : EIO;
        written += count;
    }
    return 0;
}

/// Switches a terminal's echo off for its lifetime.
class EchoOff
{
public:
    EchoOff()
        : m_isTerminal(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~EchoOff()
    {
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before{};
    const bool m_isTerminal;
};

/// \returns 0 when it is not known
int terminalWidth(int descriptor)
{
    winsize size{};
    return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// Lines as a terminal may show them. Their ends stay, CRLF too: it is how CSV ends a row.
QByteArray visibleLines(QByteArrayView bytes)
{
    QByteArray visible;
    const QList<QByteArray> lines = bytes.toByteArray().split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            visible += '\n';
        const bool endsInReturn = i + 1 < lines.size() && lines[i].endsWith('\r');
        const QByteArray line = endsInReturn ? lines[i].chopped(1) : lines[i];
        visible += visibleText(line.toStdString()).toUtf8();
        if (endsInReturn)
            visible += '\r';
    }
    return visible;
}

} // namespace

Console::Console(const InterruptSignal &interrupt)
    : m_interrupt(interrupt)
    , m_outputIsTerminal(::isatty(STDOUT_FILENO) == 1)
    , m_errorIsTerminal(::isatty(STDERR_FILENO) == 1)
{
}

void Console::print(const QString &text)
{
    printBytes(text.toUtf8());
}

void Console::printBytes(QByteArrayView bytes)
{
    endProgress();
    if (m_outputError == 0)
        m_outputError = writeAll(STDOUT_FILENO,
                                 m_outputIsTerminal ? visibleLines(bytes) : bytes.toByteArray(), m_interrupt);
}

bool Console::outputIsClosed() const
{
    return m_outputError == EPIPE;
}

void Console::tell(const QString &line)
{
    report(jsonText({{u"notice"_s, line}}), line);
}

void Console::report(const QByteArray &json, const QString &sentences)
{
    endProgress();
    if (m_tellsJson) {
        const QByteArray line = m_errorIsTerminal ? visibleLines(json) : json;
        writeAll(STDERR_FILENO, QByteArray(line + '\n'), m_interrupt);
        return;
    }
    QString text;
    for (const QString &sentence : sentences.split(u'\n'))
        text += visibleText(sentence) + u'\n';
    writeAll(STDERR_FILENO, text.toUtf8(), m_interrupt);
}

void Console::progress(const QString &line)
{
    if (!m_errorIsTerminal)
        return;
    m_progressShown = true;
    // A longer line would wrap, and only its last row could be replaced.
    const int width = terminalWidth(STDERR_FILENO);
    const QString text =
        width > 1 ? CommandLine::cutToWidth(visibleText(line), width - 1) : visibleText(line);
    writeAll(STDERR_FILENO, QByteArray("\r\033[K" + text.toUtf8()), m_interrupt);
}

void Console::endProgress()
{
    if (!m_progressShown)
        return;
    m_progressShown = false;
    writeAll(STDERR_FILENO, QByteArrayLiteral("\r\033[K"), m_interrupt);
}

int Console::outputWidth() const
{
    return m_outputIsTerminal ? terminalWidth(STDOUT_FILENO) : 0;
}

namespace {

/// Until standard input has a byte or has ended, or the interrupt has come. A read() alone would sleep on
/// when the signal comes right before it, or to another thread.
void waitForInput(const InterruptSignal &interrupt)
{
    std::array<pollfd, 2> waited{{{STDIN_FILENO, POLLIN, 0}, {interrupt.descriptor(), POLLIN, 0}}};
    while (::poll(waited.data(), waited.size(), -1) < 0 && errno == EINTR && !interrupt.wasInterrupted()) { }
}

} // namespace

Result<QByteArray> Console::readSecretLine(const QString &prompt, const InterruptSignal &interrupt)
{
    const EchoOff echo;
    if (echo.isTerminal())
        writeAll(STDERR_FILENO, prompt.toUtf8(), interrupt);
    QByteArray line;
    line.reserve(LongestSecretLine + 1); // growing would leave copies of the secret in memory
    // One byte at a time: what follows the line belongs to the next secret, or to another reader of stdin.
    for (char byte = 0;;) {
        waitForInput(interrupt);
        if (interrupt.wasInterrupted()) {
            if (echo.isTerminal())
                writeAll(STDERR_FILENO, QByteArrayLiteral("\n"), interrupt);
            return Error{ErrorKind::Cancelled, Trailglass::tr("Cancelled.")};
        }
        const ssize_t count = ::read(STDIN_FILENO, &byte, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0 && line.isEmpty()) {
            return Error{
                ErrorKind::Usage,
                Trailglass::tr("No secret came on standard input. Type it when asked, "
                               "or pipe one line per secret, in the order of the --secret options.")};
        }
        if (count <= 0 || byte == '\n')
            break;
        line.append(byte);
        if (line.size() > LongestSecretLine) {
            return Error{ErrorKind::Usage,
                         Trailglass::tr("The secret is longer than 64 KiB. Enter the secret alone.")};
        }
    }
    if (echo.isTerminal())
        writeAll(STDERR_FILENO, QByteArrayLiteral("\n"), interrupt);
    return line;
}

} // namespace Trailglass
