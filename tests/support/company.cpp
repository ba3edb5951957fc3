// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/company.h"

#include "models/core/clock.h"

#include <algorithm>

namespace Trailglass::Support {

namespace {

/// How the events spread over the vendors, of Company::DefaultEvents.
constexpr int AsanaShare = 2400;
constexpr int SecodaShare = 1200;
constexpr int DatafoldShare = 900;
constexpr int ParadimeShare = 700;
constexpr int NectedShare = 1100;
static_assert(AsanaShare + SecodaShare + DatafoldShare + ParadimeShare + NectedShare
              == Company::DefaultEvents);

/// Whatever Nected runs, runs for a program; elsewhere people do most of it.
int programsPerThousand(Vendor vendor)
{
    return vendor == Vendor::Nected ? 500 : 180;
}

} // namespace

Company::Company(const Options &options)
    : m_options(options)
    , m_calendar(options.now)
    , m_later(options.seed, "later")
{
    const quint64 seed = options.seed;
    const auto scaled = [&options](int share) {
        return static_cast<int>(qint64{share} * options.events / DefaultEvents);
    };
    const Incident incident(m_staff);
    tell(Vendor::Asana, std::make_unique<AsanaStory>(m_staff, seed), incident.asana, scaled(AsanaShare));
    tell(Vendor::Secoda, std::make_unique<SecodaStory>(m_staff, seed), incident.secoda, scaled(SecodaShare));
    tell(Vendor::Datafold, std::make_unique<DatafoldStory>(seed), incident.datafold, scaled(DatafoldShare));
    tell(Vendor::Paradime, std::make_unique<ParadimeStory>(seed), incident.paradime, scaled(ParadimeShare));
    tell(Vendor::Nected, std::make_unique<NectedStory>(seed), incident.nected, scaled(NectedShare));
}

VendorEvent Company::moreOf(Vendor vendor, UtcMicros created)
{
    return m_stories.at(vendor)->next(momentOf(somebody(vendor, m_later), created));
}

Moment Company::momentOf(const Person &person, UtcMicros time) const
{
    const bool isContractorGone = time >= removal();
    return {.time = time,
            .person = isContractorGone ? &m_staff.withoutContractor(person) : &person,
            .isContractorGone = isContractorGone};
}

const Person &Company::somebody(Vendor vendor, Random &random) const
{
    if (random.chance(programsPerThousand(vendor)))
        return random.pick(m_staff.serviceAccounts());
    return random.pick(vendor == Vendor::Asana ? m_staff.people() : m_staff.dataPeople());
}

QList<Moment> Company::moments(Vendor vendor, int count)
{
    Random random(m_options.seed,
                  QByteArray("moments of " + QByteArray::fromStdString(std::string(name(vendor)))));
    QList<Moment> moments;
    for (int index = 0; index < count; ++index) {
        const Person &person = somebody(vendor, random);
        moments.append(momentOf(person, m_calendar.moment(random, person)));
    }
    std::ranges::stable_sort(moments, {}, &Moment::time);
    // What is done to many things at once bears one time.
    constexpr int TogetherPerThousand = 25;
    for (qsizetype index = 1; index < moments.size(); ++index) {
        if (random.chance(TogetherPerThousand))
            moments[index] = moments[index - 1];
    }
    return moments;
}

template <class StoryOfVendor, class Fields>
void Company::tell(Vendor vendor, std::unique_ptr<StoryOfVendor> story, const QList<Step<Fields>> &incident,
                   int count)
{
    Random random(m_options.seed,
                  QByteArray("incident in " + QByteArray::fromStdString(std::string(name(vendor)))));
    QList<VendorEvent> &events = m_events[vendor];
    QList<QByteArray> &incidentIds = m_incidentIds[vendor];
    auto step = incident.begin();
    const auto tellIncidentUntil = [&](UtcMicros time) {
        for (; step != incident.end() && incidentStart() + step->second * UtcMicros::PerSecond < time;
             ++step) {
            const qint64 fraction = random.below(UtcMicros::PerSecond);
            events.append(story->compose(incidentStart() + step->second * UtcMicros::PerSecond + fraction,
                                         step->fields));
            incidentIds.append(events.last().id);
        }
    };
    for (const Moment &moment : moments(vendor, count)) {
        tellIncidentUntil(moment.time);
        events.append(story->next(moment));
    }
    tellIncidentUntil(m_options.now);
    std::ranges::stable_sort(events, {}, &VendorEvent::created);
    m_stories[vendor] = std::move(story);
}

UtcMicros today()
{
    const UtcMicros now = SystemClock().now();
    return now - now.value % UtcMicros::PerDay;
}

} // namespace Trailglass::Support
