// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/indexqueryengine.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/filter/conjunction.h"
#include "models/query/evaluation/compiledfilter.h"
#include "models/query/evaluation/dictionaries.h"
#include "models/query/evaluation/facetcounter.h"
#include "models/query/evaluation/histogrambins.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/index/indexbuilder.h"
#include "models/query/index/indexfacets.h"
#include "models/query/index/indexhistogram.h"
#include "models/query/index/indexstate.h"
#include "models/query/index/newestrows.h"
#include "models/query/index/partialresultreporter.h"
#include "models/query/index/querysteps.h"
#include "models/query/index/selectedrows.h"
#include "models/query/index/sharedindex.h"
#include "models/query/memoryresult.h"
#include "models/query/querylog.h"
#include "models/query/sortorder.h"
#include "models/store/sourcetable.h"
#include "models/store/sqlconnection.h"

#include <QStringList>

#include <algorithm>
#include <optional>

namespace Trailglass {

class IndexQueryEngine::Private
{
public:
    Private(std::unique_ptr<SqlConnection> opened, std::shared_ptr<SharedIndex> sharedIndex)
        : connection(std::move(opened))
        , shared(std::move(sharedIndex))
        , dictionaries(*connection, shared->dictionaries())
    {
    }

    /// A compiled filter and the state of the database to evaluate it on.
    struct Request
    {
        IndexView view;
        std::unique_ptr<CompiledFilter> filter;
    };

    /// The newest state, or that of the context.
    Result<IndexView> view(const QueryContext &context, const CancelToken &cancel);
    Result<Request> begin(const Filter::NodePointer &filter, const QueryContext &context,
                          const CancelToken &cancel);
    Result<Selection> evaluate(const Request &request, const CancelToken &cancel);
    void reportNewest(const CancelToken &cancel, const SelectListener &listener);

    std::unique_ptr<SqlConnection> connection;
    std::shared_ptr<SharedIndex> shared;
    Dictionaries dictionaries;
};

namespace {

bool isEverything(const Filter::NodePointer &filter)
{
    return Filter::conjuncts(filter).empty();
}

ResultPointer resultOf(const ColumnIndex &index, RowList rows, StatePointer state = {})
{
    return std::make_shared<const MemoryResult>(RowId{index.lastRow}, std::move(rows), std::move(state));
}

RowScan scanOf(const CompiledFilter &filter, const CancelToken &cancel)
{
    return {filter.layout, filter.calendar, cancel};
}

} // namespace

Result<IndexView> IndexQueryEngine::Private::view(const QueryContext &context, const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return queryStopped();
    TRY(auto seen, shared->view(*connection, cancel));
    goBack(seen, context.state);
    return seen;
}

Result<IndexQueryEngine::Private::Request> IndexQueryEngine::Private::begin(const Filter::NodePointer &filter,
                                                                            const QueryContext &context,
                                                                            const CancelToken &cancel)
{
    TRY(auto seen, view(context, cancel));
    TRY(auto compiled, compileListed(filter, context, dictionaries, cancel));
    return Request{std::move(seen), std::move(compiled)};
}

Result<Selection> IndexQueryEngine::Private::evaluate(const Request &request, const CancelToken &cancel)
{
    return selectRows({*connection, *request.view.index, *request.filter, shared->matches(), cancel, {}});
}

/// Reports the newest events before the index is loaded. Errors are ignored: the query itself reports them.
void IndexQueryEngine::Private::reportNewest(const CancelToken &cancel, const SelectListener &listener)
{
    const auto transaction = ReadTransaction::begin(*connection);
    // Events that are being purged are in the index, and not to be seen.
    const auto purged = connection->integer("SELECT count(*) FROM source WHERE name IS NULL");
    if (!transaction || !purged || *purged > 0)
        return;
    const auto times = savedTimes(*connection, cancel);
    if (!times || !*times)
        return;
    auto rows = newestRows(**times, PartialResultReporter::Screenful);
    if (!rows.empty())
        listener.found(resultOf(**times, std::move(rows)));
}

IndexQueryEngine::IndexQueryEngine(std::unique_ptr<Private> opened)
    : d(std::move(opened))
{
}

IndexQueryEngine::~IndexQueryEngine() = default;

Result<std::unique_ptr<IndexQueryEngine>> IndexQueryEngine::open(const QString &workspace)
{
    TRY(auto connection, SqlConnection::openForReading(workspace));
    return std::unique_ptr<IndexQueryEngine>(
        new IndexQueryEngine(std::make_unique<Private>(std::move(connection), SharedIndex::of(workspace))));
}

Result<ResultPointer> IndexQueryEngine::select(const Filter::NodePointer &filter, const SortOrder &order,
                                               const QueryContext &context, const CancelToken &cancel,
                                               const SelectListener &listener)
{
    const QueryLog log("select");
    const CancelScope scope(*d->connection, cancel);
    if (listener.found && !d->shared->hasIndex() && isEverything(filter) && isDefaultOrder(order))
        d->reportNewest(cancel, listener);
    TRY(const auto view, d->view(context, cancel));
    const ColumnIndex &index = *view.index;
    TRY(auto query, compileQuery(filter, order, context, RowId{index.lastRow}, d->dictionaries, cancel));
    std::shared_ptr<const TimeOrder> time;
    std::optional<PartialResultReporter> reporter;
    if (query.byColumns && query.byColumns->createdDescending) {
        TRY(time, d->shared->timeOrder(index, cancel));
        reporter.emplace(listener, *query.byColumns, *time, index);
    }
    const auto progress = [&reporter, &listener](const Selection &known, double searched) {
        if (reporter)
            reporter->report(known, searched);
        else if (listener.progressed)
            listener.progressed(searched);
    };
    const TextScan scan{*d->connection, index, *query.filter, d->shared->matches(), cancel, progress};
    TRY(auto rows, selectInOrder(query, scan, [&time](const Selection &) { return time; }));
    return resultOf(index, std::move(rows), std::make_shared<const IndexState>(view.index, view.lineage));
}

Result<qint64> IndexQueryEngine::count(const Filter::NodePointer &filter, const QueryContext &context,
                                       const CancelToken &cancel)
{
    const QueryLog log("count");
    const CancelScope scope(*d->connection, cancel);
    TRY(const auto request, d->begin(filter, context, cancel));
    TRY(const auto selection, d->evaluate(request, cancel));
    return static_cast<qint64>(selection.count());
}

Result<std::vector<Facet>> IndexQueryEngine::facets(const Filter::NodePointer &filter,
                                                    const FacetRequest &request, const QueryContext &context,
                                                    const CancelToken &cancel)
{
    const QueryLog log("facets");
    const CancelScope scope(*d->connection, cancel);
    TRY(const auto started, d->begin(filter, context, cancel));
    CompiledFilter &compiled = *started.filter;
    std::vector<FacetCounter> counters;
    std::vector<std::size_t> coded; // places in counters
    std::vector<std::size_t> slots;
    std::vector<std::size_t> codes;
    for (const Filter::FieldReference &field : request.fields) {
        TRY(auto values, FieldValues::of(field, d->dictionaries, compiled.layout, cancel));
        if (values.kind == FieldValues::Kind::Code) {
            coded.push_back(counters.size());
            slots.push_back(values.slot);
            codes.push_back(values.texts.size());
        }
        counters.emplace_back(field, std::move(values), request.maxDistinct);
    }
    TRY(const auto selection, d->evaluate(started, cancel));
    const ColumnIndex &index = *started.view.index;
    const auto counts =
        countCodes(index, selection, compiled.layout, compiled.calendar, slots, codes, cancel);
    if (cancel.isCancelled())
        return queryStopped();
    for (std::size_t place = 0; place < coded.size(); ++place)
        counters[coded[place]].add(counts[place].byCode, counts[place].withoutCode);
    if (coded.size() < counters.size()) {
        TRY(visitSelected(*d->connection, index, selection, scanOf(compiled, cancel),
                          [&](const RowBatch &batch) {
                              for (std::size_t place = 0; place < counters.size(); ++place) {
                                  if (!std::ranges::binary_search(coded, place))
                                      counters[place].count(batch);
                              }
                          }));
    }
    std::vector<Facet> facets;
    for (FacetCounter &counter : counters) {
        TRY(auto facet, counter.take(request.top, cancel));
        facets.push_back(std::move(facet));
    }
    return facets;
}

Result<Histogram> IndexQueryEngine::histogram(const Filter::NodePointer &filter,
                                              const HistogramRequest &request, const QueryContext &context,
                                              const CancelToken &cancel)
{
    const QueryLog log("histogram");
    TRY(checkRequest(request));
    const CancelScope scope(*d->connection, cancel);
    TRY(const auto started, d->begin(filter, context, cancel));
    CompiledFilter &compiled = *started.filter;
    std::optional<FieldValues> split;
    if (request.splitBy) {
        TRY(split, FieldValues::of(*request.splitBy, d->dictionaries, compiled.layout, cancel));
        TRY(checkSplit(*split));
    }
    TRY(const auto selection, d->evaluate(started, cancel));
    return countHistogram(request,
                          {*started.view.index, selection, split ? &*split : nullptr, compiled.layout,
                           compiled.calendar, cancel});
}

Result<std::optional<std::vector<std::size_t>>>
IndexQueryEngine::placesIn(const ResultSnapshot &shown, const Filter::NodePointer &filter,
                           const QueryContext &context, std::size_t max, const CancelToken &cancel)
{
    QueryContext ofShown = context;
    ofShown.state = shown.state();
    TRY(const auto found, select(filter, defaultSortOrder(), ofShown, cancel));
    if (found->size() > max)
        return std::optional<std::vector<std::size_t>>();
    return std::optional(shown.findAll(listedRows(*found, {0, found->size()})));
}

Result<qint64> IndexQueryEngine::total(const StatePointer &, const CancelToken &cancel)
{
    const CancelScope scope(*d->connection, cancel);
    TRY(const auto sources, SourceTable::all(*d->connection));
    qint64 events = 0;
    for (const SourceRecord &source : sources) {
        const auto state = SourceTable::state(*d->connection, source.id);
        if (!state && state.error().kind == ErrorKind::NotFound)
            continue; // purged since the list was read
        if (!state)
            return state.error();
        events += state->events;
    }
    return events;
}

Result<bool> IndexQueryEngine::hasChangedSince(const StatePointer &state, const CancelToken &cancel)
{
    const CancelScope scope(*d->connection, cancel);
    TRY(const auto view, d->shared->view(*d->connection, cancel));
    const auto *earlier = dynamic_cast<const IndexState *>(state.get());
    return !earlier || earlier->lineage != view.lineage || earlier->index->lastRow != view.index->lastRow
        || earlier->index->removedSequence != view.index->removedSequence;
}

QString IndexQueryEngine::missingEvents() const
{
    return d->shared->missingEvents();
}

QString IndexQueryEngine::notice() const
{
    QStringList sentences;
    if (const QString missing = missingEvents(); !missing.isEmpty())
        sentences.append(missing);
    if (const int damaged = d->shared->unusableSegments(); damaged > 0)
        sentences.append(
            Trailglass::tr("%Ln segment(s) of the saved index are damaged; results are complete, but slower "
                           "to compute. To rebuild them: “Check workspace…” and “Repair” in the window, or "
                           "“trailglass-cli doctor --repair”.",
                           nullptr, damaged));
    return sentences.join(u' ');
}

} // namespace Trailglass
