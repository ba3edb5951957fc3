// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/measurement.h"

#include "models/filter/filter.h"

#include <QByteArray>
#include <QFile>

#include <sys/resource.h>

#include <algorithm>
#include <variant>

namespace Trailglass::Benchmarks {

using namespace Qt::StringLiterals;

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

Cost &Cost::operator+=(const Cost &other)
{
    seconds += other.seconds;
    processorSeconds += other.processorSeconds;
    return *this;
}

Cost costOf(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    const double processor = processorSeconds();
    work();
    const std::chrono::duration<double> clock = std::chrono::steady_clock::now() - begin;
    return {.seconds = clock.count(), .processorSeconds = processorSeconds() - processor};
}

Cost measure(const std::function<void()> &work, int rounds, const std::function<void()> &prepare)
{
    Cost best{1e9, 1e9};
    for (int round = 0; round < rounds; ++round) {
        prepare();
        const Cost cost = costOf(work);
        best.seconds = std::min(best.seconds, cost.seconds);
        best.processorSeconds = std::min(best.processorSeconds, cost.processorSeconds);
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

void printMicroseconds(const std::string &what, double seconds)
{
    printNumber(what + ", µs", static_cast<qint64>(seconds * 1e6));
}

void printPercentiles(const std::string &what, std::vector<double> seconds)
{
    std::ranges::sort(seconds);
    const auto printOne = [&](const char *which, std::size_t percent) {
        printMicroseconds(what + which, seconds[(seconds.size() * percent + 99) / 100 - 1]);
    };
    printOne(", median", 50);
    printOne(", 95th percentile", 95);
    printOne(", maximum", 100);
}

void printRate(const std::string &what, qint64 events, std::chrono::duration<double> took)
{
    printNumber(what, static_cast<qint64>(static_cast<double>(events) / took.count()));
}

qint64 peakMegabytes(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const QByteArray name("VmHWM:");
    const auto place = text.indexOf(name);
    if (place < 0)
        return 0;
    const auto number = place + name.size();
    return text.mid(number, text.indexOf("kB", number) - number).trimmed().toLongLong() / 1024;
}

} // namespace Trailglass::Benchmarks
