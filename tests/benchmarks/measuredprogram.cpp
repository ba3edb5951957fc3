// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/measuredprogram.h"

#include <algorithm>

namespace Trailglass::Benchmarks {

using namespace Qt::StringLiterals;

namespace {

constexpr int PollMilliseconds = 20;

} // namespace

MeasuredProgram::MeasuredProgram(const QString &program, const QStringList &arguments)
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(program, arguments);
    // Until then the process is a copy of this one, and has its memory.
    if (!m_process.waitForStarted())
        leave(u"%1 cannot be started: %2"_s.arg(program, m_process.errorString()));
}

void MeasuredProgram::wait()
{
    // The kernel keeps the peak of a process that runs, so the last value counts.
    while (m_process.state() != QProcess::NotRunning) {
        m_maxMegabytes = std::max(m_maxMegabytes, peakMegabytes(m_process.processId()));
        m_process.waitForFinished(PollMilliseconds);
    }
    m_errors = m_process.readAllStandardError();
    if (m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0) {
        leave(u"%1 %2 has failed. %3"_s.arg(m_process.program(), m_process.arguments().join(u' '),
                                            QString::fromUtf8(m_errors)));
    }
}

ProgramRun measureProgram(const QString &program, const QStringList &arguments, int rounds)
{
    ProgramRun measured;
    measured.cost = measure(
        [&] {
            MeasuredProgram run(program, arguments);
            run.wait();
            measured.maxMegabytes = std::max(measured.maxMegabytes, run.maxMegabytes());
            measured.errors = run.errors();
        },
        rounds);
    return measured;
}

} // namespace Trailglass::Benchmarks
