// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/samplecommands.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Trailglass::Support {

namespace {

/// The second line cannot be read.
constexpr auto Events = R"({"gid":"x1","created_at":"2026-10-01T08:00:00Z","event_type":"x"})"
                        "\n{\"broken\n";

constexpr std::array Commands{
    SampleCommand{"query"},
    SampleCommand{"query --count"},
    SampleCommand{"show work a1"},
    SampleCommand{"show work a1 --changes"}, // it has none
    SampleCommand{"export --output {folder}/out.csv"},
    SampleCommand{"coverage"},
    SampleCommand{"coverage work"},
    SampleCommand{"sync log work"},
    SampleCommand{"stats"},
    SampleCommand{"quarantine"},
    SampleCommand{"quarantine show 1"},
    SampleCommand{"quarantine retry", 1}, // the row stays unreadable
    SampleCommand{"doctor"},
    SampleCommand{"doctor --repair"},
    SampleCommand{"import work {folder}/events.json", 3},
    SampleCommand{"source types"},
    SampleCommand{"source list"},
    SampleCommand{"source show work"},
    SampleCommand{"source set work --set start_at=2026-01-01"},
    SampleCommand{"source remove work"},
    SampleCommand{"source remove work --purge"},
    SampleCommand{"preset list"},
    SampleCommand{"preset list --built-in"},
    SampleCommand{"preset show night"},
    SampleCommand{"preset save day hour:8..17"},
    SampleCommand{"preset delete night"}, // another one names it
    SampleCommand{"preset export {folder}/presets.json"},
    SampleCommand{"review status"},
    SampleCommand{"review done"},
    SampleCommand{"review log"},
    SampleCommand{"mark catalog s1 red"},
    SampleCommand{"note catalog s1 seen"},
    SampleCommand{"checkpoint list"},
    SampleCommand{"checkpoint after-sync"},
    SampleCommand{"checkpoint key show", 1}, // there is none yet
    SampleCommand{"checkpoint key set session", 2},
    SampleCommand{"checkpoint --append {folder}/workspace/witness", 2},
    SampleCommand{"verify workspace"},
    SampleCommand{"verify --against {folder}/missing", 1},
    SampleCommand{"evidence verify {folder}/missing", 1},
    SampleCommand{"archive after-sync"},
    SampleCommand{"no-such-command", 2},
    SampleCommand{"query --no-such-option", 2},
    SampleCommand{"query op:nothing", 2},
    SampleCommand{"query --columns actr", 2},
    SampleCommand{"query --bundle {folder}/missing", 2}, // beside the workspace
    SampleCommand{"show work", 2},
    SampleCommand{"show nobody a1", 2},
    SampleCommand{"show work nothing", 1},
    SampleCommand{"mark catalog s1 rde", 2},
    SampleCommand{"note catalog nothing seen", 1},
    SampleCommand{"import work {folder}/missing.json", 1},
    SampleCommand{"export --output {folder}/missing/out.csv", 1},
    SampleCommand{"preset show nothing", 2},
    SampleCommand{"preset import {folder}/missing.json", 1},
    SampleCommand{"source add asana another", 2},
    SampleCommand{"source test nobody", 2},
    SampleCommand{"sync nobody", 2},
    SampleCommand{"", 2},
};

} // namespace

std::span<const SampleCommand> sampleCommands()
{
    return Commands;
}

bool prepareSampleCommands(CliRunner &cli)
{
    return !cli.writeFile(u"events.json"_s, Events).isEmpty()
        && cli.run({u"import"_s, u"work"_s, u"-"_s}, "[1]\n[2]\n").exitCode == 1
        && cli.run({u"preset"_s, u"save"_s, u"night"_s, u"hour:22..23"_s}).exitCode == 0
        && cli.run({u"preset"_s, u"save"_s, u"later"_s, u"preset:night"_s}).exitCode == 0;
}

QStringList argumentsOf(const QString &line, const CliRunner &cli)
{
    return QString(line).replace(u"{folder}"_s, cli.folder()).split(u' ', Qt::SkipEmptyParts);
}

} // namespace Trailglass::Support
