// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/sampleworkspace.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Trailglass::Support {
namespace {

const QList<std::pair<QString, QString>> Sources{{u"work"_s, u"asana"_s},
                                                 {u"catalog"_s, u"secoda"_s},
                                                 {u"diffs"_s, u"datafold"_s},
                                                 {u"runs"_s, u"paradime"_s},
                                                 {u"rules"_s, u"nected"_s}};

QMap<QString, QString> requiredSettings(const QString &type)
{
    if (type == "asana"_L1)
        return {{u"workspace_gid"_s, u"1200"_s}};
    if (type == "paradime"_L1)
        return {{u"endpoint"_s, u"https://api.paradime.example/v1/graphql"_s}};
    return {};
}

QString requiredSecret(const QString &type)
{
    if (type == "asana"_L1)
        return u"access_token"_s;
    return type == "paradime"_L1 ? u"api_secret"_s : u"api_key"_s;
}

bool fillByCommands(CliRunner &cli)
{
    for (const auto &[name, type] : Sources) {
        if (SampleWorkspace::addSource(cli, type, name).exitCode != 0)
            return false;
        const QByteArray events = '[' + SampleWorkspace::events(name).join(',') + ']';
        if (cli.run({u"import"_s, name, u"-"_s}, events).exitCode != 0)
            return false;
    }
    return true;
}

} // namespace

CliResult SampleWorkspace::addSource(CliRunner &cli, const QString &type, const QString &name)
{
    return cli.addSource(type, name, requiredSettings(type),
                         {{requiredSecret(type), u"made-up-for-tests"_s}});
}

bool SampleWorkspace::fill(CliRunner &cli) const
{
    if (QFileInfo::exists(cli.workspace()))
        return fillByCommands(cli);
    static QMap<QString, std::shared_ptr<const CliRunner>>
        filled; // by program: its language is in what it stores
    std::shared_ptr<const CliRunner> &sample = filled[cli.executable()];
    if (!sample) {
        std::unique_ptr<CliRunner> made = cli.another();
        if (!fillByCommands(*made))
            return false;
        sample = std::move(made);
    }
    return cli.copyFrom(*sample);
}

QList<QByteArray> SampleWorkspace::events(const QString &source)
{
    if (source == "work"_L1) {
        return {
            R"json({"gid":"a1","created_at":"2026-10-01T23:30:00.000001Z","event_type":"user_login_succeeded","event_category":"logins","actor":{"actor_type":"user","gid":"11","email":"ann@example.com","name":"Ann"},"resource":{"resource_type":"user","gid":"11","name":"Ann"},"context":{"context_type":"web","client_ip_address":"203.0.113.9","user_agent":"Browser/5"},"details":{"count":1.50,"nested":{"b":1, "a":[2]},"list":["x","y"]}})json",
            R"json({"gid":"a2","created_at":"2026-10-02T08:15:00.5Z","event_type":"user_login_failed","event_category":"logins","actor":{"actor_type":"user","gid":"12","email":"bob@example.com","name":"Bob"},"details":{"count":"many"}})json",
            R"json({"gid":"a3","created_at":"2026-10-02T08:15:00.5Z","event_type":"task_deleted","event_category":"deletion","actor":{"actor_type":"user","gid":"11","email":"ann@example.com","name":"Ann"},"resource":{"resource_type":"task","gid":"-1+2","name":"=HYPERLINK(\"x\")"}})json"};
    }
    if (source == "catalog"_L1) {
        return {
            R"json({"id":"s1","activity_type":"RESOURCE_UPDATED","performer_type":"USER","performer_id":"p-9","performer_metadata":{"display_name":"Ada Lovelace"},"resource_type":"TABLE","resource_id":"r-1","resource_metadata":{"name":"orders"},"event_blocks":[{"value":"Ada"},{"value":" edited"}],"logged_at":"2026-10-04T10:00:00Z"})json"};
    }
    if (source == "diffs"_L1) {
        return {
            R"json({"event_uuid":"d1","timestamp":"2026-09-30T12:00:00.25+02:00","action":"create","object_type":"datadiff","object_id":123,"status":"201","user_email":"ann@example.com","user_id":7,"client_ip":"2001:db8::9","source":"api","log_entry":"Created \"data\" diff, 123"})json"};
    }
    if (source == "runs"_L1) {
        return {
            R"json({"id": 1,
 "createdDttm": "2026-10-01 06:00:00.718805",
 "updatedDttm": "2026-10-01 06:00:00.718809", "eventType": "schedule_manual_run", "actorType": "system", "metadataJson": "{\"schedule\": {\"name\": \"daily\"}}"})json"};
    }
    return {
        R"json({"logId":"n1","date":"2026-10-03T05:52:24.662785492Z","event":"Call Via API","type":"Api","name":"Price","status":"Error","user":"","ip":"198.51.100.7","workspaceId":"60","environment":"Staging","traceId":"4d69","message":"","executionId":"x-1","entityId":""})json"};
}

} // namespace Trailglass::Support
