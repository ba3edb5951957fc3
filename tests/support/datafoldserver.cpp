// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/datafoldserver.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Trailglass::Support {

using namespace Qt::StringLiterals;

namespace {

const QString Key = u"demo-datafold-key"_s;
const QByteArray Path = "/api/v1/audit_logs";

Response detail(int status, const QString &text)
{
    return Response::json(QJsonDocument(QJsonObject{{u"detail"_s, text}}).toJson(QJsonDocument::Compact),
                          status);
}

/// The 422 of the published ValidationError schema.
Response invalid(const QJsonArray &location, const QString &message, const QString &type)
{
    const QJsonObject item{{u"loc"_s, location}, {u"msg"_s, message}, {u"type"_s, type}};
    return Response::json(
        QJsonDocument(QJsonObject{{u"detail"_s, QJsonArray{item}}}).toJson(QJsonDocument::Compact), 422);
}

std::optional<UtcMicros> timeOf(const QJsonValue &value)
{
    return value.isString() ? parseTime(value.toString().toStdString()) : std::nullopt;
}

} // namespace

DatafoldServer::DatafoldServer(QObject *parent)
    : VendorServer(parent)
    , m_contract(u"support/contract/datafold-audit-logs.json"_s)
{
}

QMap<QString, QString> DatafoldServer::settings() const
{
    return {{u"base_url"_s, http().url().toString()}};
}

QMap<QString, QString> DatafoldServer::secrets() const
{
    return {{u"api_key"_s, Key}};
}

Response DatafoldServer::respond(const Request &request)
{
    if (request.path == QByteArray(Path + '/'))
        return refuse(u"a slash too many"_s,
                      Response::redirect(http().url(QString::fromUtf8(Path)).toEncoded(), 307));
    if (request.path != Path)
        return refuse(u"wrong path"_s, detail(404, u"Not Found"_s));
    if (request.method != "GET")
        return refuse(u"wrong method"_s, detail(405, u"Method Not Allowed"_s));
    if (request.header("Authorization") != QByteArray("Key " + Key.toUtf8()))
        return refuse(u"wrong or missing Authorization"_s, detail(401, u"Invalid API key"_s));
    if (!request.query.isEmpty())
        return refuse(u"query parameters, of which there are none"_s,
                      invalid({u"query"_s}, u"extra fields not permitted"_s, u"value_error.extra"_s));
    if (request.body.isEmpty() || request.body == "null")
        return respondWithWindow({});

    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &parsed);
    if (!request.header("Content-Type").startsWith("application/json")
        || parsed.error != QJsonParseError::NoError)
        return refuse(u"a body that is not JSON, or does not say so"_s,
                      invalid({u"body"_s}, u"value is not a valid dict"_s, u"type_error.dict"_s));
    const QStringList violations = m_contract.valueViolations(document.object(), u"ApiDownloadAuditLogs"_s);
    if (!violations.isEmpty())
        return refuse(violations.join(u"; "),
                      invalid({u"body"_s, violations.first().section(u':', 0, 0).mid(2)},
                              u"invalid datetime format"_s, u"value_error.datetime"_s));
    return respondWithWindow(document.object());
}

Response DatafoldServer::respondWithWindow(const QJsonObject &body)
{
    beginPage();
    std::vector<std::pair<QByteArray, const Row *>> shuffled;
    for (const Row &row : rows()) {
        if (contains(body, row.event.created))
            shuffled.emplace_back(QCryptographicHash::hash(row.event.id, QCryptographicHash::Md5), &row);
    }
    if (m_maximumRows > 0 && std::ssize(shuffled) > m_maximumRows)
        return Response::html(504, "504 Gateway Time-out");
    std::ranges::sort(shuffled);
    std::vector<const Row *> chosen;
    for (const auto &[hash, row] : shuffled)
        chosen.push_back(row);
    return Response::json("{\"logs\":[" + joined(chosen) + "]}");
}

bool DatafoldServer::contains(const QJsonObject &window, UtcMicros time) const
{
    const std::optional<UtcMicros> start = timeOf(window.value(u"start_date"));
    const std::optional<UtcMicros> end = timeOf(window.value(u"end_date"));
    if (start && (time < *start || (m_bounds == Bounds::Open && time == *start)))
        return false;
    return !end || time < *end || (m_bounds == Bounds::Closed && time == *end);
}

} // namespace Trailglass::Support
