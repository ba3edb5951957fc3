// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/datafoldstory.h"

#include "tests/support/catalogue.h"
#include "tests/support/jsonwriter.h"

namespace Trailglass::Support {

namespace {

constexpr JsonStyle Style{.spaced = false, .ascii = true};

struct Habit
{
    int weight;
    const char *action; ///< the vendor names one only for what it thinks worth naming
    const char *objectType;
    const char *requestType;
    const char *path;
    bool numbered = true;
};

constexpr std::array<Habit, 12> Habits{{
    {.weight = 160,
     .action = "",
     .objectType = "",
     .requestType = "GET",
     .path = "/api/v1/datadiffs",
     .numbered = false},
    {.weight = 120,
     .action = "",
     .objectType = "data_diff",
     .requestType = "GET",
     .path = "/api/v1/datadiffs/"},
    {.weight = 80,
     .action = "create",
     .objectType = "data_diff",
     .requestType = "POST",
     .path = "/api/v1/datadiffs"},
    {.weight = 60, .action = "", .objectType = "ci_run", .requestType = "POST", .path = "/api/v1/ci/"},
    {.weight = 40, .action = "login", .objectType = "user", .requestType = "POST", .path = "/auth/login"},
    {.weight = 30,
     .action = "update",
     .objectType = "monitor",
     .requestType = "PUT",
     .path = "/api/v1/monitors/"},
    {.weight = 20,
     .action = "create",
     .objectType = "monitor",
     .requestType = "POST",
     .path = "/api/v1/monitors"},
    {.weight = 14,
     .action = "",
     .objectType = "data_source",
     .requestType = "GET",
     .path = "/api/v1/data_sources/"},
    {.weight = 10,
     .action = "update",
     .objectType = "data_source",
     .requestType = "PATCH",
     .path = "/api/v1/data_sources/"},
    {.weight = 9,
     .action = "delete",
     .objectType = "data_diff",
     .requestType = "DELETE",
     .path = "/api/v1/datadiffs/"},
    {.weight = 5,
     .action = "update",
     .objectType = "user",
     .requestType = "PUT",
     .path = "/api/internal/users/"},
    {.weight = 4,
     .action = "create",
     .objectType = "api_key",
     .requestType = "POST",
     .path = "/api/internal/api_keys"},
}};

QByteArray changePayload(Random &random)
{
    return JsonWriter(Style)
        .text("name", random.pick(DataNames))
        .raw("before", R"({"threshold":0.10,"schedule":"0 6 * * *"})")
        .raw("after", R"({"threshold":1e-2,"schedule":"0 7 * * 1-5"})")
        .finish();
}

QByteArray diffPayload(Random &random)
{
    return JsonWriter(Style)
        .text("table1", random.pick(DataNames))
        .text("table2", random.pick(DataNames))
        .raw("pk_columns", R"(["id"])")
        .number("row_limit", random.between(1, 1'000'000) * 9'007'199'254)
        .finish();
}

} // namespace

DatafoldStory::DatafoldStory(quint64 seed)
    : m_random(seed, "datafold")
{
}

VendorEvent DatafoldStory::next(const Moment &moment)
{
    return compose(moment.time, routine(*moment.person));
}

VendorEvent DatafoldStory::compose(UtcMicros time, const DatafoldFields &fields)
{
    const QByteArray id = m_random.uuid();
    const qint64 userId = fields.user ? 1000 + fields.user->number : 0;
    JsonWriter writer(Style);
    writer.text("timestamp", QByteArray::fromStdString(formatTime(time)).left(26) + "+00:00")
        .text("event_uuid", id);
    writer.textOrNull("action", fields.action).textOrNull("object_type", fields.objectType);
    fields.objectId == 0 ? writer.null("object_id") : writer.number("object_id", fields.objectId);
    writer.text("client_ip", fields.address).text("url", "https://app.datafold.com" + fields.path);
    writer.textOrNull("source", fields.source).textOrNull("status", fields.status);
    writer.textOrNull("request_type", fields.requestType).textOrNull("log_entry", fields.logEntry);
    writer.textOrNull("referer", fields.source == "ui" ? "https://app.datafold.com/" : "");
    writer.textOrNull("user_agent", fields.userAgent);
    userId == 0 ? writer.null("user_id") : writer.number("user_id", userId);
    writer.textOrNull("user_email", fields.user ? fields.user->email : QByteArray());
    writer.boolean("is_support_user", fields.isSupport);
    writer.raw("payload", fields.payload.isEmpty() ? "null" : fields.payload);
    return {.id = id, .created = time, .raw = writer.finish()};
}

DatafoldFields DatafoldStory::routine(const Person &person)
{
    const Habit &habit = m_random.pickWeighted(std::span<const Habit>(Habits));
    const bool isService = person.kind == Person::Kind::ServiceAccount;
    DatafoldFields fields{.action = habit.action,
                          .objectType = habit.objectType,
                          .objectId = habit.numbered ? m_random.between(1, 4000) : 0,
                          .requestType = habit.requestType,
                          .path = habit.path,
                          .source = isService ? "api" : "ui",
                          .user = &person,
                          .address = m_random.chance(250) ? person.homeAddress : person.officeAddress,
                          .userAgent = person.userAgent};
    if (fields.path.endsWith('/'))
        fields.path += QByteArray::number(fields.objectId);
    constexpr int FailurePerThousand = 40;
    if (m_random.chance(FailurePerThousand))
        fields.status = fields.action == "login" ? "401" : m_random.chance(500) ? "403" : "error";
    else if (fields.requestType == "POST")
        fields.status = m_random.chance(800) ? "201" : "success";
    if (fields.requestType == "PUT" || fields.requestType == "PATCH")
        fields.payload = changePayload(m_random);
    else if (fields.action == "create" && fields.objectType == "data_diff")
        fields.payload = diffPayload(m_random);
    if (fields.action == "update")
        fields.logEntry = person.name + " updated " + fields.objectType;
    constexpr int SupportPerThousand = 12;
    if (m_random.chance(SupportPerThousand)) {
        fields.isSupport = true;
        fields.user = nullptr;
        fields.address = "203.0.113.9";
    }
    return fields;
}

} // namespace Trailglass::Support
