// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/asanaserver.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Trailglass::Support {

using namespace Qt::StringLiterals;

namespace {

const QString WorkspaceGid = u"1200000000000001"_s;
const QString Token = u"demo-asana-service-account-token"_s;
const QByteArray PathHead = "/api/1.0/workspaces/";
const QByteArray PathTail = "/audit_log_events";

Response error(int status, const QString &message)
{
    const QJsonObject item{{u"message"_s, message},
                           {u"help"_s,
                            u"For more information on API status codes and how to handle them, read the docs "
                            u"on errors: https://developers.asana.com/docs/errors"_s}};
    return Response::json(
        QJsonDocument(QJsonObject{{u"errors"_s, QJsonArray{item}}}).toJson(QJsonDocument::Compact), status);
}

/// What an offset is bound to: everything but the page size and the offset itself.
QMap<QByteArray, QByteArray> filtersOf(const Request &request)
{
    QMap<QByteArray, QByteArray> filters;
    for (const Parameter &parameter : request.parameters()) {
        if (parameter.name != "limit" && parameter.name != "offset")
            filters.insert(parameter.name, parameter.value);
    }
    return filters;
}

/// An offset holds its place, so the time it started from may be left out.
bool sameFilters(QMap<QByteArray, QByteArray> asked, QMap<QByteArray, QByteArray> bound)
{
    const bool sameStart = !asked.contains("start_at") || asked.value("start_at") == bound.value("start_at");
    asked.remove("start_at");
    bound.remove("start_at");
    return sameStart && asked == bound;
}

bool matches(const VendorEvent &event, const QJsonObject &fields, const QMap<QByteArray, QByteArray> &filters)
{
    const QJsonObject actor = fields.value(u"actor").toObject();
    const auto differs = [&filters](const char *name, const QJsonValue &value) {
        return filters.contains(name) && filters.value(name) != value.toString().toUtf8();
    };
    if (differs("event_type", fields.value(u"event_type"))
        || differs("actor_type", actor.value(u"actor_type")) || differs("actor_gid", actor.value(u"gid"))
        || differs("resource_gid", fields.value(u"resource").toObject().value(u"gid")))
        return false;
    if (filters.contains("start_at")
        && event.created < parseTime(filters.value("start_at").toStdString()).value_or(UtcMicros{}))
        return false;
    return !filters.contains("end_at")
        || event.created < parseTime(filters.value("end_at").toStdString()).value_or(UtcMicros{});
}

} // namespace

AsanaServer::AsanaServer(QObject *parent)
    : VendorServer(parent)
    , m_contract(u"fixtures/asana/asana-audit-log-openapi.json"_s)
{
}

QMap<QString, QString> AsanaServer::settings() const
{
    return {{u"base_url"_s, http().url(u"/api/1.0"_s).toString()}, {u"workspace_gid"_s, WorkspaceGid}};
}

QMap<QString, QString> AsanaServer::secrets() const
{
    return {{u"access_token"_s, Token}};
}

Response AsanaServer::respond(const Request &request)
{
    if (request.header("Authorization") != QByteArray("Bearer " + Token.toUtf8()))
        return refuse(u"wrong or missing Authorization"_s, error(401, u"Not Authorized"_s));
    if (request.method != "GET" || !request.path.startsWith(PathHead) || !request.path.endsWith(PathTail))
        return refuse(u"wrong method or path"_s, error(404, u"No matching route for request"_s));
    const QByteArray gid = request.path.sliced(PathHead.size()).chopped(PathTail.size());
    if (gid != WorkspaceGid.toUtf8())
        return refuse(u"wrong workspace"_s,
                      error(404, u"workspace: Unknown object: "_s + QString::fromUtf8(gid)));
    if (const QStringList found = violations(request); !found.isEmpty())
        return refuse(found.join(u"; "), error(400, found.first()));

    const QByteArray offset = request.parameter("offset");
    if (offset.isNull())
        return respondWithPage(request, {});
    const auto known = m_offsets.constFind(offset);
    if (known == m_offsets.constEnd())
        return refuse(u"offset expired or never handed out"_s,
                      error(400, u"offset: Your pagination token has expired."_s));
    if (!sameFilters(filtersOf(request), known->filters))
        return refuse(u"offset used with other filters"_s,
                      error(400, u"offset: Your pagination token is invalid."_s));
    return respondWithPage(request, *known);
}

QStringList AsanaServer::violations(const Request &request) const
{
    QStringList found =
        m_contract.requestViolations(u"/workspaces/{workspace_gid}/audit_log_events"_s, request);
    if (!request.parameter("actor_gid").isNull() && !request.parameter("actor_type").isNull())
        found.append(u"actor_type: must be left out when actor_gid is given"_s);
    if (!request.body.isEmpty())
        found.append(u"body: not a part of this request"_s);
    return found;
}

Response AsanaServer::respondWithPage(const Request &request, const std::optional<Position> &after)
{
    beginPage();
    Position position =
        after.value_or(Position{.created = {}, .sequence = -1, .filters = filtersOf(request)});
    const QByteArray limitText = request.parameter("limit");
    const int limit = limitText.isNull() ? DefaultLimit : limitText.toInt();
    std::vector<const Row *> page;
    bool anyMatches = after.has_value();
    for (const Row *row : sortedRows(false)) {
        if (!matches(row->event, row->fields, position.filters))
            continue;
        anyMatches = true;
        const Position here{.created = row->event.created, .sequence = row->sequence, .filters = {}};
        if ((!after || here > *after) && std::ssize(page) < limit)
            page.push_back(row);
    }
    if (!page.empty() && !(m_stuck && after)) {
        position.created = page.back()->event.created;
        position.sequence = page.back()->sequence;
    }
    const QByteArray next = anyMatches ? nextPage(position, limit) : "null";
    return Response::json("{\"data\":[" + joined(page) + "],\"next_page\":" + next + "}");
}

QByteArray AsanaServer::nextPage(const Position &position, int limit)
{
    // A new token for every response, as python-asana's tests show; the stuck one stays the same.
    if (!m_stuck)
        ++m_offsetCount;
    const QByteArray token =
        "eyJ0eXAiOiJKV1Qi." + QByteArray("page" + QByteArray::number(m_offsetCount)).toBase64();
    m_offsets.insert(token, position);
    const QString path = u"/workspaces/"_s + WorkspaceGid + u"/audit_log_events?limit="_s
        + QString::number(limit) + u"&offset="_s
        + QString::fromUtf8(QUrl::toPercentEncoding(QString::fromUtf8(token)));
    const QJsonObject next{{u"offset"_s, QString::fromUtf8(token)},
                           {u"path"_s, path},
                           {u"uri"_s, QString(u"https://asana.invalid/api/1.0"_s + path)}};
    return QJsonDocument(next).toJson(QJsonDocument::Compact);
}

} // namespace Trailglass::Support
