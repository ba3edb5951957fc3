// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/crash/killedprogram.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QSocketNotifier>

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace Trailglass::Testing {

namespace {

constexpr int LongestRun = 60'000; // ms; a guard against hanging, not a measure

constexpr std::uint32_t Accesses =
    IN_ACCESS | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_CLOSE_WRITE | IN_OPEN;

/// Counts accesses to files in a folder, as the system tells them; those that follow each other closely may count as
/// one.
class FolderWatch
{
public:
    explicit FolderWatch(const QString &folder)
        : m_descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        if (m_descriptor < 0
            || ::inotify_add_watch(m_descriptor, QFile::encodeName(folder).constData(), Accesses) < 0)
            qFatal("%s cannot be watched: %s", qPrintable(folder), std::strerror(errno));
    }
    ~FolderWatch() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(FolderWatch)

    [[nodiscard]] int descriptor() const { return m_descriptor; }

    /// \returns how many there were since the last call
    [[nodiscard]] int take() const
    {
        alignas(inotify_event) std::array<char, 16'384> buffer{};
        int count = 0;
        for (;;) {
            const ssize_t size = ::read(m_descriptor, buffer.data(), buffer.size());
            if (size <= 0)
                return count;
            for (ssize_t at = 0; at < size; ++count) {
                inotify_event event{};
                std::memcpy(&event, buffer.data() + at, sizeof event);
                at += static_cast<ssize_t>(sizeof event + event.len);
            }
        }
    }

private:
    int m_descriptor;
};

} // namespace

WatchedRun runWatched(Support::CliRunner &cli, const QStringList &arguments, std::optional<int> killAt)
{
    WatchedRun run;
    const FolderWatch watch(cli.workspace());
    QProcess process;
    process.setProcessEnvironment(cli.environment());
    QSocketNotifier notifier(watch.descriptor(), QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &process, [&] {
        run.accesses += watch.take();
        if (killAt && run.accesses >= *killAt)
            process.kill();
    });
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(cli.executable(), cli.withWorkspace(arguments));
    process.closeWriteChannel();
    if (!finished.wait(LongestRun)) {
        process.kill();
        process.waitForFinished();
        qFatal("%s does not end", qPrintable(arguments.join(u' ')));
    }
    const bool crashed = process.exitStatus() == QProcess::CrashExit;
    run.wasKilled = crashed && process.exitCode() == SIGKILL;
    run.result = {crashed ? 128 + process.exitCode() : process.exitCode(), process.readAllStandardOutput(),
                  process.readAllStandardError()};
    return run;
}

} // namespace Trailglass::Testing
