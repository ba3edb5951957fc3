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
        const std::string value = valueOf(field);
        if (value.empty())
            return;
        NodePointer tree = having(field, value, ofOneSource);
        if (relation == Relation::ActorNearby)
            tree = around(tree, m_record.event.created);
        m_queries.push_back({relation, value, std::move(tree)});
    }

    void addIdentity()
    {
        std::vector<NodePointer> alternatives;
        std::string values;
        for (const Field field : {Field::ActorEmail, Field::ActorName, Field::ActorId}) {
            const std::string value = valueOf(field);
            if (value.empty())
                continue;
            alternatives.push_back(having(field, value, field == Field::ActorId));
            if (!values.empty())
                values += " · ";
            values += value;
        }
        if (alternatives.empty())
            return;
        NodePointer tree = alternatives.size() == 1 ? alternatives.front()
                                                    : Filter::makeNode(Filter::Or{std::move(alternatives)});
        m_queries.push_back({Relation::Identity, std::move(values), std::move(tree)});
    }

    [[nodiscard]] std::vector<RelatedQuery> take() { return std::move(m_queries); }

private:
    /// Empty where a filter cannot hold it.
    [[nodiscard]] std::string valueOf(Field field) const
    {
        std::string scratch;
        std::string value(fieldText(m_record, field, scratch));
        return value.size() > LongestFilterValue ? std::string() : value;
    }
    [[nodiscard]] NodePointer having(Field field, const std::string &value, bool ofOneSource) const
    {
        const NodePointer tree = Filter::including(Filter::makeNode(Filter::All{}), field, value);
        return ofOneSource ? Filter::including(tree, Field::Source, m_record.source) : tree;
    }

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
    queries.addIdentity();
    queries.add(Relation::Correlation, Field::Correlation);
    const bool hasTargetId = !record.event.target.id.empty();
    queries.add(Relation::Target, hasTargetId ? Field::TargetId : Field::TargetName, true);
    if (hasTargetId)
        queries.add(Relation::TargetName, Field::TargetName, true);
    queries.add(Relation::Address, Field::Ip);
    queries.add(Relation::Action, Field::Action);
    return queries.take();
}

} // namespace Trailglass
