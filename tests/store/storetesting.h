// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/text.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"

#include <QTest>

#include <random>
#include <string>
#include <vector>

namespace Trailglass::Testing {

inline constexpr UtcMicros Noon{1'780'000'000'000'000};

/// Ends the test with the error's own words when a Result failed.
#define VERIFY_RESULT(result)                                                                                \
    do {                                                                                                     \
        const auto &verified = (result);                                                                     \
        QVERIFY2(verified.hasValue(),                                                                        \
                 verified ? "" : qPrintable(verified.error().message + u" | " + verified.error().detail));   \
    } while (false)

/// Ends the test when a Result did not fail with an error of this kind that says this.
#define VERIFY_REFUSED(result, refusedKind, said)                                                            \
    do {                                                                                                     \
        const auto &refusedResult = (result);                                                                \
        QVERIFY(!refusedResult);                                                                             \
        QVERIFY2(refusedResult.error().kind == (refusedKind), qPrintable(refusedResult.error().message));    \
        QVERIFY2(refusedResult.error().message.contains(said), qPrintable(refusedResult.error().message));   \
    } while (false)

inline Event makeEvent(std::string id, std::string raw = {}, std::optional<UtcMicros> revised = {})
{
    Event event;
    event.raw = raw.empty() ? "{\"id\":\"" + id + "\"}" : std::move(raw);
    event.id = std::move(id);
    event.created = Noon;
    event.revised = revised;
    return event;
}

/// Random events of many shapes, the same ones for a seed. Some fields are empty, some hold what is awkward
/// to store.
class AwkwardEvents
{
public:
    explicit AwkwardEvents(unsigned seed)
        : m_random(seed)
    {
    }

    Event next()
    {
        Event event;
        event.id = "id-" + std::to_string(++m_count);
        event.created = Noon + below(1'000'000'000'000);
        event.operation = static_cast<Operation>(below(9));
        event.outcome = static_cast<Outcome>(below(3));
        for (std::string *text : {&event.action, &event.category, &event.actor.id, &event.actor.email,
                                  &event.actor.name, &event.actor.type, &event.target.id, &event.target.name,
                                  &event.target.type, &event.ip, &event.userAgent, &event.channel,
                                  &event.workspace, &event.environment, &event.correlation, &event.message})
            *text = word();
        event.raw = "{\"id\":\"" + event.id + "\",\"x\":\""
            + std::string(static_cast<std::size_t>(below(600)), 'x') + "\"}";
        return event;
    }

    std::vector<Event> take(int count)
    {
        std::vector<Event> events;
        for (int index = 0; index < count; ++index)
            events.push_back(next());
        return events;
    }

    qint64 below(qint64 limit) { return std::uniform_int_distribution<qint64>(0, limit - 1)(m_random); }

private:
    std::string word()
    {
        using namespace std::string_literals;
        static const std::vector<std::string> awkward{
            ""s,  ""s,     "a"s, "A"s, "zero\0inside"s, "'quoted'"s, "日本語"s, "line\nbreak"s,
            "0"s, "NULL"s, " "s};
        const auto choice = static_cast<std::size_t>(below(40));
        return choice < awkward.size() ? awkward[choice] : "word " + std::to_string(below(300));
    }

    std::mt19937 m_random;
    qint64 m_count = 0;
};

inline SourceRecord source(const QString &name, const QString &type = QStringLiteral("asana"))
{
    SourceRecord record;
    record.name = name;
    record.type = type;
    return record;
}

inline PageCommit page(SourceId source, std::vector<Event> events)
{
    PageCommit page;
    page.source = source;
    page.received = Noon + UtcMicros::PerDay;
    page.events = std::move(events);
    return page;
}

/// A sync that is over, and that the history does not hold; an empty \a error means success.
inline RunRecord endedSync(SourceId source, UtcMicros at, const QString &error = {})
{
    RunRecord run;
    run.source = source;
    run.started = at;
    run.end = RunEnd{.at = at, .status = error.isEmpty() ? RunStatus::Ok : RunStatus::Failed};
    if (!error.isEmpty())
        run.figures.error = RunError{.kind = QStringLiteral("network"), .message = error};
    return run;
}

/// All listed events, with raw.
inline std::vector<EventRecord> allEvents(const EventReader &reader)
{
    std::vector<EventRecord> records;
    const Result<void> scanned = reader.scan(
        EventReader::WithRaw::Yes, {}, [&records](const EventRecord &record) { records.push_back(record); });
    return scanned ? records : std::vector<EventRecord>();
}

} // namespace Trailglass::Testing
