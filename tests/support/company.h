// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/incident.h"
#include "tests/support/workcalendar.h"

#include <QMap>

#include <map>

namespace Trailglass::Support {

/// A made-up company's quarter of audit events in five vendors' products.
///
/// The same seed and end give the same bytes on every platform. Whom and what there is to find: COMPANY.md.
/// \thread one
class Company
{
public:
    struct Options
    {
        quint64 seed = 1;
        UtcMicros now; ///< end of the quarter, exclusive; no event is later
        int events = DefaultEvents; ///< ordinary ones of all five vendors together; the incident comes on top
    };
    static constexpr int DefaultEvents = 6300;

    explicit Company(const Options &options);
    Company(const Company &) = delete;
    Company &operator=(const Company &) = delete;

    /// Oldest first.
    [[nodiscard]] const QList<VendorEvent> &events(Vendor vendor) const { return m_events.at(vendor); }

    /// One more ordinary event, by somebody, at this time, with an id of its own. Not listed in events().
    [[nodiscard]] VendorEvent moreOf(Vendor vendor, UtcMicros created);

    /// Ids of the events that belong to the incident, the cleaning up on Monday included.
    [[nodiscard]] const QList<QByteArray> &incidentIds(Vendor vendor) const
    {
        return m_incidentIds.at(vendor);
    }

    [[nodiscard]] UtcMicros incidentStart() const { return m_calendar.saturday() + Incident::StartOfDay; }
    /// From then on the contractor's account does nothing, and nothing is done to it.
    [[nodiscard]] UtcMicros removal() const
    {
        return incidentStart() + Incident::Removal * UtcMicros::PerSecond;
    }
    [[nodiscard]] const WorkCalendar &calendar() const { return m_calendar; }
    [[nodiscard]] const Staff &staff() const { return m_staff; }

private:
    /// Somebody does something; nobody does it with an account that is gone.
    [[nodiscard]] Moment momentOf(const Person &person, UtcMicros time) const;
    [[nodiscard]] QList<Moment> moments(Vendor vendor, int count);
    [[nodiscard]] const Person &somebody(Vendor vendor, Random &random) const;
    template <class StoryOfVendor, class Fields>
    void tell(Vendor vendor, std::unique_ptr<StoryOfVendor> story, const QList<Step<Fields>> &incident,
              int count);

    Options m_options;
    Staff m_staff;
    WorkCalendar m_calendar;
    Random m_later; ///< for moreOf()
    std::map<Vendor, std::unique_ptr<Story>> m_stories;
    std::map<Vendor, QList<VendorEvent>> m_events;
    std::map<Vendor, QList<QByteArray>> m_incidentIds;
};

/// The beginning of the current day in UTC: the end of the company's quarter for programs that use the system's
/// clock.
[[nodiscard]] UtcMicros today();

} // namespace Trailglass::Support
