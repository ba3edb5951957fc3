// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/fakevendors.h"

#include <algorithm>

namespace Trailglass::Support {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const QMap<QString, QString> &values)
{
    QJsonObject object;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        object.insert(value.key(), value.value());
    return object;
}

QString timeText(UtcMicros time)
{
    return QString::fromStdString(formatTime(time));
}

QString nameOf(Vendor vendor)
{
    const std::string_view text = name(vendor);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

FakeVendors::FakeVendors(const Company::Options &options)
    : m_company(options)
{
    for (const Vendor vendor : Vendors) {
        server(vendor).setEvents(m_company.events(vendor));
        server(vendor).setEventSource(
            [this, vendor](UtcMicros created) { return m_company.moreOf(vendor, created); });
    }
}

bool FakeVendors::listen()
{
    return std::ranges::all_of(Vendors, [this](Vendor vendor) { return server(vendor).listen(); });
}

VendorServer &FakeVendors::server(Vendor vendor)
{
    switch (vendor) {
    case Vendor::Asana:
        return m_asana;
    case Vendor::Secoda:
        return m_secoda;
    case Vendor::Datafold:
        return m_datafold;
    case Vendor::Paradime:
        return m_paradime;
    case Vendor::Nected:
        return m_nected;
    }
    Q_UNREACHABLE();
}

bool FakeVendors::addFaults(const QByteArray &text)
{
    const qsizetype equals = text.indexOf('=');
    const std::optional<Vendor> vendor = vendorFromName(text.left(equals).toStdString());
    return equals > 0 && vendor && server(*vendor).faults().add(text.sliced(equals + 1));
}

QJsonObject FakeVendors::description()
{
    constexpr qint64 Night = 2 * UtcMicros::PerHour;
    QJsonObject vendors;
    for (const Vendor vendor : Vendors) {
        const VendorServer &each = server(vendor);
        vendors.insert(nameOf(vendor),
                       QJsonObject{{u"settings"_s, toJson(each.settings())},
                                   {u"secrets"_s, toJson(each.secrets())},
                                   {u"events"_s, m_company.events(vendor).size()}});
    }
    const QJsonObject incident{
        {u"start"_s, timeText(m_company.incidentStart())},
        {u"end"_s, timeText(m_company.incidentStart() + Night)},
        {u"actor"_s, QString::fromUtf8(m_company.staff().contractor().email)},
        {u"ip"_s, QString::fromLatin1(Incident::Address)},
    };
    return {{u"vendors"_s, vendors}, {u"incident"_s, incident}};
}

} // namespace Trailglass::Support
