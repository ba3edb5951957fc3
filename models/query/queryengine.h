// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/field.h"
#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/filter/querycontext.h"
#include "models/query/histogram.h"
#include "models/query/resultsnapshot.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// One sort key. Rows without a value come last in either direction.
struct SortKey
{
    Filter::FieldReference field = Field::Created;
    bool descending = false;
};

/// Sort keys, first decides; ties by arrival (row number), descending when the last key is.
using SortOrder = std::vector<SortKey>;

struct FacetValue
{
    std::optional<std::string> value; ///< nothing: rows without a value
    qint64 count = 0;
};

/// Values of one field with exact counts: most first, then by value; no value last among equals.
struct Facet
{
    Filter::FieldReference field;
    std::vector<FacetValue> values;
    bool hasTooMany = false; ///< more values than FacetRequest::maxDistinct: none is listed
};

/// What to count of which fields.
struct FacetRequest
{
    std::vector<Filter::FieldReference> fields;
    int top = 0; ///< at most this many values a field are listed; 0 is all
    /// Fields that are not coded are given up beyond this many values, because each takes memory; 0 is none.
    std::size_t maxDistinct = 0;
};

/// What a server read for a query, and sent.
struct QueryCost
{
    qint64 received = 0; ///< bytes of its responses, unpacked
    std::optional<qint64> rows = {}; ///< that it read; nothing where it does not say

    friend bool operator==(const QueryCost &, const QueryCost &) = default;
};

/// Progress callbacks of a running select(), called on its thread. Each may be empty.
struct SelectListener
{
    /// The first rows of the result, in its order: a beginning of what select() is going to return, unless
    /// events arrive meanwhile. Called a few times, with more rows each time, for the order newest first where
    /// texts or raw JSON are searched, or where every event is requested before the index is read; else
    /// never.
    std::function<void(const ResultPointer &beginning)> found;
    /// The share of rows that were searched, 0 to 1.
    std::function<void(double searched)> progressed;
};

/// Evaluates queries on the events of a workspace or of an archive.
///
/// Blocking, on the caller's thread (never the GUI thread). Every result is exact and for one state of the
/// database, and agrees with Filter::RowEvaluator. The state is the one that QueryContext::state names, as long
/// as the engine can go back to it; else the newest. A workspace can while nothing was superseded or removed
/// since, an archive always.
/// \error Usage for a filter that cannot run (a pattern over its match limit); Storage; Cancelled within 100
/// ms; for an engine elsewhere also what its network fails with
class QueryEngine
{
public:
    virtual ~QueryEngine() = default;

    /// \returns the rows that match, in order, with their state; never null
    virtual Result<ResultPointer> select(const Filter::NodePointer &filter, const SortOrder &order,
                                         const QueryContext &context, const CancelToken &cancel,
                                         const SelectListener &listener) = 0;
    Result<ResultPointer> select(const Filter::NodePointer &filter, const SortOrder &order,
                                 const QueryContext &context, const CancelToken &cancel)
    {
        return select(filter, order, context, cancel, {});
    }
    virtual Result<qint64> count(const Filter::NodePointer &filter, const QueryContext &context,
                                 const CancelToken &cancel) = 0;
    virtual Result<std::vector<Facet>> facets(const Filter::NodePointer &filter, const FacetRequest &request,
                                              const QueryContext &context, const CancelToken &cancel) = 0;
    /// \error Usage also for a request outside of its limits, and for a field to split by that is not coded
    /// or has more than 4,096 values
    virtual Result<Histogram> histogram(const Filter::NodePointer &filter, const HistogramRequest &request,
                                        const QueryContext &context, const CancelToken &cancel) = 0;

    /// The places of those rows of a result that also match a filter.
    ///
    /// \param shown  of this place; its state counts, whatever \a context has
    /// \param filter  that of \a shown and more
    /// \param max  rows to find at most
    /// \returns ascending; nothing where more than \a max rows match
    virtual Result<std::optional<std::vector<std::size_t>>>
    placesIn(const ResultSnapshot &shown, const Filter::NodePointer &filter, const QueryContext &context,
             std::size_t max, const CancelToken &cancel) = 0;

    /// How many events there are, whatever a filter finds, those of removed sources included. Immediate, or one
    /// quick look at counters.
    /// \param state  as QueryContext::state; a workspace always has the newest
    virtual Result<qint64> total(const StatePointer &state, const CancelToken &cancel) = 0;

    /// Whether there are other events than in a state: added, replaced or removed since. One quick look.
    /// \returns true also for no state, and for one that is not of this place
    virtual Result<bool> hasChangedSince(const StatePointer &state, const CancelToken &cancel) = 0;

    /// What the last select() took of a server, one that failed included. Nothing before the first one, and where the
    /// events are on this machine.
    [[nodiscard]] virtual std::optional<QueryCost> cost() const { return {}; }

    /// What the results so far lack because the database is damaged, in sentences. Empty: nothing that is
    /// known.
    [[nodiscard]] virtual QString missingEvents() const { return {}; }

    /// What the user should know about the results so far, missingEvents() included, such as damage that was
    /// worked around. Empty: nothing.
    [[nodiscard]] virtual QString notice() const { return {}; }
};

} // namespace Trailglass
