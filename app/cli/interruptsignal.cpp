// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/interruptsignal.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace Trailglass {
namespace {

// What a signal handler may touch: lock-free atomics and a pipe.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<CancelSource *> activeCancel = nullptr;
std::atomic<bool> isInterrupted = false;
std::array<int, 2> wakeUpPipe = {-1, -1};
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

/// As a shell tells of a program that Ctrl+C has ended; ExitCode::Interrupted.
constexpr int InterruptedCode = 130;

void endAtLast(int)
{
    ::_exit(InterruptedCode);
}

void handleSignal(int number)
{
    const int interruptedCallsError = errno;
    std::signal(number, SIG_DFL);
    isInterrupted = true;
    ::alarm(InterruptSignal::GraceSeconds);
    if (CancelSource *cancel = activeCancel)
        cancel->cancel();
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(wakeUpPipe[1], &byte, 1);
    errno = interruptedCallsError;
}

/// Of a terminal that was closed, or a connection that broke. Whoever starts the program with `nohup` wants it to go on: there
/// the signal stays ignored.
void setHangupHandler(void (*handler)(int))
{
    struct sigaction present = {};
    if (::sigaction(SIGHUP, nullptr, &present) == 0 && present.sa_handler != SIG_IGN)
        std::signal(SIGHUP, handler);
}

} // namespace

InterruptSignal::InterruptSignal(QObject *parent)
    : QObject(parent)
{
    static_assert(std::atomic<CancelSource *>::is_always_lock_free);
    if (::pipe2(wakeUpPipe.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
        m_notifier = std::make_unique<QSocketNotifier>(wakeUpPipe[0], QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
            m_notifier->setEnabled(false);
            Q_EMIT interrupted();
        });
    }
    activeCancel = &m_cancel;
    std::signal(SIGALRM, endAtLast);
    std::signal(SIGINT, handleSignal);
    std::signal(SIGTERM, handleSignal);
    setHangupHandler(handleSignal);
    std::signal(SIGPIPE, SIG_IGN);
    // A file that may not grow is an error to report, like a full disk, and not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
}

InterruptSignal::~InterruptSignal()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    setHangupHandler(SIG_DFL);
    ::alarm(0);
    activeCancel = nullptr;
    m_notifier.reset();
    for (int &descriptor : wakeUpPipe) {
        if (descriptor >= 0)
            ::close(descriptor);
        descriptor = -1;
    }
}

bool InterruptSignal::wasInterrupted() const
{
    return isInterrupted;
}

int InterruptSignal::descriptor() const
{
    return wakeUpPipe[0];
}

} // namespace Trailglass

#include "moc_interruptsignal.cpp"
