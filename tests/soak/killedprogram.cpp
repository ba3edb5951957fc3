// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// The real program, killed again and again, goes on where it was: the scenarios of KillScenario in turn. At which moment
// a kill comes is up to the system, so that a seed repeats the work but not the moment.

#include "tests/soak/law.h"

#include "tests/crash/killscenario.h"

using namespace Qt::StringLiterals;

namespace Trailglass::Soak {

namespace {

constexpr int KillShare = 1;

/// At most, in one workspace.
constexpr int KillsPerRun = 6;

Report runKills(quint64 seed)
{
    Support::Random random(seed, "killed program");
    const auto &types = Testing::killScenarios();
    const Testing::KillScenarioType &type = types[seed % types.size()];
    const auto scenario = type.make(seed);
    const QString problem = scenario->live(random, KillsPerRun);
    return {.problem =
                problem.isEmpty() ? QString() : QString(QString::fromUtf8(type.name) + u": "_s + problem),
            .tally = {.histories = 1, .kills = scenario->kills()}};
}

const Law killedProgram(u"killed-program"_s, KillShare, runKills);

} // namespace

} // namespace Trailglass::Soak
