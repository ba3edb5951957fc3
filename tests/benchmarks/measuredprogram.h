// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/benchmarks/measurement.h"

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace Trailglass::Benchmarks {

/// A program that is started to be measured. What it writes to standard output is dropped. Where it cannot be started, or
/// fails, this program ends with a sentence.
class MeasuredProgram
{
public:
    /// Starts it.
    MeasuredProgram(const QString &program, const QStringList &arguments);

    /// Waits for its end.
    void wait();

    // Both known after wait().
    [[nodiscard]] qint64 maxMegabytes() const { return m_maxMegabytes; } ///< as peakMegabytes()
    [[nodiscard]] QByteArray errors() const { return m_errors; } ///< what it wrote to standard error

private:
    QProcess m_process;
    qint64 m_maxMegabytes = 0;
    QByteArray m_errors;
};

/// What a program took, and left.
struct ProgramRun
{
    Cost cost = {};
    qint64 maxMegabytes = 0;
    QByteArray errors = {};
};

/// The best of a few rounds in time, the greatest in memory, the errors of the last one.
[[nodiscard]] ProgramRun measureProgram(const QString &program, const QStringList &arguments, int rounds);

} // namespace Trailglass::Benchmarks
