// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/nectedserver.h"

#include "tests/support/nectedquery.h"

#include <QJsonDocument>

#include <algorithm>

namespace Trailglass::Support {

using namespace Qt::StringLiterals;

const QString NectedServer::Branch = u"main"_s;

namespace {

const QString ApiKey = u"demo-nected-key"_s;
const QStringList Modules{u"audit"_s, u"user-management"_s, u"rule-engine"_s};

Response error(int status, const QString &message)
{
    return Response::json(QJsonDocument(QJsonObject{{u"error"_s, message}}).toJson(QJsonDocument::Compact),
                          status);
}

Response coded(int status, const QString &code, const QString &message)
{
    const QJsonObject body{{u"code"_s, code}, {u"message"_s, message}};
    return Response::json(QJsonDocument(body).toJson(QJsonDocument::Compact), status);
}

} // namespace

QMap<QString, QString> NectedServer::settings() const
{
    return {{u"base_url"_s, http().url().toString()}};
}

QMap<QString, QString> NectedServer::secrets() const
{
    return {{u"api_key"_s, ApiKey}};
}

Response NectedServer::respond(const Request &request)
{
    QStringList steps =
        QString::fromUtf8(QByteArray::fromPercentEncoding(request.path)).split(u'/').sliced(1);
    const bool v1 = steps.value(1) == u"v1";
    if (v1)
        steps.removeAt(1);
    if (steps.size() != 4 || steps.at(0) != u"dev" || steps.at(1) != u"audit" || request.method != "GET")
        return refuse(u"wrong method or path"_s, error(404, u"Not found."_s));
    if (request.header("nected-api-key") != ApiKey.toUtf8())
        return refuse(u"wrong or missing nected-api-key"_s,
                      error(401, u"Unauthorized access. Invalid API key."_s));
    if (v1 && request.header("Nected-Branch") != Branch.toUtf8())
        return refuse(u"wrong or missing Nected-Branch"_s,
                      coded(400, u"BAD_REQUEST"_s, u"Nected-Branch header is required."_s));
    if (!Modules.contains(steps.at(2)))
        return refuse(u"unknown module"_s, error(404, u"Module not found."_s));
    if (steps.at(3) == u"search")
        return respondToSearch(request);
    return respondToDetail(request, steps.at(3));
}

Response NectedServer::respondToSearch(const Request &request)
{
    const NectedQuery query(request, request.path.startsWith("/dev/v1/"));
    if (!query.error().isEmpty())
        return refuse(query.error(), coded(400, u"BAD_REQUEST"_s, query.error()));
    const qint64 from = (query.pageNumber() - 1) * query.pageSize();
    if (from + query.pageSize() > m_resultWindow)
        return refuse(
            u"beyond the result window"_s,
            coded(400, u"BAD_REQUEST"_s,
                  u"Result window is too large, from + size must be less than or equal to: [%1]."_s.arg(
                      m_resultWindow)));
    beginPage();
    if (m_failing)
        return coded(200, u"INTERNAL_SERVER_ERROR"_s, u"Search is unavailable."_s);
    std::vector<const Row *> chosen = sortedRows(query.newestFirst());
    std::erase_if(chosen, [&query](const Row *row) { return !query.matches(row->event, row->fields); });
    const qint64 total = std::min<qint64>(std::ssize(chosen), m_resultWindow);
    const auto first = chosen.begin() + std::min<qint64>(from, std::ssize(chosen));
    const auto last = chosen.begin() + std::min<qint64>(from + query.pageSize(), std::ssize(chosen));
    const qint64 pages = (total + query.pageSize() - 1) / query.pageSize();
    return Response::json("{\"totalCount\":" + QByteArray::number(total)
                          + ",\"totalPages\":" + QByteArray::number(pages)
                          + ",\"pageNo\":" + QByteArray::number(query.pageNumber())
                          + ",\"pageSize\":" + QByteArray::number(query.pageSize()) + ",\"data\":["
                          + joined({first, last}) + "],\"code\":\"success\",\"message\":\"success.\"}");
}

Response NectedServer::respondToDetail(const Request &request, const QString &logId)
{
    const auto ofId = [](const QString &id) {
        return [id](const Row &row) {
            return row.event.id == id.toUtf8();
        };
    };
    for (const Parameter &parameter : request.parameters()) {
        if (parameter.name != "pageNo" && parameter.name != "pageSize")
            return refuse(u"unknown parameter of the detail"_s,
                          coded(400, u"BAD_REQUEST"_s, u"unknown parameter"_s));
    }
    const auto found = std::ranges::find_if(rows(), ofId(logId));
    if (found == rows().end())
        return refuse(u"unknown log id"_s, error(404, u"Audit log entry not found."_s));
    std::vector<const Row *> parents;
    std::vector<const Row *> children;
    const QString root = found->fields.value(u"rootNode").toObject().value(u"logId").toString();
    for (const Row &row : rows()) {
        if (row.event.id == root.toUtf8() && root != logId)
            parents.push_back(&row);
        else if (row.fields.value(u"rootNode").toObject().value(u"logId").toString() == logId
                 && row.event.id != logId.toUtf8())
            children.push_back(&row);
    }
    const auto number = [&request](QByteArrayView name, qint64 fallback) {
        const qint64 value = request.parameter(name).toLongLong();
        return value > 0 ? value : fallback;
    };
    const qint64 page = number("pageNo", 1);
    const qint64 size = std::min(number("pageSize", MaxPageSize), MaxPageSize);
    const auto at = [&children](qint64 place) {
        return children.begin() + std::min<qint64>(place, std::ssize(children));
    };
    return Response::json(
        "{\"pageNo\":" + QByteArray::number(page) + ",\"pageSize\":" + QByteArray::number(size)
        + ",\"data\":{\"detail\":" + found->event.raw + ",\"parent\":[" + joined(parents) + "],\"children\":["
        + joined({at((page - 1) * size), at(page * size)}) + "],\"totalChildren\":"
        + QByteArray::number(std::ssize(children)) + "},\"code\":\"success\",\"message\":\"success.\"}");
}

} // namespace Trailglass::Support
