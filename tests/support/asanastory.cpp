// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/asanastory.h"

#include "tests/support/catalogue.h"
#include "tests/support/jsonwriter.h"

namespace Trailglass::Support {

namespace {

struct Habit
{
    int weight;
    const char *type;
    const char *category;
    const char *resourceType;
    const char *resourceSubtype = "";
    bool administrators = false; ///< others do it never
};

constexpr std::array<Habit, 30> Habits{{
    {.weight = 300, .type = "user_login_succeeded", .category = "logins", .resourceType = "user"},
    {.weight = 70, .type = "user_logged_out", .category = "logins", .resourceType = "user"},
    {.weight = 26, .type = "user_login_failed", .category = "logins", .resourceType = "user"},
    {.weight = 120, .type = "attachment_uploaded", .category = "creation", .resourceType = "attachment"},
    {.weight = 80,
     .type = "attachment_downloaded",
     .category = "content_export",
     .resourceType = "attachment"},
    {.weight = 70,
     .type = "task_deleted",
     .category = "deletion",
     .resourceType = "task",
     .resourceSubtype = "default_task"},
    {.weight = 12,
     .type = "task_deleted",
     .category = "deletion",
     .resourceType = "task",
     .resourceSubtype = "milestone"},
    {.weight = 14, .type = "task_undeleted", .category = "deletion", .resourceType = "task"},
    {.weight = 8, .type = "task_permanently_deleted", .category = "deletion", .resourceType = "task"},
    {.weight = 20, .type = "comment_deleted", .category = "deletion", .resourceType = "story"},
    {.weight = 9, .type = "project_deleted", .category = "deletion", .resourceType = "project"},
    {.weight = 24,
     .type = "project_csv_export_started",
     .category = "content_export",
     .resourceType = "project"},
    {.weight = 40, .type = "project_member_added", .category = "access_control", .resourceType = "project"},
    {.weight = 20, .type = "project_member_removed", .category = "access_control", .resourceType = "project"},
    {.weight = 16,
     .type = "project_privacy_settings_changed",
     .category = "access_control",
     .resourceType = "project"},
    {.weight = 8,
     .type = "project_share_link_enabled",
     .category = "access_control",
     .resourceType = "project"},
    {.weight = 18, .type = "team_member_added", .category = "access_control", .resourceType = "team"},
    {.weight = 9, .type = "team_member_removed", .category = "access_control", .resourceType = "team"},
    {.weight = 4, .type = "team_created", .category = "creation", .resourceType = "team"},
    {.weight = 16, .type = "user_app_authorized", .category = "apps", .resourceType = "user"},
    {.weight = 6, .type = "user_app_revoked", .category = "apps", .resourceType = "user"},
    {.weight = 5,
     .type = "user_personal_access_token_authorized",
     .category = "apps",
     .resourceType = "user"},
    {.weight = 9, .type = "user_password_changed", .category = "user_updates", .resourceType = "user"},
    {.weight = 7, .type = "user_two_factor_auth_enabled", .category = "user_updates", .resourceType = "user"},
    {.weight = 60,
     .type = "user_invited",
     .category = "user_updates",
     .resourceType = "user",
     .administrators = true},
    {.weight = 25,
     .type = "user_deprovisioned",
     .category = "user_updates",
     .resourceType = "user",
     .administrators = true},
    {.weight = 30,
     .type = "user_workspace_admin_role_changed",
     .category = "roles",
     .resourceType = "user",
     .administrators = true},
    {.weight = 20,
     .type = "user_division_admin_role_changed",
     .category = "roles",
     .resourceType = "user",
     .administrators = true},
    {.weight = 25,
     .type = "workspace_guest_invite_permissions_changed",
     .category = "admin_settings",
     .resourceType = "workspace",
     .administrators = true},
    {.weight = 15,
     .type = "workspace_default_session_duration_changed",
     .category = "admin_settings",
     .resourceType = "workspace",
     .administrators = true},
}};

template <size_t Count>
QByteArray changed(Random &random, const std::array<const char *, Count> &values)
{
    const char *before = random.chance(100) ? "" : random.pick(values);
    return JsonWriter().textOrNull("old_value", before).text("new_value", random.pick(values)).finish();
}

constexpr std::array<const char *, 3> Roles{"member", "admin", "guest"};
constexpr std::array<const char *, 3> Privacy{"members_only", "public_to_team", "public_to_workspace"};
constexpr std::array<const char *, 3> Guests{"admins_only", "anyone", "admins_and_members"};
constexpr std::array<const char *, 4> Sessions{"1 day", "7 days", "30 days", "never"};
constexpr std::array<const char *, 4> Methods{"SAML", "SAML", "GOOGLE", "ONE_TIME_KEY"};
constexpr std::array<const char *, 4> Apps{"Slack", "Zapier", "Power BI", "Jira Cloud"};

QByteArray actorJson(const AsanaFields &fields)
{
    JsonWriter writer;
    writer.text("actor_type", fields.actorType);
    if (fields.actor)
        writer.text("gid", fields.actor->asanaGid())
            .text("name", fields.actor->name)
            .text("email", fields.actor->email);
    return writer.finish();
}

QByteArray resourceJson(const AsanaFields &fields)
{
    JsonWriter writer;
    writer.text("resource_type", fields.resourceType);
    if (!fields.resourceSubtype.isEmpty())
        writer.text("resource_subtype", fields.resourceSubtype);
    writer.text("gid", fields.resourceGid).textOrNull("name", fields.resourceName);
    if (!fields.resourceEmail.isEmpty())
        writer.text("email", fields.resourceEmail);
    return writer.finish();
}

QByteArray contextJson(const AsanaFields &fields)
{
    JsonWriter writer;
    writer.text("context_type", fields.contextType);
    if (!fields.authenticationMethod.isEmpty())
        writer.text("api_authentication_method", fields.authenticationMethod);
    if (!fields.address.isEmpty())
        writer.text("client_ip_address", fields.address);
    if (!fields.userAgent.isEmpty())
        writer.text("user_agent", fields.userAgent);
    if (!fields.ruleName.isEmpty())
        writer.text("rule_name", fields.ruleName);
    if (fields.onBehalfOf != 0)
        writer.number("on_behalf_of_user_id", fields.onBehalfOf);
    return writer.finish();
}

} // namespace

AsanaStory::AsanaStory(const Staff &staff, quint64 seed)
    : m_staff(staff)
    , m_random(seed, "asana")
{
}

VendorEvent AsanaStory::next(const Moment &moment)
{
    if (moment.person->kind == Person::Kind::ServiceAccount)
        return compose(moment.time, nightJob(moment));
    constexpr int WithoutPersonPerThousand = 35;
    return compose(moment.time,
                   m_random.chance(WithoutPersonPerThousand) ? withoutPerson(moment) : routine(moment));
}

VendorEvent AsanaStory::compose(UtcMicros time, const AsanaFields &fields)
{
    // Gaps between gids, as between those of a real table.
    m_count += m_random.between(1, 900);
    const QByteArray id = "12085757356" + QByteArray::number(144'901'234 + m_count);
    const UtcMicros created{time.value / 1000 * 1000};
    const QByteArray raw =
        JsonWriter()
            .text("gid", id)
            .text("created_at", QByteArray::fromStdString(formatTime(created)).left(23) + 'Z')
            .text("event_type", fields.type)
            .text("event_category", fields.category)
            .raw("actor", actorJson(fields))
            .raw("resource", resourceJson(fields))
            .raw("details", fields.details)
            .raw("context", contextJson(fields))
            .finish();
    return {.id = id, .created = created, .raw = raw};
}

void AsanaStory::setResource(AsanaFields &fields, const Person &person)
{
    fields.resourceType = "user";
    fields.resourceGid = person.asanaGid();
    fields.resourceName = person.name;
    fields.resourceEmail = person.email;
}

const Person &AsanaStory::affected(const QByteArray &type, const Moment &moment)
{
    const Person &person = m_random.pick(m_staff.people());
    if (type == "user_invited" || type == "user_deprovisioned")
        return m_staff.guest(person.number);
    return moment.isContractorGone ? m_staff.withoutContractor(person) : person;
}

AsanaFields AsanaStory::routine(const Moment &moment)
{
    const Person &person = *moment.person;
    const Habit *habit = &m_random.pickWeighted(std::span<const Habit>(Habits));
    while (habit->administrators && person.kind != Person::Kind::Administrator)
        habit = &m_random.pickWeighted(std::span<const Habit>(Habits));
    AsanaFields fields{.type = habit->type,
                       .category = habit->category,
                       .actor = &person,
                       .resourceType = habit->resourceType,
                       .resourceSubtype = habit->resourceSubtype,
                       .resourceGid = {}};
    constexpr int MobilePerThousand = 120;
    if (m_random.chance(MobilePerThousand))
        fields.contextType = m_random.chance(500) ? "mobile" : "desktop";
    fields.address = m_random.chance(250) ? person.homeAddress : person.officeAddress;
    fields.userAgent = fields.contextType == "mobile" ? "Asana/8.52 (iPhone; iOS 18.1)" : person.userAgent;
    if (habit->resourceType == QByteArrayView("user"))
        setResource(fields, habit->administrators ? affected(fields.type, moment) : person);
    else
        chooseResource(fields);
    fields.details = details(fields.type);
    return fields;
}

void AsanaStory::chooseResource(AsanaFields &fields)
{
    if (fields.resourceType == "workspace") {
        fields.resourceGid = workspaceGid();
        fields.resourceName = "Fjordlight Analytics";
        return;
    }
    fields.resourceGid = gid();
    // A story (a comment) has no name.
    if (fields.resourceType != "story")
        fields.resourceName = m_random.pick(WorkNames);
}

AsanaFields AsanaStory::nightJob(const Moment &moment)
{
    const Person &account = *moment.person;
    AsanaFields fields{.type = "project_csv_export_started",
                       .category = "content_export",
                       .actor = &account,
                       .resourceType = "project",
                       .resourceGid = {},
                       .contextType = "api",
                       .authenticationMethod = "service_account",
                       .address = account.officeAddress,
                       .userAgent = account.userAgent};
    if (m_random.chance(250)) {
        fields.type = m_random.chance(600) ? "user_reprovisioned" : "user_invited";
        fields.category = "user_updates";
        setResource(fields, affected(fields.type, moment));
    } else {
        chooseResource(fields);
    }
    return fields;
}

AsanaFields AsanaStory::withoutPerson(const Moment &moment)
{
    AsanaFields fields{.type = "task_deleted",
                       .category = "deletion",
                       .actorType = "asana",
                       .resourceType = "task",
                       .resourceGid = gid(),
                       .resourceName = m_random.pick(WorkNames),
                       .contextType = "asana",
                       .ruleName = "Archive when completed for 30 days"};
    switch (m_random.below(4)) {
    case 0: // support acts for somebody; its number of the user is beyond 2^53
        fields.actorType = fields.contextType = "asana_support";
        fields.ruleName.clear();
        fields.onBehalfOf = 9'007'199'254'740'993 + m_random.below(1'000'000);
        break;
    case 1:
        fields.type = "user_login_failed";
        fields.category = "logins";
        fields.actorType = "anonymous";
        fields.contextType = "web";
        fields.ruleName.clear();
        fields.address = "203.0.113." + QByteArray::number(m_random.between(10, 250));
        fields.details = R"({"method":["PASSWORD"]})";
        setResource(fields, affected(fields.type, moment));
        break;
    case 2:
        fields.type = "workspace_members_export_started";
        fields.category = "content_export";
        fields.actorType = "external_administrator";
        fields.contextType = "api";
        fields.authenticationMethod = "oauth";
        fields.ruleName.clear();
        fields.resourceType = "workspace";
        chooseResource(fields);
        break;
    default:
        break;
    }
    return fields;
}

QByteArray AsanaStory::details(const QByteArray &type)
{
    if (type.startsWith("user_login_")) {
        JsonWriter writer;
        const QByteArray method = m_random.pick(Methods);
        writer.raw("method", "[\"" + method + "\"]");
        if (method == "SAML" && m_random.chance(100))
            writer.text("saml_response", "PHNhbWxwOlJlc3BvbnNlIElEPSJf" + m_random.letters(160) + "=");
        return writer.finish();
    }
    if (type == "user_workspace_admin_role_changed")
        return changed(m_random, Roles);
    if (type == "user_division_admin_role_changed")
        return JsonWriter()
            .text("old_value", "member")
            .text("new_value", "division_admin")
            .raw("group",
                 JsonWriter()
                     .text("gid", gid())
                     .text("name", "EMEA")
                     .text("resource_type", "division")
                     .finish())
            .finish();
    if (type == "project_privacy_settings_changed")
        return changed(m_random, Privacy);
    if (type == "workspace_guest_invite_permissions_changed")
        return changed(m_random, Guests);
    if (type == "workspace_default_session_duration_changed")
        return changed(m_random, Sessions);
    if (type.startsWith("user_app_"))
        return JsonWriter()
            .text("app_type", "oauth")
            .text("app_gid", gid())
            .text("app_name", m_random.pick(Apps))
            .text("app_url", "https://apps.example/")
            .finish();
    return "{}";
}

QByteArray AsanaStory::gid()
{
    return "120" + QByteArray::number(m_random.between(5'000'000'000'000, 5'000'000'000'400));
}

} // namespace Trailglass::Support
