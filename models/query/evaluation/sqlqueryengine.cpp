// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/sqlqueryengine.h"

#include "models/core/result.h"
#include "models/query/evaluation/compiledfilter.h"
#include "models/query/evaluation/dictionaries.h"
#include "models/query/evaluation/dictionarycache.h"
#include "models/query/evaluation/facetcounter.h"
#include "models/query/evaluation/histogrambins.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/evaluation/rowscan.h"
#include "models/query/evaluation/rowsorter.h"
#include "models/query/evaluation/timelinecounter.h"
#include "models/store/counters.h"
#include "models/store/schema.h"
#include "models/store/sqlconnection.h"
#include "models/store/transaction.h"

#include <algorithm>

namespace Trailglass {

class SqlQueryEngine::Private
{
public:
    explicit Private(std::unique_ptr<SqlConnection> opened)
        : connection(std::move(opened))
        , dictionaries(*connection, keeper)
    {
    }

    std::unique_ptr<SqlConnection> connection;
    DictionaryCache keeper;
    Dictionaries dictionaries;
};

namespace {

/// Runs \a answer within one state of the database, cancellable.
template <class Value>
auto withinTransaction(SqlConnection &connection, const CancelToken &cancel, const Value &answer)
    -> decltype(answer())
{
    if (cancel.isCancelled())
        return queryStopped();
    const CancelScope scope(connection, cancel);
    TRY([[maybe_unused]] const auto transaction, ReadTransaction::begin(connection));
    return answer();
}

RowScan sqlScanOf(const CompiledFilter &filter, const CancelToken &cancel)
{
    return {filter.condition, filter.layout, filter.calendar, cancel};
}

} // namespace

SqlQueryEngine::SqlQueryEngine(std::unique_ptr<Private> opened)
    : d(std::move(opened))
{
}

SqlQueryEngine::~SqlQueryEngine() = default;

Result<std::unique_ptr<SqlQueryEngine>> SqlQueryEngine::open(const QString &workspace)
{
    TRY(auto connection, SqlConnection::openForReading(workspace));
    return std::unique_ptr<SqlQueryEngine>(
        new SqlQueryEngine(std::make_unique<Private>(std::move(connection))));
}

Result<ResultSnapshot> SqlQueryEngine::select(const Filter::NodePointer &filter, const SortOrder &order,
                                              const QueryContext &context, const CancelToken &cancel,
                                              const SelectListener &)
{
    return withinTransaction(*d->connection, cancel, [&]() -> Result<ResultSnapshot> {
        TRY(const auto compiled, CompiledFilter::compile(filter, context, d->dictionaries, cancel));
        TRY(const auto lastRow, readLastRow(*d->connection));
        TRY(auto sorter, RowSorter::make(order, d->dictionaries, (compiled)->layout, cancel));
        TRY(scanRows(*d->connection, sqlScanOf(*compiled, cancel),
                     [&](const ScanBatch &batch) { sorter.add(batch); }));
        TRY(auto rows, sorter.sorted());
        return ResultSnapshot{lastRow, std::move(rows)};
    });
}

Result<qint64> SqlQueryEngine::count(const Filter::NodePointer &filter, const QueryContext &context,
                                     const CancelToken &cancel)
{
    return withinTransaction(*d->connection, cancel, [&]() -> Result<qint64> {
        TRY(const auto compiled, CompiledFilter::compile(filter, context, d->dictionaries, cancel));
        return countRows(*d->connection, sqlScanOf(*compiled, cancel));
    });
}

Result<std::vector<Facet>> SqlQueryEngine::facets(const Filter::NodePointer &filter,
                                                  std::span<const Filter::FieldReference> fields, int top,
                                                  const QueryContext &context, const CancelToken &cancel)
{
    return withinTransaction(*d->connection, cancel, [&]() -> Result<std::vector<Facet>> {
        TRY(const auto compiled, CompiledFilter::compile(filter, context, d->dictionaries, cancel));
        std::vector<FacetCounter> counters;
        for (const Filter::FieldReference &field : fields) {
            TRY(auto values, FieldValues::of(field, d->dictionaries, (compiled)->layout));
            counters.emplace_back(field, std::move(values));
        }
        TRY(scanRows(*d->connection, sqlScanOf(*compiled, cancel), [&](const ScanBatch &batch) {
            std::ranges::for_each(counters, [&](FacetCounter &counter) { counter.count(batch); });
        }));
        std::vector<Facet> facets;
        std::ranges::transform(counters, std::back_inserter(facets),
                               [top](const FacetCounter &counter) { return counter.facet(top); });
        return facets;
    });
}

Result<std::vector<HistogramBin>> SqlQueryEngine::histogram(const Filter::NodePointer &filter,
                                                            const HistogramDivision &division,
                                                            const QueryContext &context,
                                                            const CancelToken &cancel)
{
    if (auto invalid = binTimes({}, division); !invalid)
        return invalid;
    return withinTransaction(*d->connection, cancel, [&]() -> Result<std::vector<HistogramBin>> {
        TRY(const auto compiled, CompiledFilter::compile(filter, context, d->dictionaries, cancel));
        const std::size_t created = (compiled)->layout.addInteger(Schema::valueExpression(Field::Created));
        std::vector<qint64> times;
        TRY(scanRows(*d->connection, sqlScanOf(*compiled, cancel), [&](const ScanBatch &batch) {
            for (std::size_t index = 0; index < batch.size(); ++index) {
                if (batch.isMatched(index))
                    times.push_back(batch.integers(index)[created]);
            }
        }));
        return binTimes(times, division);
    });
}

Result<Timeline> SqlQueryEngine::timeline(const Filter::NodePointer &filter, const TimelineDivision &division,
                                          const QueryContext &context, const CancelToken &cancel)
{
    TRY(checkDivision(division));
    return withinTransaction(*d->connection, cancel, [&]() -> Result<Timeline> {
        TRY(const auto compiled, CompiledFilter::compile(filter, context, d->dictionaries, cancel));
        RowLayout &layout = (compiled)->layout;
        TRY(const auto values, FieldValues::of(division.splitBy, d->dictionaries, layout));
        TRY(checkSplit(values));
        const std::size_t created = layout.addInteger(Schema::valueExpression(Field::Created));
        std::vector<std::pair<UtcMicros, qint64>> found; // time and code
        TRY(scanRows(*d->connection, sqlScanOf(*compiled, cancel), [&](const ScanBatch &batch) {
            for (std::size_t index = 0; index < batch.size(); ++index) {
                const auto integers = batch.integers(index);
                if (batch.isMatched(index))
                    found.emplace_back(UtcMicros{integers[created]}, integers[values.slot]);
            }
        }));
        std::optional<TimeExtent> events;
        if (!found.empty()) {
            const auto [first, last] = std::ranges::minmax(found);
            events.emplace(first.first, last.first);
        }
        const auto boundaries = timelineBoundaries(division, events, (compiled)->calendar);
        TimelineCounter counter(boundaries, values.texts.size());
        for (const auto &[time, code] : found)
            counter.add(time.value, static_cast<quint64>(code));
        return counter.timeline(values.texts);
    });
}

} // namespace Trailglass
