// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/paradimeserver.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Trailglass::Support {

using namespace Qt::StringLiterals;

const QString ParadimeServer::WorkspaceSecret = u"prdm_wsp_demo-workspace-secret"_s;
const QString ParadimeServer::CompanySecret = u"prdm_cmp_demo-company-secret"_s;
const QString ParadimeServer::WorkspaceUid = u"demo-workspace-uid"_s;

namespace {

const QString ApiKey = u"demo-paradime-key"_s;
const QString ApiSecret = u"demo-paradime-secret"_s;
const QString Path = u"/api/v1/demo-company-token/graphql"_s;
const QByteArray Query =
    "query GetAuditLogs { getAuditLogs { auditLogs { id createdDttm updatedDttm workspaceId "
    "workspaceName actorType actorUserId actorEmail eventSourceId eventSource eventId eventType "
    "metadataJson } } }";

/// \a errors is one message, \a data what precedes them.
QByteArray graphQl(const QByteArray &data, const QByteArray &errors)
{
    if (errors.isEmpty())
        return "{\"data\":" + data + "}";
    return "{\"data\":" + data + ",\"errors\":[{\"message\":\"" + errors
        + "\",\"path\":[\"getAuditLogs\"]}]}";
}

bool isAuthorized(const Request &request)
{
    const QByteArray bearer = request.header("Authorization");
    if (bearer.isNull())
        return request.header("X-API-KEY") == ApiKey.toUtf8()
            && request.header("X-API-SECRET") == ApiSecret.toUtf8();
    if (bearer == QByteArray("Bearer " + ParadimeServer::WorkspaceSecret.toUtf8()))
        return true;
    return bearer == QByteArray("Bearer " + ParadimeServer::CompanySecret.toUtf8())
        && request.header("X-Paradime-Workspace") == ParadimeServer::WorkspaceUid.toUtf8();
}

} // namespace

QMap<QString, QString> ParadimeServer::settings() const
{
    return {{u"endpoint"_s, http().url(Path).toString()}};
}

QMap<QString, QString> ParadimeServer::secrets() const
{
    return {{u"api_key"_s, ApiKey}, {u"api_secret"_s, ApiSecret}};
}

Response ParadimeServer::respond(const Request &request)
{
    if (request.path != Path.toUtf8())
        return refuse(u"wrong path"_s, Response::html(404, "Not Found"));
    if (request.method != "POST" || !request.query.isEmpty())
        return refuse(u"wrong method, or a query string"_s, Response::html(405, "Method Not Allowed"));
    if (!isAuthorized(request))
        return refuse(u"wrong or missing credentials"_s,
                      Response::json(R"({"errors":[{"message":"Invalid API credentials"}]})", 401));
    QJsonParseError parsed;
    const QJsonObject body = QJsonDocument::fromJson(request.body, &parsed).object();
    if (parsed.error != QJsonParseError::NoError
        || !request.header("Content-Type").startsWith("application/json"))
        return refuse(u"a body that is not JSON, or does not say so"_s,
                      Response::json(R"({"errors":[{"message":"POST body sent invalid JSON."}]})", 400));
    if (body.keys() != QStringList{u"query"_s}
        || body.value(u"query").toString().simplified().toUtf8() != Query)
        return refuse(u"not the published query"_s,
                      Response::json(graphQl("null", "Cannot query this field on type \\\"Query\\\".")));
    return respondWithAll();
}

Response ParadimeServer::respondWithAll()
{
    beginPage();
    if (m_errors == Errors::NoData)
        return Response::json(graphQl("null", "Audit logs are not available for this workspace."));
    std::vector<std::pair<QByteArray, const Row *>> shuffled;
    for (const Row &row : rows())
        shuffled.emplace_back(QCryptographicHash::hash(row.event.id, QCryptographicHash::Md5), &row);
    std::ranges::sort(shuffled);
    std::vector<const Row *> chosen;
    for (const auto &[hash, row] : shuffled)
        chosen.push_back(row);
    const QByteArray list = "{\"auditLogs\":[" + joined(chosen) + "]}";
    if (m_unwrapped)
        return Response::json(list);
    return Response::json(graphQl("{\"getAuditLogs\":" + list + "}",
                                  m_errors == Errors::AfterRows ? "Some audit logs could not be read." : ""));
}

} // namespace Trailglass::Support
