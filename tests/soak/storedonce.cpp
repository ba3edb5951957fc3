// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// Whatever a history brings is stored once, beside the checkpoint that follows it: History over a real database, which is
// closed and opened again after each run.

#include "tests/soak/law.h"

#include "models/core/text.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "tests/sources/history.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Trailglass::Soak {

namespace {

constexpr int StoredOnceShare = 1;

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
    const QString problem = m_history.live(Runs);
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
        note(counts.error());
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
    const SourceDriver &driver = m_history.driver();
    const Result<SourceState> state = reader.sourceState(m_source);
    if (!state)
        return state.error().message;
    if (state->checkpoint != driver.checkpoint)
        return u"The stored checkpoint is not that of the last page."_s;
    QSet<QString> ids;
    qint64 rows = 0;
    const Result<void> scanned = reader.scan(EventReader::WithRaw::No, {}, [&](const EventRecord &record) {
        ids.insert(toQString(record.event.id));
        ++rows;
    });
    if (!scanned)
        return scanned.error().message;
    if (rows != ids.size() || rows != state->events)
        return u"%1 rows are listed, of %2 events, %3 by the counter."_s.arg(rows)
            .arg(ids.size())
            .arg(state->events);
    const QSet<QString> brought(driver.events.keyBegin(), driver.events.keyEnd());
    return ids == brought ? QString() : u"Other events are stored than were brought."_s;
}

void StoredHistory::note(const Error &error)
{
    if (m_problem.isEmpty())
        m_problem = u"The store failed: "_s + error.message;
}

class StoredOnceLaw : public Law
{
public:
    explicit StoredOnceLaw(Vendor vendor)
        : Law(u"stored-once/"_s + toQString(Trailglass::name(vendor)), StoredOnceShare,
              [vendor](quint64 seed) {
                  const std::span<const Weather> weathers = weathersOf(vendor);
                  const Weather &weather = weathers[seed % weathers.size()];
                  Report report = StoredHistory(vendor, static_cast<quint32>(seed), weather).live();
                  if (!report.problem.isEmpty())
                      report.problem.prepend(QString::fromLatin1(weather.name) + u": "_s);
                  return report;
              })
    {
    }
};

const StoredOnceLaw asanaStoresOnce(Vendor::Asana);
const StoredOnceLaw secodaStoresOnce(Vendor::Secoda);
const StoredOnceLaw datafoldStoresOnce(Vendor::Datafold);
const StoredOnceLaw paradimeStoresOnce(Vendor::Paradime);
const StoredOnceLaw nectedStoresOnce(Vendor::Nected);

} // namespace

} // namespace Trailglass::Soak
