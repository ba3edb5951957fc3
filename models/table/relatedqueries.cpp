// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/relatedqueries.h"

#include "models/core/field.h"
#include "models/filter/edits.h"

namespace Trailglass {

namespace {

using Filter::NodePointer;

/// Bytes: with more the filter would be longer than one may be.
constexpr std::size_t LongestFilterValue = 8'192;

/// Whole seconds: `2026-11-20T09:05:00Z`, which stands for all of that second.
Filter::TimeValue secondOf(UtcMicros time)
{
    qint64 part = time.value % UtcMicros::PerSecond;
    part += part < 0 ? UtcMicros::PerSecond : 0;
    std::string text(formatTime(UtcMicros{time.value - part}));
    if (const std::size_t point = text.find('.'); point != std::string::npos)
        text.replace(point, std::string::npos, "Z");
    return {Filter::TimeValue::Absolute{std::move(text)}};
}

NodePointer around(const NodePointer &tree, UtcMicros time)
{
    const qint64 reach = RelatedMinutes * UtcMicros::PerMinute;
    return Filter::withCreated(
        tree,
        Filter::Value(Filter::RangeOf<Filter::TimeValue>{secondOf(UtcMicros{time.value - reach}),
                                                         secondOf(UtcMicros{time.value + reach})}));
}

class Queries
{
public:
    explicit Queries(const EventRecord &record)
        : m_record(record)
    {
    }

    void add(Relation relation, Field field, bool ofOneSource = false)
    {
        std::string scratch;
        const std::string value(fieldText(m_record, field, scratch));
        if (value.empty() || value.size() > LongestFilterValue)
            return;
        NodePointer tree = Filter::including(Filter::makeNode(Filter::All{}), field, value);
        if (ofOneSource)
            tree = Filter::including(tree, Field::Source, m_record.source);
        if (relation == Relation::ActorNearby)
            tree = around(tree, m_record.event.created);
        m_queries.push_back({relation, value, std::move(tree)});
    }

    [[nodiscard]] std::vector<RelatedQuery> take() { return std::move(m_queries); }

private:
    const EventRecord &m_record;
    std::vector<RelatedQuery> m_queries;
};

} // namespace

std::vector<RelatedQuery> relatedQueries(const EventRecord &record)
{
    Queries queries(record);
    queries.add(Relation::ActorNearby, Field::Actor);
    queries.add(Relation::Actor, Field::Actor);
    if (!record.event.actor.email.empty())
        queries.add(Relation::ActorName, Field::ActorName);
    queries.add(Relation::Correlation, Field::Correlation);
    queries.add(Relation::Target, record.event.target.id.empty() ? Field::TargetName : Field::TargetId, true);
    queries.add(Relation::Address, Field::Ip);
    queries.add(Relation::Action, Field::Action);
    return queries.take();
}

} // namespace Trailglass
