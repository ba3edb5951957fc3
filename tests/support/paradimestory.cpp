// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/paradimestory.h"

#include "tests/support/catalogue.h"
#include "tests/support/jsonwriter.h"

namespace Trailglass::Support {

namespace {

/// Python's json.dumps(), which is what fills metadataJson.
constexpr JsonStyle Inner{.spaced = true, .ascii = true};

struct Habit
{
    int weight;
    const char *source;
    const char *type;
};

constexpr std::array<Habit, 13> Habits{{
    {.weight = 90, .source = "bolt", .type = "schedule_manual_run"},
    {.weight = 60, .source = "editor", .type = "git_commit"},
    {.weight = 50, .source = "editor", .type = "branch_created"},
    {.weight = 50, .source = "workspace", .type = "user_login"},
    {.weight = 30, .source = "bolt", .type = "schedule_updated"},
    {.weight = 20, .source = "bolt", .type = "schedule_created"},
    {.weight = 10, .source = "bolt", .type = "schedule_deleted"},
    {.weight = 20, .source = "BOLT", .type = "RUN_TRIGGERED"},
    {.weight = 10, .source = "workspace", .type = "user_invited"},
    {.weight = 8, .source = "workspace", .type = "user_role_changed"},
    {.weight = 5, .source = "workspace", .type = "api_key_created"},
    {.weight = 4, .source = "workspace", .type = "connection_updated"},
    {.weight = 3, .source = "workspace", .type = "data_export"},
}};

/// The time as the vendor writes it: a space for the T, no zone.
QByteArray zoneless(UtcMicros time)
{
    return QByteArray::fromStdString(formatTime(time)).left(26).replace('T', ' ');
}

QByteArray metadataValue(const ParadimeFields &fields)
{
    if (fields.metadata.isEmpty())
        return "null";
    return fields.metadataAsObject ? fields.metadata : jsonText(fields.metadata);
}

} // namespace

ParadimeStory::ParadimeStory(quint64 seed)
    : m_random(seed, "paradime")
{
}

VendorEvent ParadimeStory::next(const Moment &moment)
{
    if (moment.person->kind != Person::Kind::ServiceAccount)
        return compose(moment.time, routine(*moment.person));
    ParadimeFields fields{
        .actor = m_random.chance(300) ? nullptr : moment.person, .source = "bolt", .type = "schedule_run"};
    fields.metadata = scheduleMetadata(m_random.pick(ScheduleNames));
    return compose(moment.time, fields);
}

VendorEvent ParadimeStory::compose(UtcMicros time, const ParadimeFields &fields)
{
    constexpr qint64 FirstId = 9'007'199'254'741'001;
    const qint64 id = FirstId + m_count;
    ++m_count;
    const qint64 sourceId = fields.source.toLower() == "bolt" ? 0 : fields.source == "editor" ? 1 : 2;
    const QByteArray actorType = !fields.actor               ? QByteArray("system")
        : fields.actor->kind == Person::Kind::ServiceAccount ? QByteArray("api_key")
        : fields.source == "BOLT"                            ? QByteArray("USER")
                                                             : QByteArray("user");
    const QByteArray raw = JsonWriter()
                               .number("id", id)
                               .text("createdDttm", zoneless(time))
                               .text("updatedDttm", zoneless(time + m_random.between(2, 90)))
                               .number("workspaceId", 2)
                               .text("workspaceName", "data_platform")
                               .text("actorType", actorType)
                               .number("actorUserId", fields.actor ? fields.actor->number : 0)
                               .textOrNull("actorEmail", fields.actor ? fields.actor->email : QByteArray())
                               .number("eventSourceId", sourceId)
                               .text("eventSource", fields.source)
                               .number("eventId", m_random.between(1, 5000))
                               .text("eventType", fields.type)
                               .raw("metadataJson", metadataValue(fields))
                               .finish();
    return {.id = QByteArray::number(id), .created = time, .raw = raw};
}

QByteArray ParadimeStory::scheduleMetadata(const QByteArray &name, const QByteArray &more)
{
    JsonWriter writer(Inner);
    writer.text("schedule_name_uuid", Random(0, name).uuid());
    writer.raw("schedule", JsonWriter(Inner).text("name", name).finish());
    if (!more.isEmpty())
        writer.raw("change", more);
    return writer.finish();
}

ParadimeFields ParadimeStory::routine(const Person &person)
{
    const Habit &habit = m_random.pickWeighted(std::span<const Habit>(Habits));
    ParadimeFields fields{.actor = &person, .source = habit.source, .type = habit.type};
    const QByteArray schedule = m_random.pick(ScheduleNames);
    if (fields.type == "schedule_updated")
        fields.metadata = scheduleMetadata(
            schedule,
            R"({"cron": {"old_value": "0 5 * * *", "new_value": "0 6 * * 1-5"}, "timeout_minutes": 1.50})");
    else if (fields.type == "user_role_changed")
        fields.metadata = JsonWriter(Inner)
                              .text("old_role", "developer")
                              .text("new_role", m_random.chance(200) ? "admin" : "viewer")
                              .finish();
    else if (fields.source.toLower() == "bolt")
        fields.metadata = scheduleMetadata(schedule);
    else if (fields.source == "editor")
        fields.metadata = JsonWriter(Inner)
                              .text("branch", "feature/" + m_random.hex(7))
                              .text("message", m_random.pick(WorkNames))
                              .finish();
    fields.metadataAsObject = m_random.chance(80);
    if (fields.metadata.isEmpty() && m_random.chance(100))
        fields.metadata = "not JSON at all"; // seen where a client wrote free text
    if (!fields.metadata.startsWith('{'))
        fields.metadataAsObject = false;
    return fields;
}

} // namespace Trailglass::Support
