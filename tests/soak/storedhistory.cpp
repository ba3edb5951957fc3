// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/soak/storedhistory.h"

#include "models/core/text.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "tests/soak/deliveredversions.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Trailglass::Soak {

namespace {

/// Of a history: few, since the database takes most of the time, so that there are more histories.
constexpr int Runs = 3;

/// The database beside a history.
class StoredHistory
{
public:
    StoredHistory(Vendor vendor, quint32 seed, const Weather &weather);

    [[nodiscard]] Report live();

private:
    void commit(const std::vector<Event> &events, const PageOutcome &outcome);
    [[nodiscard]] QString compare();
    [[nodiscard]] QString compareEvents(const EventReader &reader) const;
    void note(const Error &error);

    QTemporaryDir m_folder;
    History m_history;
    std::unique_ptr<EventWriter> m_writer;
    SourceId m_source;
    DeliveredVersions m_delivered;
    CommitCounts m_counts; ///< as the writer says
    QString m_problem; ///< of the store
};

StoredHistory::StoredHistory(Vendor vendor, quint32 seed, const Weather &weather)
    : m_history(vendor, seed, weather)
{
    SourceRecord source;
    source.name = u"work"_s;
    source.type = toQString(name(vendor));
    m_writer = EventWriter::open(m_folder.path()).value();
    m_source = m_writer->addSource(source).value();
    m_history.driver().onCommit = [this](const std::vector<Event> &events, const PageOutcome &outcome) {
        commit(events, outcome);
    };
    m_history.afterRun = [this] {
        return compare();
    };
}

Report StoredHistory::live()
{
    QString problem = m_history.live(Runs);
    if (problem.isEmpty())
        problem = m_delivered.checkLeaves(m_folder.path());
    const History::Counts counts = m_history.counts();
    return {.problem = problem,
            .tally = {.histories = 1, .syncs = counts.runs, .kills = counts.kills, .events = counts.events}};
}

void StoredHistory::commit(const std::vector<Event> &events, const PageOutcome &outcome)
{
    PageCommit page;
    page.source = m_source;
    page.received = at("2026-11-20T12:00:00Z");
    page.events = events;
    page.checkpoint = outcome.checkpoint;
    for (const TimeWindow &window : outcome.covered)
        page.covered.push_back({.window = window, .answered = page.received, .pages = 1});
    const Result<CommitCounts> counts = m_writer->commit(page);
    if (!counts)
        return note(counts.error());
    m_counts += *counts;
    m_delivered.add(events);
}

QString StoredHistory::compare()
{
    m_writer.reset();
    const auto reader = EventReader::open(m_folder.path());
    if (!reader)
        note(reader.error());
    else if (m_problem.isEmpty())
        m_problem = compareEvents(**reader);
    auto writer = EventWriter::open(m_folder.path());
    if (writer)
        m_writer = std::move(*writer);
    else
        note(writer.error());
    return m_problem;
}

QString StoredHistory::compareEvents(const EventReader &reader) const
{
    const Result<SourceState> state = reader.sourceState(m_source);
    if (!state)
        return state.error().message;
    if (state->checkpoint != m_history.driver().checkpoint)
        return u"The stored checkpoint is not that of the last page."_s;
    if (m_counts != m_delivered.counts())
        return u"The writer counts %1 new, %2 updated, %3 in conflict, in place of %4, %5, %6."_s
            .arg(m_counts.added)
            .arg(m_counts.updated)
            .arg(m_counts.conflict)
            .arg(m_delivered.counts().added)
            .arg(m_delivered.counts().updated)
            .arg(m_delivered.counts().conflict);
    if (state->events != m_counts.added)
        return u"%1 events are counted, of %2."_s.arg(state->events).arg(m_counts.added);
    return m_delivered.compare(reader, m_source);
}

void StoredHistory::note(const Error &error)
{
    if (m_problem.isEmpty())
        m_problem = u"The store failed: "_s + error.message;
}

} // namespace

Report liveInDatabase(Vendor vendor, quint64 seed, std::span<const Weather> weathers)
{
    const Weather &weather = weathers[seed % weathers.size()];
    Report report = StoredHistory(vendor, static_cast<quint32>(seed), weather).live();
    if (!report.problem.isEmpty())
        report.problem.prepend(QString::fromLatin1(weather.name) + u": "_s);
    return report;
}

} // namespace Trailglass::Soak
