// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sources/poolservers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>
#include <iterator>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QString timeText(UtcMicros time)
{
    return QString::fromStdString(formatTime(time));
}

QJsonObject datafoldBody(const HttpRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

/// A place in Asana's list, as its offset.
QString offsetAfter(const PoolEvent &event)
{
    return QString::number(event.created.value) + u'.' + event.id;
}

PoolEvent placeOf(const QString &offset)
{
    return {offset.section(u'.', 1), UtcMicros{offset.section(u'.', 0, 0).toLongLong()}};
}

/// Rows of events that were never changed say nothing of versions.
QJsonObject withVersion(QJsonObject row, const PoolEvent &event)
{
    if (event.version > 0)
        row.insert(u"version"_s, event.version);
    return row;
}

Response bodyOf(const QJsonObject &object)
{
    return {QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

} // namespace

std::unique_ptr<PoolServer> poolServer(Vendor vendor, EventPool &pool)
{
    switch (vendor) {
    case Vendor::Asana:
        return std::make_unique<AsanaServer>(pool);
    case Vendor::Secoda:
        return std::make_unique<SecodaServer>(pool);
    case Vendor::Datafold:
        return std::make_unique<DatafoldServer>(pool);
    case Vendor::Paradime:
        return std::make_unique<ParadimeServer>(pool);
    case Vendor::Nected:
        return std::make_unique<NectedServer>(pool);
    }
    Q_UNREACHABLE();
}

void liveThroughKilledRuns(SourceDriver &driver, PoolServer &server, EventPool &pool, int maxPages)
{
    for (int run = 0; run < 12; ++run) {
        driver.sync(pool.now(), pool.random().bounded(1, maxPages + 1));
        pool.wait(pool.random().bounded(60) * UtcMicros::PerMinute);
    }
    server.beforeResponse = [] {
    };
}

QString parameter(const HttpRequest &request, const QString &name)
{
    return QUrlQuery(request.url).queryItemValue(name, QUrl::FullyDecoded);
}

TimeWindow nectedDates(const HttpRequest &request)
{
    return {parseTime(parameter(request, u"startDate"_s).toStdString()),
            parseTime(parameter(request, u"endDate"_s).toStdString())};
}

TimeWindow datafoldDates(const HttpRequest &request)
{
    const auto read = [&](const QString &name) {
        return parseTime(datafoldBody(request).value(name).toString().toStdString());
    };
    return {read(u"start_date"_s), read(u"end_date"_s)};
}

Response PoolServer::operator()(const HttpRequest &request)
{
    beforeResponse();
    Response response = respond(request);
    if (saysTheTime)
        response.date = UtcMicros{m_pool.now().value / UtcMicros::PerSecond * UtcMicros::PerSecond};
    return response;
}

/// Only what is on the page is copied, for which a list in the order of the pool need not be arranged.
QList<PoolEvent> PoolServer::newestFirst(const TimeWindow &dates, qsizetype skip, qsizetype most)
{
    if (!order)
        return m_pool.newestFirst(dates, skip, most);
    QList<PoolEvent> events = m_pool.newestFirst(dates);
    order(events);
    return events.mid(skip, most);
}

QList<PoolEvent> AsanaServer::page(const QString &offset, const TimeWindow &dates)
{
    const QList<PoolEvent> &all = pool().events();
    if (order) {
        QList<PoolEvent> events;
        std::ranges::copy_if(all, std::back_inserter(events),
                             [&dates](const PoolEvent &event) { return dates.contains(event.created); });
        order(events);
        const PoolEvent last = placeOf(offset);
        const auto found = std::ranges::find_if(events, [&last](const PoolEvent &event) {
            return event.id == last.id && event.created == last.created;
        });
        const qsizetype next = offset.isEmpty() || found == events.end() ? 0 : found - events.begin() + 1;
        return events.mid(next, PageSize);
    }
    auto event = all.begin();
    if (!offset.isEmpty()) {
        event = std::upper_bound(
            event, all.end(), placeOf(offset), [](const PoolEvent &left, const PoolEvent &right) {
                return std::tie(left.created, left.id) < std::tie(right.created, right.id);
            });
    }
    QList<PoolEvent> events;
    for (; event != all.end() && events.size() < PageSize; ++event) {
        if (dates.contains(event->created))
            events.append(*event);
    }
    return events;
}

Response AsanaServer::respond(const HttpRequest &request)
{
    QString offset = parameter(request, u"offset"_s);
    if (!offset.isEmpty() && offsetsExpired) {
        offsetsExpired = false;
        return {{}, Error{ErrorKind::Rejected, u"offset: Your pagination token has expired."_s, {}, 400}};
    }
    const TimeWindow dates{parseTime(parameter(request, u"start_at"_s).toStdString()),
                           parseTime(parameter(request, u"end_at"_s).toStdString())};
    const QList<PoolEvent> events = page(offset, dates);
    QJsonArray rows;
    for (const PoolEvent &event : events) {
        rows.append(withVersion({{u"gid"_s, event.id},
                                 {u"created_at"_s, timeText(event.created)},
                                 {u"event_type"_s, u"task_deleted"_s}},
                                event));
    }
    if (!events.isEmpty())
        offset = offsetAfter(events.last());
    const QJsonValue next = offset.isEmpty() ? QJsonValue() : QJsonValue(QJsonObject{{u"offset"_s, offset}});
    return bodyOf({{u"data"_s, rows}, {u"next_page"_s, next}});
}

Response SecodaServer::respond(const HttpRequest &request)
{
    const qsizetype page = parameter(request, u"page"_s).toLongLong();
    const qsizetype count = pool().events().size();
    const qsizetype pages = std::max<qsizetype>(1, (count + PageSize - 1) / PageSize);
    if (page < 1 || page > pages)
        return {{}, Error{ErrorKind::NotFound, u"Invalid page."_s, {}, 404}};
    const QList<PoolEvent> events = newestFirst({}, (page - 1) * PageSize, PageSize);
    QJsonArray rows;
    for (const PoolEvent &event : events)
        rows.append(withVersion({{u"id"_s, event.id}, {u"logged_at"_s, timeText(event.created)}}, event));
    const QJsonObject meta{{u"page"_s, page},
                           {u"next_page"_s, page < pages ? QJsonValue(page + 1) : QJsonValue()},
                           {u"count"_s, count},
                           {u"total_pages"_s, pages}};
    return bodyOf({{u"results"_s, rows}, {u"meta"_s, meta}});
}

Response NectedServer::respond(const HttpRequest &request)
{
    constexpr qsizetype SearchEnd = 10'000;
    const qsizetype size = parameter(request, u"pageSize"_s).toLongLong();
    const qsizetype page = ignoresPages ? 1 : parameter(request, u"pageNo"_s).toLongLong();
    if (size != 10 || page < 1 || page * size > SearchEnd)
        return {{}, Error{ErrorKind::Rejected, u"Result window is too large"_s, {}, 400}};
    const TimeWindow dates = ignoresDates ? TimeWindow() : nectedDates(request);
    const qsizetype total = pool().count(dates);
    const QList<PoolEvent> events = newestFirst(dates, (page - 1) * size, size);
    QJsonArray rows;
    for (const PoolEvent &event : events)
        rows.append(withVersion({{u"logId"_s, event.id}, {u"date"_s, timeText(event.created)}}, event));
    return bodyOf({{u"totalCount"_s, total},
                   {u"totalPages"_s, (total + size - 1) / size},
                   {u"pageNo"_s, page},
                   {u"pageSize"_s, size},
                   {u"data"_s, rows},
                   {u"code"_s, u"success"_s}});
}

Response DatafoldServer::respond(const HttpRequest &request)
{
    const TimeWindow dates = ignoresDates ? TimeWindow() : datafoldDates(request);
    QList<PoolEvent> events = pool().newestFirst(dates);
    if (endsAreExclusive) {
        events.removeIf(
            [&](const PoolEvent &event) { return event.created == dates.from || event.created == dates.to; });
    }
    if (events.size() > most)
        return {{}, tooMuch};
    std::shuffle(events.begin(), events.end(), pool().random());
    QJsonArray rows;
    for (const PoolEvent &event : std::as_const(events)) {
        rows.append(
            withVersion({{u"event_uuid"_s, event.id}, {u"timestamp"_s, timeText(event.created)}}, event));
    }
    return bodyOf({{u"logs"_s, rows}});
}

Response ParadimeServer::respond(const HttpRequest &)
{
    QJsonArray rows;
    for (const PoolEvent &event : pool().events()) {
        rows.append(withVersion({{u"id"_s, event.id},
                                 {u"createdDttm"_s, timeText(event.created)},
                                 {u"updatedDttm"_s, timeText(event.revised.value_or(event.created))}},
                                event));
    }
    return bodyOf({{u"data"_s, QJsonObject{{u"getAuditLogs"_s, QJsonObject{{u"auditLogs"_s, rows}}}}}});
}

} // namespace Trailglass
