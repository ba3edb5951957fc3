// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/query/queryyardstick.h"

#include "models/filter/fieldnames.h"
#include "models/filter/filter.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/plainquery.h"

#include <array>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t PageSize = 300; // so that blocks are full, cut and of several sources in turn

} // namespace

QueryYardstick::QueryYardstick()
{
    fill();
    m_records = m_workspace.records();
}

void QueryYardstick::fill()
{
    EventGenerator generator(20261121);
    const std::array sources{m_workspace.addSource(u"team"_s, u"asana"_s),
                             m_workspace.addSource(u"rules"_s, u"nected"_s),
                             m_workspace.addSource(u"jobs"_s, u"paradime"_s)};
    int number = 0;
    for (int page = 0; page < 6; ++page) {
        std::vector<Event> events;
        while (events.size() < PageSize) {
            events.push_back(generator.event("e" + std::to_string(++number)));
            events.back().revised = UtcMicros{1};
        }
        // Some events of the source's page before come back changed: their rows are superseded.
        const int before = (page - 3) * static_cast<int>(PageSize);
        for (int again = before + 1; before >= 0 && again <= before + 30; ++again) {
            Event changed = generator.event("e" + std::to_string(again));
            changed.revised = UtcMicros{page + 2};
            events.push_back(std::move(changed));
        }
        // Row numbers have gaps, and an index has segments.
        m_workspace.skipRows(page * 50'000);
        m_workspace.commit(sources[static_cast<std::size_t>(page) % sources.size()], std::move(events),
                           *parseTime("2026-11-20T10:00:00Z") + page * UtcMicros::PerDay / 8);
    }
}

const RowList &QueryYardstick::rows(const QString &expression)
{
    const auto [known, isNew] = m_rows.try_emplace(expression);
    RowList &rows = known->second;
    if (!isNew)
        return rows;
    rows = PlainQuery::matchingRows(m_records, filter(expression), m_context);
    return rows;
}

Filter::NodePointer QueryYardstick::filter(const QString &expression)
{
    const auto parsed = Filter::parse(expression);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        qFatal("%s: %s", qPrintable(expression), qPrintable(error->message));
    return std::get<Filter::NodePointer>(parsed);
}

Filter::FieldReference QueryYardstick::field(const QString &name)
{
    const auto parsed = Filter::parseFieldReference(name);
    if (!std::holds_alternative<Filter::FieldReference>(parsed))
        qFatal("%s", qPrintable(name));
    return std::get<Filter::FieldReference>(parsed);
}

} // namespace Trailglass
