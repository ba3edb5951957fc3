// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// Runs the laws of this folder over generated histories, for as long as requested: see scripts/soak.

#include "tests/soak/runner.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Trailglass::Soak;

namespace {

constexpr int Broken = 1;
constexpr int BadUsage = 2;

volatile std::sig_atomic_t interrupted = 0;

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Runs laws over generated histories. Ends with 0, or with 1 at the first that is broken."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"hours"_s, u"Ends after so many hours, 0.5 for half of one."_s, u"H"_s},
        {u"runs"_s, u"Ends after so many runs of all laws together."_s, u"N"_s},
        {u"seed"_s, u"Of the first run of each law."_s, u"S"_s, u"1"_s},
        {u"law"_s, u"Only this law, or all whose names begin like this. Can be repeated."_s, u"NAME"_s},
        {u"list"_s, u"Lists the laws, and ends."_s},
    });
}

QList<const Law *> chosenLaws(const QStringList &names)
{
    QList<const Law *> laws = Law::all();
    laws.removeIf([&names](const Law *law) {
        return !names.isEmpty() && std::ranges::none_of(names, [law](const QString &name) {
            return law->name().startsWith(name);
        });
    });
    return laws;
}

/// Nothing for a text that is no number above 0.
std::optional<double> positive(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && number > 0 && number < 1e15 ? std::optional(number) : std::nullopt;
}

int fail(const QString &message)
{
    std::fprintf(stderr, "trailglass-soak: %s\n", qUtf8Printable(message));
    return BadUsage;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QCoreApplication::arguments()))
        return fail(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    const QList<const Law *> laws = chosenLaws(parser.values(u"law"_s));
    if (laws.isEmpty())
        return fail(u"no such law; --list lists them"_s);
    if (parser.isSet(u"list"_s)) {
        for (const Law *law : laws)
            std::printf("%s\n", qUtf8Printable(law->name()));
        return 0;
    }

    Runner::Limits limits;
    if (parser.isSet(u"hours"_s)) {
        const auto hours = positive(parser.value(u"hours"_s));
        if (!hours)
            return fail(u"--hours takes a number above 0"_s);
        limits.time = std::chrono::milliseconds(static_cast<qint64>(*hours * 3'600'000));
    }
    if (parser.isSet(u"runs"_s)) {
        const auto runs = positive(parser.value(u"runs"_s));
        if (!runs || *runs < 1)
            return fail(u"--runs takes a number of 1 or more"_s);
        limits.runs = static_cast<qint64>(*runs);
    }
    bool isNumber = false;
    const quint64 seed = parser.value(u"seed"_s).toULongLong(&isNumber);
    if (!isNumber || (!limits.time && !limits.runs))
        return fail(u"give --hours or --runs, and a whole number as --seed"_s);

    std::signal(SIGINT, [](int) { interrupted = 1; });
    std::signal(SIGTERM, [](int) { interrupted = 1; });
    QElapsedTimer timer;
    timer.start();
    Runner runner(laws, seed);
    runner.elapsed = [&timer] {
        return std::chrono::milliseconds(timer.elapsed());
    };
    runner.print = [](const QString &line) {
        std::printf("%s\n", qUtf8Printable(line));
        std::fflush(stdout);
    };
    runner.isStopped = [] {
        return interrupted != 0;
    };
    return runner.run(limits) ? 0 : Broken;
}
