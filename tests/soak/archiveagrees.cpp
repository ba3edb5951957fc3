// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// An archive finds what the workspace finds that pushed into it: rows, counts and facets of generated filters on generated
// events, some of which were replaced before and after they were pushed. The archive is Debian's clickhouse-server, started
// for each run. Most filters are evaluated many at a time (FilterBatch), some by the whole engine.

#include "tests/soak/filterbatch.h"
#include "tests/soak/law.h"

#include "models/archive/archiverow.h"
#include "models/filter/filter.h"
#include "models/query/rowlist.h"
#include "models/query/sortorder.h"
#include "tests/archive/clickhouseserver.h"
#include "tests/archive/pushedworkspacestage.h"
#include "tests/support/sanitizers.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

using namespace Qt::StringLiterals;

namespace Trailglass::Soak {

namespace {

using Testing::ClickHouseServer;
using Testing::PushedWorkspaceStage;

constexpr int AgreementShare = 1;
constexpr int Events = 400;
constexpr int Filters = generatedCases(600, 150);
constexpr int Alone = 50; ///< of so many filters one is evaluated by the whole engine
constexpr std::size_t MaxDepth = 4; ///< operators within each other

/// Coded ones, with values that the generator repeats.
const std::vector<Field> FacetFields{Field::Action, Field::Op, Field::Outcome, Field::ActorEmail, Field::Ip};

/// A generated filter, and what the workspace finds with it.
struct AskedFilter
{
    QString expression;
    FilterResult expected;
};

class Agreement
{
public:
    explicit Agreement(quint64 seed)
        : m_stage(std::make_unique<ClickHouseServer>(), seed, Events)
        , m_generator(seed * 2 + 1)
    {
    }

    [[nodiscard]] Report run();

private:
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<QString> compareAll();
    [[nodiscard]] Result<std::optional<FilterResult>> ofWorkspace(const Filter::NodePointer &filter);
    [[nodiscard]] Result<QString> compareAlone(const Filter::NodePointer &filter, const AskedFilter &asked);
    [[nodiscard]] Result<QString> compareBatch(FilterBatch &batch, std::vector<AskedFilter> &asked);
    [[nodiscard]] Result<QString> differingEvents();
    [[nodiscard]] static FacetRequest facetRequest();
    [[nodiscard]] static std::vector<FilterResult::Values> valuesOf(const std::vector<Facet> &facets);

    PushedWorkspaceStage m_stage;
    Trailglass::EventGenerator m_generator;
    QueryContext m_ofState; ///< of the archive, so that all queries are of one state
    Tally m_tally{.histories = 1};
};

FacetRequest Agreement::facetRequest()
{
    FacetRequest request;
    for (const Field field : FacetFields)
        request.fields.emplace_back(field);
    return request;
}

std::vector<FilterResult::Values> Agreement::valuesOf(const std::vector<Facet> &facets)
{
    std::vector<FilterResult::Values> values;
    for (const Facet &facet : facets) {
        FilterResult::Values ofField;
        for (const FacetValue &value : facet.values)
            ofField.emplace(value.value.value_or(std::string()), value.count);
        values.push_back(std::move(ofField));
    }
    return values;
}

Result<void> Agreement::begin()
{
    TRY(m_stage.begin());
    std::vector<int> changed;
    for (int number = 0; number < Events / 20; ++number)
        changed.push_back(1 + static_cast<int>(m_generator.below(Events)));
    m_stage.change(changed);
    TRY(m_stage.push());
    const auto filter = Filter::makeNode(Filter::All{});
    TRY(const auto all, m_stage.engine->select(filter, defaultSortOrder(), m_stage.context, {}));
    m_ofState = m_stage.context;
    m_ofState.state = all->state();
    m_tally.events = static_cast<qint64>(all->size());
    return {};
}

/// \returns nothing for a filter that is an error there: a pattern over its match limit
Result<std::optional<FilterResult>> Agreement::ofWorkspace(const Filter::NodePointer &filter)
{
    const auto found = m_stage.local->select(filter, defaultSortOrder(), m_stage.context, {});
    if (!found)
        return std::optional<FilterResult>();
    FilterResult result;
    for (const RowId row : *(*found)->list())
        result.rows.push_back(row.value);
    std::ranges::sort(result.rows);
    result.count = static_cast<qint64>(result.rows.size());
    TRY(const auto facets, m_stage.local->facets(filter, facetRequest(), m_stage.context, {}));
    result.facets = valuesOf(facets);
    return std::optional(std::move(result));
}

/// Rows stand for the same events in both.
Result<QString> Agreement::differingEvents()
{
    const auto filter = Filter::makeNode(Filter::All{});
    TRY(const auto all, m_stage.engine->select(filter, defaultSortOrder(), m_ofState, {}));
    TRY(const auto archived, m_stage.allOf(all, {0, all->size()}));
    const std::vector<EventRecord> stored = m_stage.workspace.records();
    std::map<qint64, const EventRecord *> byRow;
    for (const EventRecord &record : stored)
        byRow.emplace(record.row.value, &record);
    for (const EventRecord &record : archived) {
        const qint64 row = ArchiveRow::of(record.row).row.value;
        const auto here = byRow.find(row);
        if (here == byRow.end() || here->second->event.id != record.event.id
            || here->second->event.raw != record.event.raw)
            return u"row %1 is another event in the archive"_s.arg(row);
    }
    m_tally.comparisons += static_cast<qint64>(archived.size());
    return archived.size() == stored.size() ? QString() : u"the archive has %1 events"_s.arg(archived.size());
}

/// Through the whole engine: result, count, facets and a page.
Result<QString> Agreement::compareAlone(const Filter::NodePointer &filter, const AskedFilter &asked)
{
    TRY(const auto found, m_stage.engine->select(filter, defaultSortOrder(), m_ofState, {}));
    TRY(const auto local, m_stage.local->select(filter, defaultSortOrder(), m_stage.context, {}));
    TRY(const qint64 count, m_stage.engine->count(filter, m_ofState, {}));
    TRY(const auto facets, m_stage.engine->facets(filter, facetRequest(), m_ofState, {}));
    if (found->size() != asked.expected.rows.size() || count != asked.expected.count)
        return u"the engine counts %1 and %2 instead of %3: %4"_s.arg(found->size())
            .arg(count)
            .arg(asked.expected.count)
            .arg(asked.expression);
    if (valuesOf(facets) != asked.expected.facets)
        return QString(u"the engine counts other values: "_s + asked.expression);
    TRY(const auto records, m_stage.allOf(found, {0, found->size()}));
    std::size_t place = 0;
    for (const EventRecord &record : records) {
        const RowId row = (*local->list())[place++];
        if (ArchiveRow::of(record.row).row != row)
            return QString(u"the engine has another order: "_s + asked.expression);
    }
    m_tally.comparisons += 3 + static_cast<qint64>(FacetFields.size());
    return QString();
}

Result<QString> Agreement::compareBatch(FilterBatch &batch, std::vector<AskedFilter> &asked)
{
    TRY(const auto results, batch.take());
    for (std::size_t index = 0; index < results.size(); ++index) {
        const FilterResult &found = results[index];
        const AskedFilter &filter = asked[index];
        if (found.rows != filter.expected.rows)
            return u"the archive finds %1 rows instead of %2: %3"_s.arg(found.rows.size())
                .arg(filter.expected.rows.size())
                .arg(filter.expression);
        if (found.count != filter.expected.count)
            return u"the archive counts %1 instead of %2: %3"_s.arg(found.count)
                .arg(filter.expected.count)
                .arg(filter.expression);
        if (found.facets != filter.expected.facets)
            return QString(u"the archive counts other values: "_s + filter.expression);
        m_tally.comparisons += 2 + static_cast<qint64>(FacetFields.size());
    }
    asked.clear();
    return QString();
}

Result<QString> Agreement::compareAll()
{
    FilterBatch batch(*m_stage.session, FacetFields);
    std::vector<AskedFilter> asked;
    for (int number = 0; number < Filters; ++number) {
        const QString expression = m_generator.expression(static_cast<int>(m_generator.below(MaxDepth)));
        const auto parsed = Filter::parse(expression);
        const auto *filter = std::get_if<Filter::NodePointer>(&parsed);
        if (!filter)
            return QString(u"no filter: "_s + expression);
        TRY(auto expected, ofWorkspace(*filter));
        if (!expected)
            continue;
        const auto query = prepareArchiveQuery(*m_stage.session, *filter, m_ofState, {});
        if (!query && query.error().kind == ErrorKind::Usage)
            continue; // what an archive refuses, with a sentence
        TRY(query);
        AskedFilter next{expression, *std::move(expected)};
        if (number % Alone == 0) {
            TRY(const QString difference, compareAlone(*filter, next));
            if (!difference.isEmpty())
                return difference;
        }
        batch.add(*query);
        asked.push_back(std::move(next));
        if (batch.isFull()) {
            TRY(const QString difference, compareBatch(batch, asked));
            if (!difference.isEmpty())
                return difference;
        }
    }
    return compareBatch(batch, asked);
}

Report Agreement::run()
{
    const Result<void> begun = begin();
    if (!begun)
        return {.problem = begun.error().message, .tally = m_tally};
    auto difference = differingEvents();
    if (difference && difference->isEmpty())
        difference = compareAll();
    const QString problem =
        difference ? *difference : QString(difference.error().message + u' ' + difference.error().detail);
    return {.problem = problem, .tally = m_tally};
}

/// A sentence of QSKIP as the reason of a law.
QString withoutFullStop(QString sentence)
{
    if (sentence.endsWith(u'.'))
        sentence.chop(1);
    return sentence;
}

Report agree(quint64 seed)
{
    if (const QString reason = ClickHouseServer::reasonMissing(); !reason.isEmpty())
        return {.notRun = withoutFullStop(reason)};
    return Agreement(seed).run();
}

const Law archiveAgrees(u"archive-agrees"_s, AgreementShare, agree);

} // namespace

} // namespace Trailglass::Soak
