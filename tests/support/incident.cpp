// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/incident.h"

#include "tests/support/catalogue.h"

namespace Trailglass::Support {

namespace {

constexpr char Browser[] = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
                           "HeadlessChrome/118.0.5993.70 Safari/537.36";
constexpr char Script[] = "python-requests/2.31.0";

constexpr int minute(int minutes, int seconds = 0)
{
    return minutes * 60 + seconds;
}

AsanaFields inAsana(const Person &actor, const char *type, const char *category)
{
    AsanaFields fields{.type = type,
                       .category = category,
                       .actor = &actor,
                       .resourceType = "workspace",
                       .resourceGid = AsanaStory::workspaceGid(),
                       .resourceName = "Fjordlight Analytics",
                       .address = Incident::Address,
                       .userAgent = Browser};
    if (QByteArrayView(type).startsWith("user_"))
        AsanaStory::setResource(fields, actor);
    return fields;
}

AsanaFields inAsana(const Person &actor, const char *type, const char *category, const char *details)
{
    AsanaFields fields = inAsana(actor, type, category);
    fields.details = details;
    return fields;
}

void breakIn(QList<Step<AsanaFields>> &steps, const Person &contractor)
{
    for (int attempt = 0; attempt < 7; ++attempt)
        steps.append({minute(0, attempt * 61),
                      inAsana(contractor, "user_login_failed", "logins", R"({"method":["PASSWORD"]})")});
    steps.append(
        {minute(9), inAsana(contractor, "user_login_succeeded", "logins", R"({"method":["PASSWORD"]})")});
    steps.append({minute(14),
                  inAsana(contractor, "user_workspace_admin_role_changed", "roles",
                          R"({"old_value":"member","new_value":"super_admin"})")});
    steps.append({minute(15),
                  inAsana(contractor, "workspace_require_two_factor_auth_disabled", "admin_settings",
                          R"({"old_value":"required","new_value":"optional"})")});
    steps.append({minute(19),
                  inAsana(contractor, "user_personal_access_token_authorized", "apps",
                          R"({"token_name":"backup-helper"})")});
}

void exportFromAsana(QList<Step<AsanaFields>> &steps, const Person &contractor)
{
    for (const char *type :
         {"workspace_members_export_started", "workspace_teams_export_started", "workspace_export_started"})
        steps.append(
            {minute(28) + static_cast<int>(steps.size()), inAsana(contractor, type, "content_export")});
    for (int project = 0; project < 12; ++project) {
        AsanaFields fields = inAsana(contractor, "project_csv_export_started", "content_export");
        fields.resourceType = "project";
        fields.resourceGid = "1205000000000" + QByteArray::number(700 + project);
        fields.resourceName = WorkNames[static_cast<size_t>(project)];
        fields.contextType = "api";
        fields.authenticationMethod = "personal_access_token";
        fields.userAgent = Script;
        // One request each, so close together that some share their millisecond.
        steps.append({minute(31) + project / 4, fields});
    }
}

void coverTracks(QList<Step<AsanaFields>> &steps, const Person &contractor)
{
    for (const char *type : {"task_deleted", "task_permanently_deleted", "attachment_deleted"}) {
        AsanaFields fields = inAsana(contractor, type, "deletion");
        fields.resourceType = type[0] == 'a' ? "attachment" : "task";
        fields.resourceGid = "1205000000000810";
        fields.resourceName = "Offboarding checklist: Mara Quill";
        steps.append({minute(100) + static_cast<int>(steps.size()), fields});
    }
    steps.append({minute(104),
                  inAsana(contractor, "user_personal_access_token_revoked", "apps",
                          R"({"token_name":"backup-helper"})")});
    steps.append({minute(106),
                  inAsana(contractor, "user_workspace_admin_role_changed", "roles",
                          R"({"old_value":"super_admin","new_value":"member"})")});
    steps.append({minute(107), inAsana(contractor, "user_logged_out", "logins")});
}

void cleanUp(QList<Step<AsanaFields>> &steps, const Person &lead, const Person &contractor)
{
    AsanaFields enabled = inAsana(lead, "workspace_require_two_factor_auth_enabled", "admin_settings",
                                  R"({"old_value":"optional","new_value":"required"})");
    AsanaFields gone = inAsana(lead, "user_deprovisioned", "user_updates");
    AsanaStory::setResource(gone, contractor);
    for (AsanaFields *fields : {&enabled, &gone}) {
        fields->address = lead.officeAddress;
        fields->userAgent = lead.userAgent;
    }
    steps.append({Incident::Removal - minute(4), enabled});
    steps.append({Incident::Removal, gone});
}

QList<Step<SecodaFields>> inSecoda(const Person &contractor)
{
    const auto step = [&contractor](int second, const char *activity, const char *type, const char *name,
                                    const char *verb) {
        return Step<SecodaFields>{second,
                                  {.activity = activity,
                                   .performer = &contractor,
                                   .resourceType = type,
                                   .resourceId = SecodaStory::resourceId(name),
                                   .resourceName = name,
                                   .verb = verb}};
    };
    QList<Step<SecodaFields>> steps;
    Step<SecodaFields> role = step(minute(30), "role_change", "USER", "Mara Quill", " changed the role of ");
    role.fields.metadata = R"({"prev": {"role": "Viewer"}, "current": {"role": "Admin"}})";
    role.fields.resourceId = contractor.uuid;
    steps.append(role);
    steps.append(step(minute(32), "create", "API_KEY", "backup-helper", " created API key "));
    int second = minute(35);
    for (const char *name : DataNames) {
        steps.append(step(second, "export", "REPORT", name, " exported "));
        second += 3;
    }
    steps.append(step(minute(97), "delete", "API_KEY", "backup-helper", " deleted API key "));
    return steps;
}

QList<Step<DatafoldFields>> inDatafold(const Person &contractor)
{
    const auto step = [&contractor](int second, const char *action, int source, const char *status) {
        const QByteArray number = QByteArray::number(source);
        return Step<DatafoldFields>{second,
                                    {.action = action,
                                     .objectType = "data_source",
                                     .objectId = source,
                                     .path = "/api/internal/data_sources/" + number + "/credentials",
                                     .status = status,
                                     .logEntry = "credentials of data source " + number + " were read",
                                     .payload = R"({"fields":["host","user","password"],"reveal":true})",
                                     .source = "api",
                                     .user = &contractor,
                                     .address = Incident::Address,
                                     .userAgent = Script}};
    };
    QList<Step<DatafoldFields>> steps;
    steps.append(step(minute(48), "read_credentials", 17, "403"));
    steps.append(step(minute(48, 20), "read_credentials", 17, "403"));
    for (const int source : {17, 18, 21, 40})
        steps.append(step(minute(51, source), "read_credentials", source, "200"));
    return steps;
}

QList<Step<ParadimeFields>> inParadime(const Person &contractor)
{
    const QByteArray before = R"(["dbt run --select finance"])";
    const QByteArray after = R"(["dbt run-operation unload_to_s3 --args '{bucket: fjl-backup-helper}'"])";
    const auto change = [](const QByteArray &from, const QByteArray &to) -> QByteArray {
        return "{\"commands\": {\"old_value\": " + from + ", \"new_value\": " + to + "}}";
    };
    const auto step = [&contractor](int second, const char *type, const QByteArray &more) {
        return Step<ParadimeFields>{second,
                                    {.actor = &contractor,
                                     .source = "bolt",
                                     .type = type,
                                     .metadata = ParadimeStory::scheduleMetadata("finance close", more)}};
    };
    return {
        step(minute(58), "schedule_updated", change(before, after)),
        step(minute(60), "schedule_manual_run", {}),
        step(minute(60, 8), "schedule_manual_run", {}),
        step(minute(93), "schedule_updated", change(after, before)),
    };
}

QList<Step<NectedFields>> inNected(const Person &contractor)
{
    const auto step = [&contractor](int second, const char *event, const char *environment,
                                    const char *version) {
        return Step<NectedFields>{second,
                                  {.type = "Simplerule",
                                   .name = "Refund approval limit",
                                   .event = event,
                                   .environment = environment,
                                   .user = &contractor,
                                   .address = Incident::Address,
                                   .version = version}};
    };
    QList<Step<NectedFields>> steps{
        step(minute(70), "Update", "Staging", "draft"),
        step(minute(72), "Publish", "Production", "1.3"),
    };
    for (int call = 0; call < 6; ++call) {
        Step<NectedFields> refund = step(minute(74, call * 7), "Call Via API", "Production", "1.3");
        refund.fields.user = nullptr;
        refund.fields.input = R"({"customer":"C-99f041","amount":9999.90,"limit":1e6})";
        refund.fields.output = R"({"approved":true})";
        steps.append(refund);
    }
    steps.append(step(minute(95), "Delete", "Production", "1.3"));
    return steps;
}

} // namespace

Incident::Incident(const Staff &staff)
    : secoda(inSecoda(staff.contractor()))
    , datafold(inDatafold(staff.contractor()))
    , paradime(inParadime(staff.contractor()))
    , nected(inNected(staff.contractor()))
{
    breakIn(asana, staff.contractor());
    exportFromAsana(asana, staff.contractor());
    coverTracks(asana, staff.contractor());
    cleanUp(asana, staff.securityLead(), staff.contractor());
}

} // namespace Trailglass::Support
