// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/sqlqueryengine.h"

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
template <class QueryResult>
auto withinTransaction(SqlConnection &connection, const CancelToken &cancel, const QueryResult &answer)
    -> decltype(answer())
{
    if (cancel.isCancelled())
        return queryStopped();
    const CancelScope scope(connection, cancel);
    const auto transaction = ReadTransaction::begin(connection);
    if (!transaction)
        return transaction.error();
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
    auto connection = SqlConnection::openForReading(workspace);
    if (!connection)
        return connection.error();
    return std::unique_ptr<SqlQueryEngine>(
        new SqlQueryEngine(std::make_unique<Private>(*std::move(connection))));
}

Result<ResultSnapshot> SqlQueryEngine::select(const Filter::NodePointer &filter, const SortOrder &order,
                                              const QueryContext &context, const CancelToken &cancel,
                                              const SelectListener &)
{
    return withinTransaction(*d->connection, cancel, [&]() -> Result<ResultSnapshot> {
        const auto compiled = CompiledFilter::compile(filter, context, d->dictionaries, cancel);
        if (!compiled)
            return compiled.error();
        const auto lastRow = readLastRow(*d->connection);
        if (!lastRow)
            return lastRow.error();
        auto sorter = RowSorter::make(order, d->dictionaries, (*compiled)->layout, cancel);
        if (!sorter)
            return sorter.error();
        const auto scanned = scanRows(*d->connection, sqlScanOf(**compiled, cancel),
                                      [&](const ScanBatch &batch) { sorter->add(batch); });
        if (!scanned)
            return scanned.error();
        auto rows = sorter->sorted();
        if (!rows)
            return rows.error();
        return ResultSnapshot{*lastRow, *std::move(rows)};
    });
}

Result<qint64> SqlQueryEngine::count(const Filter::NodePointer &filter, const QueryContext &context,
                                     const CancelToken &cancel)
{
    return withinTransaction(*d->connection, cancel, [&]() -> Result<qint64> {
        const auto compiled = CompiledFilter::compile(filter, context, d->dictionaries, cancel);
        if (!compiled)
            return compiled.error();
        return countRows(*d->connection, sqlScanOf(**compiled, cancel));
    });
}

Result<std::vector<Facet>> SqlQueryEngine::facets(const Filter::NodePointer &filter,
                                                  std::span<const Filter::FieldReference> fields, int top,
                                                  const QueryContext &context, const CancelToken &cancel)
{
    return withinTransaction(*d->connection, cancel, [&]() -> Result<std::vector<Facet>> {
        const auto compiled = CompiledFilter::compile(filter, context, d->dictionaries, cancel);
        if (!compiled)
            return compiled.error();
        std::vector<FacetCounter> counters;
        for (const Filter::FieldReference &field : fields) {
            auto values = FieldValues::of(field, d->dictionaries, (*compiled)->layout);
            if (!values)
                return values.error();
            counters.emplace_back(field, *std::move(values));
        }
        const auto scanned =
            scanRows(*d->connection, sqlScanOf(**compiled, cancel), [&](const ScanBatch &batch) {
                std::ranges::for_each(counters, [&](FacetCounter &counter) { counter.count(batch); });
            });
        if (!scanned)
            return scanned.error();
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
        const auto compiled = CompiledFilter::compile(filter, context, d->dictionaries, cancel);
        if (!compiled)
            return compiled.error();
        const std::size_t created = (*compiled)->layout.addInteger(Schema::valueExpression(Field::Created));
        std::vector<qint64> times;
        const auto scanned =
            scanRows(*d->connection, sqlScanOf(**compiled, cancel), [&](const ScanBatch &batch) {
                for (std::size_t index = 0; index < batch.size(); ++index) {
                    if (batch.isMatched(index))
                        times.push_back(batch.integers(index)[created]);
                }
            });
        if (!scanned)
            return scanned.error();
        return binTimes(times, division);
    });
}

Result<Timeline> SqlQueryEngine::timeline(const Filter::NodePointer &filter, const TimelineDivision &division,
                                          const QueryContext &context, const CancelToken &cancel)
{
    if (const auto checked = checkDivision(division); !checked)
        return checked.error();
    return withinTransaction(*d->connection, cancel, [&]() -> Result<Timeline> {
        const auto compiled = CompiledFilter::compile(filter, context, d->dictionaries, cancel);
        if (!compiled)
            return compiled.error();
        RowLayout &layout = (*compiled)->layout;
        const auto values = FieldValues::of(division.splitBy, d->dictionaries, layout);
        if (!values)
            return values.error();
        if (const auto checked = checkSplit(*values); !checked)
            return checked.error();
        const std::size_t created = layout.addInteger(Schema::valueExpression(Field::Created));
        std::vector<std::pair<UtcMicros, qint64>> found; // time and code
        const auto scanned =
            scanRows(*d->connection, sqlScanOf(**compiled, cancel), [&](const ScanBatch &batch) {
                for (std::size_t index = 0; index < batch.size(); ++index) {
                    const auto integers = batch.integers(index);
                    if (batch.isMatched(index))
                        found.emplace_back(UtcMicros{integers[created]}, integers[values->slot]);
                }
            });
        if (!scanned)
            return scanned.error();
        std::optional<TimeExtent> events;
        if (!found.empty()) {
            const auto [first, last] = std::ranges::minmax(found);
            events.emplace(first.first, last.first);
        }
        const auto boundaries = timelineBoundaries(division, events, (*compiled)->calendar);
        TimelineCounter counter(boundaries, values->texts.size());
        for (const auto &[time, code] : found)
            counter.add(time.value, static_cast<quint64>(code));
        return counter.timeline(values->texts);
    });
}

} // namespace Trailglass
