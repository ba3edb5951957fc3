// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/vendorserver.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace Trailglass::Support {

namespace {

/// \source RFC 9110 §5.6.7
QByteArray httpDate(UtcMicros time)
{
    const QDateTime date = QDateTime::fromMSecsSinceEpoch(time.value / 1'000, Qt::UTC);
    return QLocale::c().toString(date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

} // namespace

VendorServer::VendorServer(QObject *parent)
    : QObject(parent)
    , m_http([this](const Request &request) { return handle(request); })
{
}

void VendorServer::setEvents(const QList<VendorEvent> &events)
{
    m_rows.clear();
    for (const VendorEvent &event : events)
        addEvent(event);
}

void VendorServer::addEvent(const VendorEvent &event)
{
    m_rows.push_back({event, QJsonDocument::fromJson(event.raw).object(), m_nextSequence++});
}

void VendorServer::replaceEvent(const VendorEvent &event)
{
    const auto row = std::ranges::find_if(m_rows, [&](const Row &each) { return each.event.id == event.id; });
    Q_ASSERT(row != m_rows.end());
    row->event = event;
    row->fields = QJsonDocument::fromJson(event.raw).object();
}

QList<VendorEvent> VendorServer::events() const
{
    QList<VendorEvent> events;
    for (const Row &row : m_rows)
        events.append(row.event);
    return events;
}

void VendorServer::beforePage(int number, std::function<void()> hook)
{
    m_hooks.insert(number, std::move(hook));
}

void VendorServer::resetPages()
{
    m_hooks.clear();
    m_pageCount = 0;
}

std::vector<const VendorServer::Row *> VendorServer::sortedRows(bool newestFirst) const
{
    std::vector<const Row *> sorted;
    for (const Row &row : m_rows)
        sorted.push_back(&row);
    std::ranges::sort(sorted, [newestFirst](const Row *left, const Row *right) {
        const auto leftKey = std::pair(left->event.created, left->sequence);
        const auto rightKey = std::pair(right->event.created, right->sequence);
        return newestFirst ? leftKey > rightKey : leftKey < rightKey;
    });
    return sorted;
}

void VendorServer::beginPage()
{
    ++m_pageCount;
    if (const auto hook = m_hooks.take(m_pageCount))
        hook();
}

Response VendorServer::refuse(const QString &reason, const Response &response)
{
    m_refusals.append(reason);
    return response;
}

QByteArray VendorServer::joined(const std::vector<const Row *> &rows)
{
    QByteArray bytes;
    for (const Row *row : rows) {
        if (!bytes.isEmpty())
            bytes += ',';
        bytes += row->event.raw;
    }
    return bytes;
}

Response VendorServer::handle(const Request &request)
{
    const QList<Fault> faults = m_faults.next();
    Request arrived = request;
    for (const Fault &fault : faults) {
        addArrival(fault.kind);
        arrived = spoiled(std::move(arrived), fault);
    }
    Response response = respond(arrived);
    for (const Fault &fault : faults)
        response = spoiled(std::move(response), fault);
    if (m_date)
        response.headers.append({"Date", httpDate(*m_date)});
    return response;
}

void VendorServer::addArrival(Fault::Kind kind)
{
    constexpr qint64 LateBy = 5 * UtcMicros::PerMinute;
    if ((kind != Fault::Kind::Late && kind != Fault::Kind::Shift) || !m_eventSource || m_rows.empty())
        return;
    const auto newest =
        std::ranges::max_element(m_rows, {}, [](const Row &row) { return row.event.created; });
    const UtcMicros created =
        kind == Fault::Kind::Late ? newest->event.created - LateBy : newest->event.created + 1;
    addEvent(m_eventSource(created));
}

} // namespace Trailglass::Support
