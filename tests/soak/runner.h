// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/soak/law.h"

#include <chrono>
#include <optional>
#include <vector>

namespace Trailglass::Soak {

/// Runs laws in turn, each with seeds that count up, until one is broken or enough has been run. Prints how far
/// it is every ten seconds, and at the end a table of all that was run; a law that this system cannot run is named with the
/// reason, at its first turn and after the table.
class Runner
{
public:
    /// When it is enough: whatever comes first.
    struct Limits
    {
        std::optional<qint64> runs = {}; ///< of all laws together
        std::optional<std::chrono::milliseconds> time = {};
    };

    static constexpr std::chrono::milliseconds ProgressInterval{10'000};

    /// \param seed  of the first run of each law
    Runner(const QList<const Law *> &laws, quint64 seed);

    std::function<std::chrono::milliseconds()> elapsed; ///< since the start; to be set
    std::function<void(const QString &line)> print; ///< to be set
    /// Called after each run; what a run finds that was stopped, and why it could not be run, does not count.
    std::function<bool()> isStopped = [] {
        return false;
    };

    /// \returns true when every law held; of a broken one, the command that repeats it was printed
    [[nodiscard]] bool run(const Limits &limits);

private:
    struct Entry
    {
        const Law *law;
        qint64 runs = 0;
        Tally tally = {};
        bool isBroken = false;
        QString notRun = {}; ///< Report::notRun of the latest run that was none
    };

    [[nodiscard]] bool runOnce(Entry &entry);
    [[nodiscard]] bool isEnough(const Limits &limits) const;
    void printNotRun(const Entry &entry) const;
    void printProgress();
    void printSummary() const;
    [[nodiscard]] Tally total() const;

    quint64 m_seed;
    std::vector<Entry> m_entries;
    qint64 m_runs = 0;
    std::chrono::milliseconds m_lastProgress{0};
};

} // namespace Trailglass::Soak
