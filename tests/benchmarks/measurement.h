// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/filter/ast.h"

#include <QString>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <type_traits>
#include <vector>

namespace Trailglass::Benchmarks {

// What programs that measure queries have in common. Each prints a Markdown table with the columns question, seconds,
// processor seconds, and a number.

inline constexpr int Rounds = 3;

/// Ends the program with a sentence.
[[noreturn]] void leave(const QString &sentence);

/// Ends the program with the error's words: a benchmark has no better use for them.
template <class Value>
Value orExit(Result<Value> result)
{
    if (!result) {
        std::fprintf(stderr, "%s %s\n", qPrintable(result.error().message),
                     qPrintable(result.error().detail));
        std::exit(EXIT_FAILURE);
    }
    if constexpr (!std::is_void_v<Value>)
        return *std::move(result);
}

/// Ends the program likewise where it is no filter.
[[nodiscard]] Filter::NodePointer filterOf(const QString &expression);

/// What a piece of work took: time on the clock, and processor time of this program and the ones it started.
struct Cost
{
    double seconds = 0;
    double processorSeconds = 0;

    Cost &operator+=(const Cost &other);
};

/// What a piece of work takes, done once.
[[nodiscard]] Cost costOf(const std::function<void()> &work);

/// The best of a few rounds.
/// \param prepare  done before each of them, unmeasured
[[nodiscard]] Cost measure(
    const std::function<void()> &work, int rounds = Rounds, const std::function<void()> &prepare = [] {});

void print(const std::string &what, const Cost &cost, qint64 number);
/// A row without processor time: most of it is another program's.
void printTime(const std::string &what, const Cost &cost, qint64 number);
/// A row with a number alone.
void printNumber(const std::string &what, qint64 number);
/// A number alone, for what takes milliseconds.
void printMicroseconds(const std::string &what, double seconds);
/// The median, the 95th percentile and the maximum of what was measured often.
/// \param seconds  at least one
void printPercentiles(const std::string &what, std::vector<double> seconds);
/// How many events a second that is.
void printRate(const std::string &what, qint64 events, std::chrono::duration<double> took);

/// The most memory that a running process has had, in megabytes: VmHWM, which begins with the program, where getrusage()
/// begins with the one that started it.
/// \param process  its number
/// \returns 0 for one that has ended
[[nodiscard]] qint64 peakMegabytes(qint64 process);

} // namespace Trailglass::Benchmarks
