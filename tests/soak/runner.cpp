// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/soak/runner.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass::Soak {

namespace {

constexpr int NameWidth = 26;
constexpr int CountWidth = 14;

QString clockText(std::chrono::milliseconds time)
{
    const auto part = [](auto count) {
        return QString::number(count).rightJustified(2, u'0');
    };
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(time).count();
    return part(seconds / 3'600) + u':' + part(seconds / 60 % 60) + u':' + part(seconds % 60);
}

QString cell(const QString &text)
{
    return text.rightJustified(CountWidth);
}

QString cell(qint64 count)
{
    return cell(QString::number(count));
}

QString tableRow(const QString &name, const Tally &tally, qint64 failures)
{
    return name.leftJustified(NameWidth) + cell(tally.histories) + cell(tally.syncs) + cell(tally.kills)
        + cell(tally.events) + cell(tally.comparisons) + cell(failures);
}

} // namespace

Runner::Runner(const QList<const Law *> &laws, quint64 seed)
    : m_seed(seed)
{
    for (const Law *law : laws)
        m_entries.push_back({.law = law});
}

bool Runner::run(const Limits &limits)
{
    bool holds = true;
    while (holds && !m_entries.empty() && !isEnough(limits)) {
        for (Entry &entry : m_entries) {
            for (int turn = 0; holds && turn < entry.law->share() && !isEnough(limits); ++turn)
                holds = runOnce(entry);
        }
    }
    printSummary();
    return holds;
}

bool Runner::runOnce(Entry &entry)
{
    const quint64 seed = m_seed + static_cast<quint64>(entry.runs);
    const Report report = entry.law->run(seed);
    ++entry.runs;
    ++m_runs;
    entry.tally += report.tally;
    // Ctrl+C ends the processes that a law has started, too: what it finds then proves nothing.
    const bool counts = !isStopped();
    if (counts && !report.notRun.isEmpty() && std::exchange(entry.notRun, report.notRun).isEmpty())
        printNotRun(entry);
    entry.isBroken = counts && !report.problem.isEmpty();
    if (entry.isBroken) {
        print(u"BROKEN: %1 with seed %2: %3"_s.arg(entry.law->name(), QString::number(seed), report.problem));
        print(u"To repeat it: scripts/soak --law %1 --seed %2 --runs 1"_s.arg(entry.law->name(),
                                                                              QString::number(seed)));
    } else if (elapsed() - m_lastProgress >= ProgressInterval) {
        printProgress();
    }
    return !entry.isBroken;
}

bool Runner::isEnough(const Limits &limits) const
{
    return isStopped() || (limits.runs && m_runs >= *limits.runs)
        || (limits.time && elapsed() >= *limits.time);
}

void Runner::printNotRun(const Entry &entry) const
{
    print(u"%1: not run, %2."_s.arg(entry.law->name(), entry.notRun));
}

void Runner::printProgress()
{
    m_lastProgress = elapsed();
    const Tally all = total();
    print(u"%1  %2 histories, %3 syncs, %4 kills, %5 events, %6 comparisons; every law holds"_s
              .arg(clockText(m_lastProgress))
              .arg(all.histories)
              .arg(all.syncs)
              .arg(all.kills)
              .arg(all.events)
              .arg(all.comparisons));
}

void Runner::printSummary() const
{
    qint64 failures = 0;
    print(u"Seed %1, %2."_s.arg(m_seed).arg(clockText(elapsed())));
    print(u"law"_s.leftJustified(NameWidth) + cell(u"histories"_s) + cell(u"syncs"_s) + cell(u"kills"_s)
          + cell(u"events"_s) + cell(u"comparisons"_s) + cell(u"failures"_s));
    for (const Entry &entry : m_entries) {
        failures += entry.isBroken;
        print(tableRow(entry.law->name(), entry.tally, entry.isBroken));
    }
    print(tableRow(u"all"_s, total(), failures));
    for (const Entry &entry : m_entries) {
        if (!entry.notRun.isEmpty())
            printNotRun(entry);
    }
}

Tally Runner::total() const
{
    Tally all;
    for (const Entry &entry : m_entries)
        all += entry.tally;
    return all;
}

} // namespace Trailglass::Soak
