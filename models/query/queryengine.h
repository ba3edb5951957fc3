// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/event.h"
#include "models/core/field.h"
#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/query/rowlist.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace Trailglass {

/// What relative and zone-less times of a filter are resolved against. Frozen when a query starts.
struct QueryContext
{
    UtcMicros now;
    QByteArray displayZone = QByteArrayLiteral("UTC"); ///< IANA name
};

/// One sort key. Rows without a value come last in either direction.
struct SortKey
{
    Filter::FieldReference field = Field::Created;
    bool descending = false;
};

/// Sort keys, first decides; ties by arrival (row number), descending when the last key is.
using SortOrder = std::vector<SortKey>;

/// The answer to a query: row numbers in order, true for one state of the database. Immutable.
struct ResultSnapshot
{
    RowId lastRow; ///< the greatest row the answer considered
    RowList rows;
};

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
};

struct HistogramBin
{
    UtcMicros start; ///< inclusive
    UtcMicros end; ///< exclusive
    qint64 count = 0;
};

/// How to divide time. Exactly one of the two is set.
struct HistogramDivision
{
    int bins = 0; ///< N equal bins from the first to the last matching event
    /// µs; bins aligned to multiples of it since 1970 in UTC, those of whole weeks to Mondays, empty ones
    /// between included; where these would be more than 100,000 bins, empty ones are left out, however many
    /// remain.
    qint64 interval = 0;
};

/// How to divide time into a Timeline.
struct TimelineDivision
{
    /// A coded one: with few values, such as `outcome` or `actor`, or a derived one.
    Filter::FieldReference splitBy = Field::Outcome;
    int maxBins = 100; ///< 1 … 1,000
    /// What to show; a missing end is the first or the last matching event.
    TimeWindow window = {};
};

/// Counts of events by time and by the values of one field.
struct Timeline
{
    /// Round times in the display zone, see calendarBins(): bin i is [boundaries[i], boundaries[i + 1]). None
    /// where there is neither a window nor an event.
    std::vector<UtcMicros> boundaries;
    /// Those with an event in one of the bins, most first, then by value; rows without a value have the empty
    /// text.
    std::vector<std::string> values;
    std::vector<std::vector<qint64>> counts; ///< by value, by bin

    friend bool operator==(const Timeline &, const Timeline &) = default;
};

/// Told of a select() that is at work, on its thread. Each may be empty.
struct SelectListener
{
    /// The first rows of the answer, in its order: a beginning of what select() is going to return, unless
    /// events arrive meanwhile. Told a few times, with more rows each time, where the newest events are asked
    /// for first and texts or raw JSON are searched, or everything is asked for before the index is read;
    /// else never.
    std::function<void(const ResultSnapshot &beginning)> found;
    /// How much of what must be searched has been, 0 to 1.
    std::function<void(double searched)> progressed;
};

/// Answers questions about the events of a workspace.
///
/// Blocking, on the caller's thread (never the GUI thread). Every answer is exact and for one state of the
/// database, and agrees with Filter::RowEvaluator.
/// \error Usage for a filter that cannot run (a pattern over its match limit), Storage, Cancelled within 100
/// ms
class QueryEngine
{
public:
    virtual ~QueryEngine() = default;

    virtual Result<ResultSnapshot> select(const Filter::NodePointer &filter, const SortOrder &order,
                                          const QueryContext &context, const CancelToken &cancel,
                                          const SelectListener &listener) = 0;
    Result<ResultSnapshot> select(const Filter::NodePointer &filter, const SortOrder &order,
                                  const QueryContext &context, const CancelToken &cancel)
    {
        return select(filter, order, context, cancel, {});
    }
    virtual Result<qint64> count(const Filter::NodePointer &filter, const QueryContext &context,
                                 const CancelToken &cancel) = 0;
    /// \param top  at most this many values a field; 0 is all
    virtual Result<std::vector<Facet>> facets(const Filter::NodePointer &filter,
                                              std::span<const Filter::FieldReference> fields, int top,
                                              const QueryContext &context, const CancelToken &cancel) = 0;
    /// \returns no bins when nothing matches
    virtual Result<std::vector<HistogramBin>> histogram(const Filter::NodePointer &filter,
                                                        const HistogramDivision &division,
                                                        const QueryContext &context,
                                                        const CancelToken &cancel) = 0;
    /// The bins reach beyond the window to the next round time; what matches there counts.
    /// \error Usage also for a field that is not coded or has more than 4,096 values
    virtual Result<Timeline> timeline(const Filter::NodePointer &filter, const TimelineDivision &division,
                                      const QueryContext &context, const CancelToken &cancel) = 0;

    /// What the answers so far lack because the database is damaged, in sentences. Empty: nothing that is
    /// known.
    [[nodiscard]] virtual QString missingEvents() const { return {}; }

    /// What the user should know besides the answers so far, missingEvents() included, such as a damage that
    /// was worked around. Empty: nothing.
    [[nodiscard]] virtual QString notice() const { return {}; }
};

} // namespace Trailglass
