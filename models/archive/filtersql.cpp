// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/filtersql.h"

#include "models/archive/eventtable.h"
#include "models/archive/fieldsql.h"
#include "models/archive/pathsql.h"
#include "models/archive/termtests.h"
#include "models/archive/timesql.h"
#include "models/core/timefield.h"
#include "models/core/translation.h"
#include "models/filter/conjunction.h"
#include "models/filter/createdinterval.h"
#include "models/filter/fieldnames.h"
#include "models/filter/timewindows.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace Trailglass {

namespace {

using Filter::NodePointer;

/// What a condition reads of each event, least first: a server that stops at the first one that decides saves the rest.
enum class Cost
{
    Numbers,
    CodedTexts,
    Texts,
    Paths,
    RawTexts,
};

struct CostedSql
{
    ArchiveSql sql;
    Cost cost = Cost::Numbers;
    bool isOpen = false; ///< lacks what the client has to evaluate
};

Error notInArchive(const Filter::FieldReference &field)
{
    return {
        ErrorKind::Usage,
        Trailglass::tr("An archive has no reviews, marks and notes: they belong to a workspace. Remove “%1” "
                       "from the filter, or open a workspace.")
            .arg(Filter::fieldReferenceName(field))};
}

Cost costOf(Field field)
{
    if (field == Field::Raw)
        return Cost::RawTexts;
    return isCodedColumn(field) ? Cost::CodedTexts : Cost::Texts;
}

/// From the first to after the last event that the filter can find.
Result<TimeWindow> findableTime(const NodePointer &tree, const FilterSqlContext &context)
{
    TRY(const TimeWindow created, Filter::createdInterval(tree, context.query));
    TimeWindow window = context.events;
    if (created.from)
        window.from = std::max(*window.from, *created.from);
    if (created.to)
        window.to = std::max(*window.from + 1, std::min(*window.to, *created.to));
    return window;
}

class FilterSqlWriter
{
public:
    FilterSqlWriter(const NodePointer &tree, const FilterSqlContext &context)
        : m_tree(tree)
        , m_context(context)
    {
    }

    Result<FilterSql> write()
    {
        std::vector<CostedSql> closed;
        for (const NodePointer &part : Filter::conjuncts(m_tree)) {
            TRY(auto sql, std::visit(*this, part->content));
            if (!sql.isOpen)
                closed.push_back(std::move(sql));
        }
        return FilterSql{combined(std::move(closed), allOf).sql, std::move(m_open)};
    }

    Result<CostedSql> operator()(const Filter::All &) { return CostedSql{"1"}; }

    Result<CostedSql> operator()(const Filter::Term &term)
    {
        if (const auto *field = std::get_if<Field>(&term.field))
            return fieldTerm(term, *field);
        if (std::holds_alternative<Filter::ReviewField>(term.field))
            return notInArchive(term.field);
        if (std::holds_alternative<Filter::DerivedField>(term.field)) {
            TRY(const LocalTimeSql *zone, localTime());
            return CostedSql{derivedTermSql(term, *zone)};
        }
        TRY(auto path, pathSql(term, m_context.query, m_context.evaluated));
        const bool isOpen = note(path.open);
        return CostedSql{std::move(path.condition), Cost::Paths, isOpen};
    }

    Result<CostedSql> operator()(const Filter::Text &text)
    {
        return CostedSql{freeTextSql(text.text), Cost::RawTexts};
    }

    Result<CostedSql> operator()(const Filter::PresetReference &preset)
    {
        return Error{
            ErrorKind::Usage,
            Trailglass::tr("Preset “%1” was not expanded.").arg(QString::fromStdString(preset.name))};
    }

    Result<CostedSql> operator()(const Filter::Not &node)
    {
        TRY(auto child, std::visit(*this, node.child->content));
        child.sql = "NOT (" + child.sql + ")";
        return child;
    }

    Result<CostedSql> operator()(const Filter::And &node) { return combination(node.children, allOf); }
    Result<CostedSql> operator()(const Filter::Or &node) { return combination(node.children, anyOf); }

private:
    using Combine = ArchiveSql (*)(const std::vector<ArchiveSql> &);

    Result<CostedSql> fieldTerm(const Filter::Term &term, Field field)
    {
        if (isTime(field)) {
            TRY(const auto windows, Filter::resolveTimes(term, m_context.query));
            return CostedSql{isInWindows(ArchiveSql::identifier(archiveColumnName(field)), windows)};
        }
        TRY(const auto tests, termTests(term, m_context.evaluated));
        const bool isOpen = note(tests.open);
        return CostedSql{fieldSql(field, tests), costOf(field), isOpen};
    }

    Result<CostedSql> combination(const std::vector<NodePointer> &nodes, Combine combine)
    {
        std::vector<CostedSql> children;
        for (const NodePointer &node : nodes) {
            TRY(auto child, std::visit(*this, node->content));
            children.push_back(std::move(child));
        }
        return combined(std::move(children), combine);
    }

    static CostedSql combined(std::vector<CostedSql> parts, Combine combine)
    {
        std::ranges::stable_sort(parts, {}, &CostedSql::cost);
        CostedSql whole;
        std::vector<ArchiveSql> conditions;
        for (CostedSql &part : parts) {
            whole.cost = std::max(whole.cost, part.cost);
            whole.isOpen = whole.isOpen || part.isOpen;
            conditions.push_back(std::move(part.sql));
        }
        whole.sql = combine(conditions);
        return whole;
    }

    /// \returns whether there are any
    bool note(const std::vector<ClientRegex> &open)
    {
        for (const ClientRegex &regex : open) {
            if (std::ranges::find(m_open, regex) == m_open.end())
                m_open.push_back(regex);
        }
        return !open.empty();
    }

    /// Made when it is first needed.
    Result<const LocalTimeSql *> localTime()
    {
        if (!m_localTime) {
            TRY(m_localTime, localTimeSql(m_tree, m_context));
        }
        return &*m_localTime;
    }

    const NodePointer &m_tree;
    const FilterSqlContext &m_context;
    std::vector<ClientRegex> m_open;
    std::optional<LocalTimeSql> m_localTime;
};

} // namespace

Result<LocalTimeSql> localTimeSql(const NodePointer &tree, const FilterSqlContext &context)
{
    TRY(const TimeWindow window, findableTime(tree, context));
    return LocalTimeSql::make(context.query.displayZone, window);
}

Result<FilterSql> filterSql(const NodePointer &tree, const FilterSqlContext &context)
{
    return FilterSqlWriter(tree, context).write();
}

} // namespace Trailglass
