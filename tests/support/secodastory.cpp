// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/secodastory.h"

#include "tests/support/catalogue.h"
#include "tests/support/jsonwriter.h"

namespace Trailglass::Support {

namespace {

constexpr JsonStyle Style{.spaced = true};

struct Habit
{
    int weight;
    const char *activity;
    const char *resourceType;
    const char *verb;
    bool versioned = false;
};

constexpr std::array<Habit, 14> Habits{{
    {.weight = 220, .activity = "view", .resourceType = "SECODA_ENTITY", .verb = " viewed "},
    {.weight = 120,
     .activity = "update",
     .resourceType = "SECODA_ENTITY",
     .verb = " updated the description of ",
     .versioned = true},
    {.weight = 60, .activity = "search", .resourceType = "", .verb = " searched the catalog"},
    {.weight = 50, .activity = "create", .resourceType = "QUESTION", .verb = " asked about "},
    {.weight = 40, .activity = "create", .resourceType = "COMMENT", .verb = " commented on "},
    {.weight = 40, .activity = "add_owner", .resourceType = "OWNER", .verb = " became owner of "},
    {.weight = 30, .activity = "add_tag", .resourceType = "TAG", .verb = " tagged "},
    {.weight = 25, .activity = "login", .resourceType = "USER", .verb = " logged in as "},
    {.weight = 20,
     .activity = "update",
     .resourceType = "MONITOR",
     .verb = " changed the threshold of ",
     .versioned = true},
    {.weight = 16, .activity = "export", .resourceType = "REPORT", .verb = " exported "},
    {.weight = 12,
     .activity = "request_access",
     .resourceType = "DATA_ACCESS_REQUEST",
     .verb = " asked for access to "},
    {.weight = 8, .activity = "delete", .resourceType = "SECODA_ENTITY", .verb = " deleted "},
    {.weight = 6, .activity = "role_change", .resourceType = "USER", .verb = " changed the role of "},
    {.weight = 4, .activity = "create", .resourceType = "API_KEY", .verb = " created API key "},
}};

constexpr std::array<const char *, 4> Programs{"API", "INTEGRATION", "EXTRACTION", "AUTOMATION"};
constexpr std::array<const char *, 3> SecodaRoles{"Viewer", "Editor", "Admin"};

QByteArray performerJson(const Person &person)
{
    const bool isService = person.kind == Person::Kind::ServiceAccount;
    return JsonWriter(Style)
        .text("id", person.uuid)
        .textOrNull("name", isService ? person.name : QByteArray())
        .textOrNull("display_name", person.name)
        .textOrNull("first_name", isService ? QByteArray() : person.firstName())
        .textOrNull("last_name", isService ? QByteArray() : person.lastName())
        .boolean("is_service_account", isService)
        .finish();
}

QByteArray resourceJson(const SecodaFields &fields)
{
    return JsonWriter(Style)
        .text("id", fields.resourceId)
        .textOrNull("name", fields.resourceName)
        .textOrNull("type", fields.resourceType == "SECODA_ENTITY" ? "table" : "")
        .null("integration_id")
        .finish();
}

QByteArray blocksJson(const SecodaFields &fields)
{
    const auto block = [](const char *style, const QByteArray &value) {
        return JsonWriter(Style).text("type", "text").text("style", style).text("value", value).finish();
    };
    const QByteArray name = fields.performer ? fields.performer->name : QByteArray("Secoda");
    const QByteArray head = "[" + block("bold", name) + ", " + block("normal", fields.verb);
    if (fields.resourceName.isEmpty())
        return head + "]";
    return head + ", " + block("bold", fields.resourceName) + "]";
}

} // namespace

SecodaStory::SecodaStory(const Staff &staff, quint64 seed)
    : m_staff(staff)
    , m_random(seed, "secoda")
{
}

VendorEvent SecodaStory::next(const Moment &moment)
{
    if (moment.person->kind != Person::Kind::ServiceAccount)
        return compose(moment.time, routine(moment));
    const QByteArray name = m_random.pick(DataNames);
    SecodaFields fields{.activity = "sync",
                        .performerType = m_random.pick(Programs),
                        .performer = moment.person,
                        .resourceType = "INTEGRATION",
                        .resourceId = resourceId(name),
                        .resourceName = name,
                        .verb = " synchronised "};
    if (m_random.chance(200)) {
        fields.performerType = "SYSTEM";
        fields.performer = nullptr;
        fields.activity = "archive";
        fields.verb = " archived ";
        fields.metadata =
            R"({"reason": "not seen for 30 days", "confidence": 0.10, "rows": 12085757356144901234})";
    }
    return compose(moment.time, fields);
}

VendorEvent SecodaStory::compose(UtcMicros time, const SecodaFields &fields)
{
    const QByteArray id = m_random.uuid();
    const QByteArray logged = QByteArray::fromStdString(formatTime(time));
    // The row is written a little after the fact.
    const QByteArray written = QByteArray::fromStdString(formatTime(time + m_random.between(900, 250'000)));
    JsonWriter writer(Style, 1024);
    writer.text("id", id).null("parent_id").text("activity_type", fields.activity);
    writer.textOrNull("performer_id", fields.performer ? fields.performer->uuid : QByteArray());
    writer.text("performer_type", fields.performerType);
    writer.raw("performer_metadata", fields.performer ? performerJson(*fields.performer) : "null");
    writer.textOrNull("resource_id", fields.resourceId).textOrNull("resource_type", fields.resourceType);
    writer.raw("resource_metadata", fields.resourceId.isEmpty() ? "null" : resourceJson(fields));
    writer.raw("related_resource_ids", "[]")
        .null("related_resource_type")
        .raw("event_blocks", blocksJson(fields));
    writer.text("logged_at", logged).text("created_at", written).text("updated_at", written);
    writer.boolean("is_legacy", m_random.chance(10));
    writer.textOrNull("version_history_id",
                      fields.versioned ? resourceId(fields.resourceId + logged.left(10)) : QByteArray());
    writer.textOrNull("secoda_entity_type", fields.resourceType == "SECODA_ENTITY" ? "table" : "");
    writer.raw("metadata", fields.metadata.isEmpty() ? "null" : fields.metadata);
    return {.id = id, .created = time, .raw = writer.finish()};
}

QByteArray SecodaStory::resourceId(const QByteArray &name)
{
    return Random(0, name).uuid();
}

const Person &SecodaStory::colleague(const Moment &moment)
{
    const Person &person = m_random.pick(m_staff.people());
    return moment.isContractorGone ? m_staff.withoutContractor(person) : person;
}

SecodaFields SecodaStory::routine(const Moment &moment)
{
    const Person &person = *moment.person;
    const Habit &habit = m_random.pickWeighted(std::span<const Habit>(Habits));
    SecodaFields fields{.activity = habit.activity,
                        .performer = &person,
                        .resourceType = habit.resourceType,
                        .verb = habit.verb,
                        .versioned = habit.versioned};
    if (fields.resourceType == "USER") {
        const Person &user = fields.activity == "login" ? person : colleague(moment);
        fields.resourceId = user.uuid;
        fields.resourceName = user.name;
    } else if (!fields.resourceType.isEmpty()) {
        fields.resourceName = m_random.pick(DataNames);
        fields.resourceId = resourceId(fields.resourceName);
    }
    if (fields.activity == "role_change")
        fields.metadata =
            JsonWriter(Style)
                .raw("prev", JsonWriter(Style).text("role", m_random.pick(SecodaRoles)).finish())
                .raw("current", JsonWriter(Style).text("role", m_random.pick(SecodaRoles)).finish())
                .finish();
    if (fields.versioned)
        fields.metadata = change(fields.resourceName, moment);
    return fields;
}

QByteArray SecodaStory::change(const QByteArray &name, const Moment &moment)
{
    const auto state = [&](const QByteArray &description) {
        return JsonWriter(Style)
            .text("title", name)
            .text("description", description)
            .boolean("verified", m_random.chance(300))
            .finish();
    };
    return JsonWriter(Style)
        .raw("prev", state("One row per " + name + "."))
        .raw("current", state("One row per " + name + ", deduplicated.\nOwner: " + colleague(moment).name))
        .finish();
}

} // namespace Trailglass::Support
