// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/secodaserver.h"

#include "tests/support/secodafilter.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Trailglass::Support {

using namespace Qt::StringLiterals;

namespace {

const QString ApiKey = u"demo-secoda-key"_s;
const QByteArray AuditPath = "/api/v1/activity_log/audit_logs/";
const QByteArray ResourcePath = "/api/v1/activity_log/resource_logs/";

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Response detail(int status, const QString &text)
{
    return Response::json(compact({{u"detail"_s, text}}), status);
}

/// A parameter that holds a JSON object; nothing when it is there and holds something else.
std::optional<QJsonObject> jsonParameter(const Request &request, QByteArrayView name)
{
    const QByteArray text = request.parameter(name);
    if (text.isNull())
        return QJsonObject{};
    const QJsonDocument document = QJsonDocument::fromJson(text);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QString sortError(const QJsonObject &sort, const QStringList &fields)
{
    const QString order = sort.value(u"order").toString();
    if (!fields.contains(sort.value(u"field").toString()) || (order != u"asc" && order != u"desc"))
        return u"sort: takes a known field and the order asc or desc"_s;
    for (const QString &key : sort.keys()) {
        if (key != u"field" && key != u"order" && key != u"tie_breaker")
            return u"sort: unknown key "_s + key;
    }
    return {};
}

} // namespace

SecodaServer::SecodaServer(QObject *parent)
    : VendorServer(parent)
    , m_contract(u"fixtures/secoda/secoda-openapi.json"_s)
    , m_fields(m_contract.document()
                   .value(u"components")
                   .toObject()
                   .value(u"schemas")
                   .toObject()
                   .value(u"v1_ActivityLogOut")
                   .toObject()
                   .value(u"properties")
                   .toObject()
                   .keys())
{
}

QMap<QString, QString> SecodaServer::settings() const
{
    return {{u"base_url"_s, http().url().toString()}};
}

QMap<QString, QString> SecodaServer::secrets() const
{
    return {{u"api_key"_s, ApiKey}};
}

Response SecodaServer::respond(const Request &request)
{
    if (request.path == "/healthcheck")
        return Response::json(R"({"status":"OK"})");
    if (QByteArray slashed = request.path + '/'; slashed == AuditPath || slashed == ResourcePath) {
        if (!request.query.isEmpty())
            slashed += '?' + request.query;
        return refuse(u"no trailing slash"_s, Response::redirect(slashed, 301));
    }
    if (request.path != AuditPath && request.path != ResourcePath)
        return refuse(u"wrong path"_s, Response::html(404, "Not Found"));
    if (request.header("Authorization") != QByteArray("Bearer " + ApiKey.toUtf8()))
        return refuse(u"wrong or missing Authorization"_s,
                      detail(401, u"Authentication credentials were not provided or are invalid"_s));
    if (request.method != "GET" || !request.body.isEmpty())
        return refuse(u"wrong method, or a body"_s, detail(405, u"Method not allowed"_s));
    const QString path = QString::fromUtf8(request.path);
    if (const QStringList violations = m_contract.requestViolations(path, request); !violations.isEmpty())
        return refuse(violations.join(u"; "), detail(422, violations.first()));
    return request.path == AuditPath ? respondWithAuditLogs(request) : respondWithResourceLogs(request);
}

QString SecodaServer::queryError(const Request &request) const
{
    const std::optional<QJsonObject> filter = jsonParameter(request, "filter");
    const std::optional<QJsonObject> sort = jsonParameter(request, "sort");
    if (!filter || !sort)
        return u"filter and sort are JSON objects"_s;
    if (!filter->isEmpty()) {
        if (const QString error = secodaFilterError(*filter, m_fields); !error.isEmpty())
            return u"filter: "_s + error;
    }
    return sort->isEmpty() ? QString() : sortError(*sort, m_fields);
}

Response SecodaServer::respondWithAuditLogs(const Request &request)
{
    if (const QString error = queryError(request); !error.isEmpty())
        return refuse(error, detail(400, error));
    beginPage();
    const QJsonObject filter = *jsonParameter(request, "filter");
    std::vector<const Row *> chosen = ordered(request);
    if (!filter.isEmpty())
        std::erase_if(chosen,
                      [&filter](const Row *row) { return !secodaFilterMatches(filter, row->fields); });
    const std::optional<Slice> page = slice(chosen, request.parameter("page"));
    if (!page)
        return refuse(u"a page that is not there"_s, detail(404, u"Invalid page."_s));
    return Response::json("{\"results\":[" + joined(page->rows) + "]," + page->totals + "}");
}

std::vector<const SecodaServer::Row *> SecodaServer::ordered(const Request &request) const
{
    const QJsonObject sort = *jsonParameter(request, "sort");
    std::vector<const Row *> all = sortedRows(sort.value(u"order").toString() == u"desc");
    if (sort.isEmpty() || m_ignoresSort) {
        std::ranges::sort(all, {}, [](const Row *row) {
            return QCryptographicHash::hash(row->event.id, QCryptographicHash::Md5);
        });
    } else if (const QString field = sort.value(u"field").toString(); field != u"logged_at") {
        const bool descending = sort.value(u"order").toString() == u"desc";
        std::ranges::stable_sort(all, [&](const Row *left, const Row *right) {
            const QString a = left->fields.value(field).toString();
            const QString b = right->fields.value(field).toString();
            return descending ? b < a : a < b;
        });
    }
    return all;
}

std::optional<SecodaServer::Slice> SecodaServer::slice(const std::vector<const Row *> &rows,
                                                       const QByteArray &page) const
{
    const qint64 count = std::ssize(rows);
    const qint64 pages = std::max<qint64>(1, (count + m_pageSize - 1) / m_pageSize);
    const qint64 number = page.isNull() ? 1 : page.toLongLong();
    if (number < 1 || number > pages)
        return {};
    const auto optionalPage = [](qint64 value, bool there) {
        return there ? QJsonValue(value) : QJsonValue();
    };
    const QJsonObject meta{
        {u"page"_s, number},
        {u"previous_page"_s, optionalPage(number - 1, number > 1)},
        {u"next_page"_s, m_stuck ? QJsonValue(number) : optionalPage(number + 1, number < pages)},
        {u"count"_s, count},
        {u"total_pages"_s, pages},
    };
    const auto first = rows.begin() + std::min(count, (number - 1) * m_pageSize);
    const auto last = rows.begin() + std::min(count, number * m_pageSize);
    return Slice{.rows = {first, last},
                 .totals = "\"total_pages\":" + QByteArray::number(pages)
                     + ",\"count\":" + QByteArray::number(count) + ",\"meta\":" + compact(meta)};
}

Response SecodaServer::respondWithResourceLogs(const Request &request)
{
    std::vector<const Row *> all = sortedRows(true);
    const QString resource = QString::fromUtf8(request.parameter("resource_id"));
    std::erase_if(all,
                  [&](const Row *row) { return row->fields.value(u"resource_id").toString() != resource; });
    const std::optional<Slice> page = slice(all, request.parameter("page"));
    if (!page)
        return refuse(u"a page that is not there"_s, detail(404, u"Invalid page."_s));
    std::vector<const Row *> plain;
    QMap<QString, std::vector<const Row *>> versions;
    for (const Row *row : page->rows) {
        const QString version = row->fields.value(u"version_history_id").toString();
        (version.isEmpty() ? plain : versions[version]).push_back(row);
    }
    QByteArray histories;
    for (auto version = versions.cbegin(); version != versions.cend(); ++version)
        histories += (histories.isEmpty() ? "" : ",") + versionHistory(version.key(), version.value());
    return Response::json("{\"non_versioned_logs\":[" + joined(plain) + "],\"version_histories\":["
                          + histories + "]," + page->totals + "}");
}

QByteArray SecodaServer::versionHistory(const QString &id, const std::vector<const Row *> &rows)
{
    const QJsonObject newest = rows.front()->fields;
    const QJsonObject changed = newest.value(u"metadata").toObject();
    const QJsonObject metadata{
        {u"prev"_s, changed.value(u"prev").toObject()},
        {u"current"_s, changed.value(u"current").toObject()},
        {u"definition_diff"_s, QJsonObject{}},
        {u"description_diff"_s, QJsonObject{}},
        {u"secoda_entity_property_snapshot"_s, QJsonValue()},
    };
    const QByteArray history = compact({
        {u"id"_s, id},
        {u"created_at"_s, rows.back()->fields.value(u"created_at")},
        {u"updated_at"_s, newest.value(u"updated_at")},
        {u"latest_activity_logged_at"_s, newest.value(u"logged_at")},
        {u"resource_id"_s, newest.value(u"resource_id")},
        {u"metadata"_s, metadata},
        {u"is_legacy"_s, false},
        {u"secoda_entity_type"_s, newest.value(u"secoda_entity_type")},
        {u"older_than_thirty_days"_s, QJsonValue()},
    });
    // The events keep their bytes, so they are put in by hand.
    return history.chopped(1) + ",\"activity_logs\":[" + joined(rows) + "]}";
}

} // namespace Trailglass::Support
