// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventwriter.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// A received event: its id, content and revision.
struct Arrival
{
    std::string id;
    std::string raw;
    std::optional<UtcMicros> revised = {};
};

Event toEvent(const Arrival &arrival)
{
    return makeEvent(arrival.id, "{\"raw\":\"" + arrival.raw + "\"}", arrival.revised);
}

/// The rules of EventWriter::commit in their simplest form, as an oracle.
class Model
{
public:
    void arrive(const Event &event)
    {
        ++counts.received;
        const auto known = listed.find(event.id);
        if (known == listed.end()) {
            ++counts.added;
            listed.emplace(event.id, event);
        } else if (known->second.raw == event.raw) {
            ++counts.duplicate;
        } else if (event.revised > known->second.revised) {
            ++counts.updated;
            known->second = event;
        } else {
            ++counts.conflict;
        }
    }

    CommitCounts counts;
    std::map<std::string, Event> listed;
};

} // namespace

class EventWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsBackEveryFieldAsWritten();
    void classifiesARepeatedEvent_data();
    void classifiesARepeatedEvent();
    void countsTheSameHoweverEventsAreSplitIntoPages();
    void keepsTheSameIdOfTwoSourcesApart();
    void findsAnIdAgainWhenItsTimeHasChanged();
    void storesAChangedEventInANewRowAndSupersedesTheOldOne();
    void neverAssignsARowTwice();
    void movesTheTimeSpanWithAChangedEvent();
    void storesACheckpointOnlyWhenThePageHasOne();
    void changesNothingWhenAnEventCannotBeStored();
    void refusesAPageOfAnUnknownSource();
    void keepsUnreadableBytesOnceButCountsThemEachTime();
    void listsCoverageInTheOrderFetched();
    void listsNoCoverageOfFormerSettings();
    void storesTheEndOfASync();
    void seesTextsThatAnotherWriterAdded();

private:
    void reopen();
    CommitCounts commit(const PageCommit &page);
    std::unique_ptr<EventReader> reader() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventWriter> m_writer;
    SourceId m_source;
};

void EventWriterTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    reopen();
    const Result<SourceId> added = m_writer->addSource(source(u"work"_s));
    VERIFY_RESULT(added);
    m_source = *added;
}

void EventWriterTest::cleanup()
{
    m_writer.reset();
    m_folder.reset();
}

void EventWriterTest::reopen()
{
    m_writer.reset();
    auto opened = EventWriter::open(m_folder->path());
    VERIFY_RESULT(opened);
    m_writer = std::move(*opened);
}

CommitCounts EventWriterTest::commit(const PageCommit &page)
{
    const Result<CommitCounts> counts = m_writer->commit(page);
    if (!counts)
        qWarning() << counts.error().message << counts.error().detail;
    return counts ? *counts : CommitCounts{};
}

std::unique_ptr<EventReader> EventWriterTest::reader() const
{
    auto opened = EventReader::open(m_folder->path());
    return opened ? std::move(*opened) : nullptr;
}

void EventWriterTest::readsBackEveryFieldAsWritten()
{
    AwkwardEvents generator(1);
    const std::vector<Event> written = generator.take(700);
    QCOMPARE(commit(page(m_source, written)).added, 700);
    const std::vector<EventRecord> read = allEvents(*reader());
    QCOMPARE(read.size(), written.size());
    std::string left;
    std::string right;
    for (std::size_t index = 0; index < written.size(); ++index) {
        EventRecord expected{.row = {static_cast<qint64>(index) + 1},
                             .source = "work",
                             .vendor = Vendor::Asana,
                             .received = Noon + UtcMicros::PerDay,
                             .event = written[index]};
        QCOMPARE(read[index].row, expected.row);
        for (const Field field : allFields())
            QCOMPARE(fieldText(read[index], field, left), fieldText(expected, field, right));
    }
}

void EventWriterTest::classifiesARepeatedEvent_data()
{
    QTest::addColumn<QString>("secondRaw");
    QTest::addColumn<qint64>("firstRevised");
    QTest::addColumn<qint64>("secondRevised");
    QTest::addColumn<QString>("verdict");
    constexpr qint64 None = -1;
    QTest::newRow("identical bytes") << u"a"_s << None << None << u"duplicate"_s;
    QTest::newRow("identical bytes, newer") << u"a"_s << qint64(1) << qint64(2) << u"duplicate"_s;
    QTest::newRow("other bytes") << u"b"_s << None << None << u"conflict"_s;
    QTest::newRow("other bytes, newer") << u"b"_s << qint64(1) << qint64(2) << u"updated"_s;
    QTest::newRow("other bytes, same revision") << u"b"_s << qint64(2) << qint64(2) << u"conflict"_s;
    QTest::newRow("other bytes, older") << u"b"_s << qint64(2) << qint64(1) << u"conflict"_s;
    QTest::newRow("other bytes, revised for the first time") << u"b"_s << None << qint64(1) << u"updated"_s;
    QTest::newRow("other bytes, revision lost") << u"b"_s << qint64(1) << None << u"conflict"_s;
}

void EventWriterTest::classifiesARepeatedEvent()
{
    QFETCH(QString, secondRaw);
    QFETCH(qint64, firstRevised);
    QFETCH(qint64, secondRevised);
    QFETCH(QString, verdict);
    const auto time = [](qint64 value) {
        return value < 0 ? std::nullopt : std::optional(UtcMicros{value});
    };
    const Event first = toEvent({"x", "a", time(firstRevised)});
    const Event second = toEvent({"x", secondRaw.toStdString(), time(secondRevised)});
    commit(page(m_source, {first}));
    const CommitCounts counts = commit(page(m_source, {second}));
    QCOMPARE(counts.received, 1);
    QCOMPARE(counts.duplicate, verdict == u"duplicate"_s ? 1 : 0);
    QCOMPARE(counts.conflict, verdict == u"conflict"_s ? 1 : 0);
    QCOMPARE(counts.updated, verdict == u"updated"_s ? 1 : 0);
    const std::vector<EventRecord> listed = allEvents(*reader());
    QCOMPARE(listed.size(), std::size_t(1));
    QCOMPARE(listed.front().event.raw, verdict == u"updated"_s ? second.raw : first.raw);
}

void EventWriterTest::countsTheSameHoweverEventsAreSplitIntoPages()
{
    std::mt19937 random(7);
    const auto below = [&random](int limit) {
        return std::uniform_int_distribution<int>(0, limit - 1)(random);
    };
    for (int round = 0; round < 30; ++round) {
        const Result<SourceId> added = m_writer->addSource(source(u"round %1"_s.arg(round), u"paradime"_s));
        VERIFY_RESULT(added);
        Model model;
        CommitCounts counts;
        for (int pages = 1 + below(6); pages > 0; --pages) {
            std::vector<Event> events;
            for (int rest = below(40); rest > 0; --rest) {
                const int revision = below(4);
                events.push_back(
                    toEvent({"id" + std::to_string(below(12)), std::to_string(below(3)),
                             revision == 0 ? std::nullopt : std::optional(UtcMicros{revision})}));
                model.arrive(events.back());
            }
            counts += commit(page(*added, events));
        }
        QCOMPARE(counts, model.counts);
        std::map<std::string, std::string> listed;
        for (const EventRecord &record : allEvents(*reader())) {
            if (record.source == "round " + std::to_string(round))
                listed.emplace(record.event.id, record.event.raw);
        }
        QCOMPARE(listed.size(), model.listed.size());
        for (const auto &[id, expected] : model.listed)
            QCOMPARE(listed[id], expected.raw);
        QCOMPARE(reader()->sourceState(*added)->events, static_cast<qint64>(model.listed.size()));
    }
}

void EventWriterTest::keepsTheSameIdOfTwoSourcesApart()
{
    const Result<SourceId> other = m_writer->addSource(source(u"other"_s));
    VERIFY_RESULT(other);
    QCOMPARE(commit(page(m_source, {makeEvent("1", "{\"a\":1}")})).added, 1);
    QCOMPARE(commit(page(*other, {makeEvent("1", "{\"a\":2}")})).added, 1);
    QCOMPARE(reader()->find(u"other"_s, "1")->event.raw, std::string("{\"a\":2}"));
    QCOMPARE(reader()->find(u"work"_s, "1")->event.raw, std::string("{\"a\":1}"));
}

void EventWriterTest::findsAnIdAgainWhenItsTimeHasChanged()
{
    Event moved = makeEvent("1", "{\"other\":true}");
    moved.created = Noon + UtcMicros::PerDay;
    commit(page(m_source, {makeEvent("1")}));
    QCOMPARE(commit(page(m_source, {moved})).conflict, 1);
    QCOMPARE(reader()->find(u"work"_s, "1")->event.created, Noon);
}

void EventWriterTest::storesAChangedEventInANewRowAndSupersedesTheOldOne()
{
    commit(page(m_source, {makeEvent("1"), makeEvent("2"), makeEvent("3")}));
    commit(page(m_source, {makeEvent("2", "{\"new\":true}", UtcMicros{5})}));
    const auto opened = reader();
    std::vector<qint64> rows;
    for (const EventRecord &record : allEvents(*opened))
        rows.push_back(record.row.value);
    QCOMPARE(rows, (std::vector<qint64>{1, 3, 4}));
    QCOMPARE(opened->lastRow()->value, 4);
    const Result<RemovedAfter> removed = opened->removedAfter(0);
    VERIFY_RESULT(removed);
    QCOMPARE(removed->ranges, (std::vector<RemovedRange>{{.first = {2}, .last = {2}}}));
    QVERIFY(opened->removedAfter(removed->sequence)->ranges.empty());
}

void EventWriterTest::neverAssignsARowTwice()
{
    commit(page(m_source, {makeEvent("1"), makeEvent("2")}));
    VERIFY_RESULT(m_writer->removeSource(m_source, EventWriter::Purge::Yes));
    reopen();
    const Result<SourceId> again = m_writer->addSource(source(u"work"_s));
    VERIFY_RESULT(again);
    QVERIFY(*again != m_source);
    commit(page(*again, {makeEvent("1")}));
    QCOMPARE(allEvents(*reader()).front().row.value, 3);
}

void EventWriterTest::movesTheTimeSpanWithAChangedEvent()
{
    Event early = makeEvent("1", "{\"v\":1}", UtcMicros{1});
    early.created = Noon - UtcMicros::PerDay;
    Event late = makeEvent("3");
    late.created = Noon + UtcMicros::PerDay;
    commit(page(m_source, {early, makeEvent("2"), late}));
    QCOMPARE(reader()->sourceState(m_source)->earliest, std::optional(Noon - UtcMicros::PerDay));
    QCOMPARE(reader()->sourceState(m_source)->latest, std::optional(Noon + UtcMicros::PerDay));
    early = makeEvent("1", "{\"v\":2}", UtcMicros{2});
    early.created = Noon + UtcMicros::PerHour;
    commit(page(m_source, {early}));
    const Result<SourceState> state = reader()->sourceState(m_source);
    QCOMPARE(state->earliest, std::optional(Noon));
    QCOMPARE(state->latest, std::optional(Noon + UtcMicros::PerDay));
    QCOMPARE(state->events, 3);
}

void EventWriterTest::storesACheckpointOnlyWhenThePageHasOne()
{
    PageCommit first = page(m_source, {makeEvent("1")});
    first.checkpoint = QJsonObject{{u"offset"_s, u"abc"_s}};
    first.fingerprint = "print";
    commit(first);
    commit(page(m_source, {makeEvent("2")}));
    const Result<SourceState> state = reader()->sourceState(m_source);
    QCOMPARE(state->checkpoint, *first.checkpoint);
    QCOMPARE(state->fingerprint, first.fingerprint);
}

void EventWriterTest::changesNothingWhenAnEventCannotBeStored()
{
    PageCommit broken = page(m_source, {makeEvent("1"), makeEvent("2", std::string(40'000'000, ' '))});
    broken.events.front().action = "only here";
    broken.checkpoint = QJsonObject{{u"offset"_s, u"lost"_s}};
    broken.unreadable.push_back({.bytes = "?", .length = 1, .offset = 0, .reason = u"broken"_s});
    broken.covered.push_back({.window = {}, .answered = Noon, .pages = 1});
    const Result<CommitCounts> refused = m_writer->commit(broken);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::TooLarge);
    const auto opened = reader();
    QVERIFY(allEvents(*opened).empty());
    QVERIFY(opened->sourceState(m_source)->checkpoint.isEmpty());
    QVERIFY(opened->coverage(m_source)->empty());
    QVERIFY(opened->quarantine({.source = m_source})->empty());
    // The text's code was rolled back with the rest; the writer must not remember it.
    broken.events.pop_back();
    QCOMPARE(commit(broken).added, 1);
    QCOMPARE(allEvents(*reader()).front().event.action, std::string("only here"));
}

void EventWriterTest::refusesAPageOfAnUnknownSource()
{
    const Result<CommitCounts> refused = m_writer->commit(page(SourceId{99}, {makeEvent("1")}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::NotFound);
}

void EventWriterTest::keepsUnreadableBytesOnceButCountsThemEachTime()
{
    PageCommit broken = page(m_source, {});
    broken.unreadable = {
        {.bytes = "{\"a\":tru}", .length = 9, .offset = 100, .reason = u"not JSON"_s},
        {.bytes = "{\"a\":tru}", .length = 9, .offset = 300, .reason = u"not JSON"_s},
        {.bytes = QByteArray("\0\xff", 2), .length = 2, .offset = 400, .reason = u"not JSON"_s}};
    QCOMPARE(commit(broken).unreadable, 3);
    QCOMPARE(commit(broken), (CommitCounts{.received = 3, .unreadable = 3}));
    const auto kept = reader()->quarantine({.source = m_source});
    VERIFY_RESULT(kept);
    QCOMPARE(kept->size(), std::size_t(2));
    QCOMPARE(kept->at(0).bytes, QByteArray("\0\xff", 2));
    QCOMPARE(kept->at(1).bytes, QByteArray("{\"a\":tru}"));
    QCOMPARE(kept->at(1).offset, 100);
    QCOMPARE(kept->at(1).length, 9);
    QCOMPARE(kept->at(1).reason, u"not JSON"_s);
    QCOMPARE(reader()->quarantine({.source = m_source, .limit = 1})->size(), std::size_t(1));
}

void EventWriterTest::listsCoverageInTheOrderFetched()
{
    PageCommit covered = page(m_source, {});
    covered.covered = {{.window = {.from = Noon, .to = {}}, .answered = Noon, .pages = 2},
                       {.window = {}, .answered = Noon + 1, .pages = 1}};
    commit(covered);
    covered.covered = {
        {.window = {.from = UtcMicros{1}, .to = UtcMicros{2}}, .answered = Noon - 5, .pages = 3}};
    commit(covered);
    const auto entries = reader()->coverage(m_source);
    VERIFY_RESULT(entries);
    QCOMPARE(entries->size(), std::size_t(3));
    QCOMPARE(entries->at(0).window, (TimeWindow{.from = Noon, .to = {}}));
    QCOMPARE(entries->at(1).window, TimeWindow{});
    QCOMPARE(entries->at(2).window, (TimeWindow{.from = UtcMicros{1}, .to = UtcMicros{2}}));
    QCOMPARE(entries->at(2).answered, Noon - 5);
    QCOMPARE(entries->at(2).pages, 3);
}

void EventWriterTest::listsNoCoverageOfFormerSettings()
{
    PageCommit asked = page(m_source, {});
    asked.checkpoint = QJsonObject();
    asked.fingerprint = "only logins";
    asked.covered = {{.window = {}, .answered = Noon, .pages = 1}};
    commit(asked);
    QCOMPARE(reader()->coverage(m_source)->size(), std::size_t(1));
    asked.fingerprint = "everything";
    asked.covered = {{.window = {.from = Noon, .to = {}}, .answered = Noon + 1, .pages = 2}};
    commit(asked);
    const auto entries = reader()->coverage(m_source);
    VERIFY_RESULT(entries);
    QCOMPARE(entries->size(), std::size_t(1));
    QCOMPARE(entries->at(0).pages, 2);
    asked.fingerprint = "only logins";
    asked.covered = {};
    commit(asked);
    QCOMPARE(reader()->coverage(m_source)->at(0).pages, 1); // true again
}

void EventWriterTest::storesTheEndOfASync()
{
    VERIFY_RESULT(m_writer->finishRun(endedSync(m_source, Noon)));
    VERIFY_RESULT(m_writer->finishRun(endedSync(m_source, Noon + 1, u"no route"_s)));
    Result<SourceState> state = reader()->sourceState(m_source);
    QCOMPARE(state->lastSuccess, std::optional(Noon));
    QCOMPARE(state->lastAttempt, std::optional(Noon + 1));
    QCOMPARE(state->lastError, u"no route"_s);
    VERIFY_RESULT(m_writer->finishRun(endedSync(m_source, Noon + 2)));
    state = reader()->sourceState(m_source);
    QCOMPARE(state->lastSuccess, std::optional(Noon + 2));
    QVERIFY(state->lastError.isEmpty());
}

void EventWriterTest::seesTextsThatAnotherWriterAdded()
{
    auto other = EventWriter::open(m_folder->path());
    VERIFY_RESULT(other);
    const Result<SourceId> doomed = m_writer->addSource(source(u"doomed"_s));
    VERIFY_RESULT(doomed);
    Event shared = makeEvent("1");
    shared.action = "shared";
    commit(page(*doomed, {shared}));
    // The purge deletes a text whose code the first writer still has in its cache.
    VERIFY_RESULT((*other)->removeSource(*doomed, EventWriter::Purge::Yes));
    VERIFY_RESULT((*other)->commit(page(m_source, {shared})));
    shared.id = "2";
    commit(page(m_source, {shared}));
    for (const EventRecord &record : allEvents(*reader()))
        QCOMPARE(record.event.action, std::string("shared"));
    QCOMPARE(allEvents(*reader()).size(), std::size_t(2));
}

TRAILGLASS_TEST(EventWriterTest)
#include "tst_eventwriter.moc"
