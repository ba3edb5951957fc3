// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/measurement.h"

#include "models/filter/filter.h"

#include <sys/resource.h>

#include <algorithm>
#include <variant>

namespace Trailglass::Benchmarks {

namespace {

double processorSecondsOf(int who)
{
    rusage usage = {};
    ::getrusage(who, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

double processorSeconds()
{
    return processorSecondsOf(RUSAGE_SELF) + processorSecondsOf(RUSAGE_CHILDREN);
}

} // namespace

void leave(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    std::exit(EXIT_FAILURE);
}

Cost measure(const std::function<void()> &work, int rounds, const std::function<void()> &prepare)
{
    Cost best{1e9, 1e9};
    for (int round = 0; round < rounds; ++round) {
        prepare();
        const auto begin = std::chrono::steady_clock::now();
        const double processor = processorSeconds();
        work();
        const std::chrono::duration<double> clock = std::chrono::steady_clock::now() - begin;
        best.seconds = std::min(best.seconds, clock.count());
        best.processorSeconds = std::min(best.processorSeconds, processorSeconds() - processor);
    }
    return best;
}

Filter::NodePointer filterOf(const QString &expression)
{
    const auto parsed = Filter::parse(expression);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed)) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(expression), qPrintable(error->message));
        std::exit(EXIT_FAILURE);
    }
    return std::get<Filter::NodePointer>(parsed);
}

void print(const std::string &what, const Cost &cost, qint64 number)
{
    std::printf("| %s | %.3f | %.3f | %lld |\n", what.c_str(), cost.seconds, cost.processorSeconds,
                static_cast<long long>(number));
    std::fflush(stdout);
}

void printTime(const std::string &what, const Cost &cost, qint64 number)
{
    std::printf("| %s | %.3f | | %lld |\n", what.c_str(), cost.seconds, static_cast<long long>(number));
    std::fflush(stdout);
}

void printNumber(const std::string &what, qint64 number)
{
    std::printf("| %s | | | %lld |\n", what.c_str(), static_cast<long long>(number));
    std::fflush(stdout);
}

void printRate(const std::string &what, qint64 events, std::chrono::steady_clock::duration took)
{
    const double seconds = std::chrono::duration<double>(took).count();
    printNumber(what, static_cast<qint64>(static_cast<double>(events) / seconds));
}

} // namespace Trailglass::Benchmarks
