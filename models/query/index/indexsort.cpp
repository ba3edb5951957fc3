// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/indexsort.h"

#include "models/core/result.h"
#include "models/query/evaluation/cancellablesort.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/index/indexfacets.h"
#include "models/query/index/segmentcolumns.h"
#include "models/query/index/segmenttable.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>

namespace Trailglass {

namespace {

std::vector<quint32> rowsInOrderOfArrival(const ColumnIndex &index, const Selection &selection,
                                          bool descending)
{
    std::vector<quint32> rows;
    rows.reserve(selection.count());
    for (std::size_t place = 0; place < index.segments.size(); ++place) {
        const Segment &segment = *index.segments[place].segment;
        selection.segments[place].yes.forEach(
            [&](std::size_t offset) { rows.push_back(static_cast<quint32>(segment.row(offset).value)); });
    }
    if (descending)
        std::ranges::reverse(rows);
    return rows;
}

/// The codes that occur, in the order of the key.
/// \error Cancelled: a field may have a million
Result<std::vector<std::size_t>> codesInOrder(const ColumnSortKey &key, const CodeCounts &counts,
                                              const CancelToken &cancel)
{
    std::vector<std::size_t> codes;
    for (std::size_t code = 0; code < counts.byCode.size(); ++code) {
        if (counts.byCode[code] > 0)
            codes.push_back(code);
    }
    const CodedStrings &texts = key.values.texts;
    if (!key.isDerived) {
        TRY(sortUnlessCancelled(
            codes, [&texts](std::size_t left, std::size_t right) { return texts[left] < texts[right]; },
            cancel));
    }
    if (key.descending)
        std::ranges::reverse(codes);
    return codes;
}

/// Where the rows of each code begin in the sorted rows; codes of the same text share a place, and rows
/// without a value come last.
class Places
{
public:
    /// \param codes  of codesInOrder()
    Places(const CodedStrings &texts, const CodeCounts &counts, const std::vector<std::size_t> &codes)
        : m_groupOfCode(counts.byCode.size())
    {
        std::size_t next = 0;
        std::optional<std::string_view> before;
        for (const std::size_t code : codes) {
            const std::string_view text = texts[code];
            if (text.empty()) {
                m_groupOfCode[code] = WithoutText;
                continue;
            }
            if (!before || *before != text)
                m_next.push_back(next);
            before = text;
            m_groupOfCode[code] = m_next.size() - 1;
            next += static_cast<std::size_t>(counts.byCode[code]);
        }
        m_nextWithout = next;
    }

    std::size_t take(qint64 code)
    {
        const auto known = static_cast<std::size_t>(code);
        const bool isKnown = code >= 0 && known < m_groupOfCode.size() && m_groupOfCode[known] != WithoutText;
        return isKnown ? m_next[m_groupOfCode[known]]++ : m_nextWithout++;
    }

private:
    static constexpr std::size_t WithoutText = std::numeric_limits<std::size_t>::max();

    std::vector<std::size_t> m_groupOfCode;
    std::vector<std::size_t> m_next; ///< by group
    std::size_t m_nextWithout = 0;
};

} // namespace

std::optional<ColumnSortOrder> ColumnSortOrder::of(const SortOrder &order,
                                                   const std::vector<FieldValues> &values)
{
    ColumnSortOrder sort;
    sort.ties = !order.empty() && order.back().descending;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const SortKey &key = order[place];
        if (place + 1 == order.size() && key.field == Filter::FieldReference(Field::Created)) {
            sort.createdDescending = key.descending;
        } else if (values[place].kind == FieldValues::Kind::Code) {
            const bool isDerived = std::holds_alternative<Filter::DerivedField>(key.field);
            sort.keys.push_back({values[place], isDerived, key.descending});
        } else {
            return std::nullopt;
        }
    }
    return sort;
}

Result<RowList> sortSelected(const ColumnIndex &index, const Selection &selection,
                             const ColumnSortOrder &order, const TimeOrder &time, const RowLayout &layout,
                             const Filter::ZoneCalendar &calendar, const CancelToken &cancel)
{
    std::vector<quint32> rows = order.createdDescending
        ? time.ordered(index, selection, *order.createdDescending)
        : rowsInOrderOfArrival(index, selection, order.ties);
    std::vector<std::size_t> slots;
    std::vector<std::size_t> codes;
    for (const ColumnSortKey &key : order.keys) {
        slots.push_back(key.values.slot);
        codes.push_back(key.values.texts.size());
    }
    const auto counts = countCodes(index, selection, layout, calendar, slots, codes, cancel);
    if (cancel.isCancelled())
        return queryStopped(); // the counts may be incomplete, and say where rows go
    const SegmentTable table(index);
    std::vector<SegmentColumns> columns;
    for (const ListedSegment &listed : index.segments)
        columns.emplace_back(*listed.segment, layout, calendar);
    std::vector<quint32> sorted(order.keys.empty() ? 0 : rows.size());
    // The last key first: each pass keeps the order of the one before where its own key is the same.
    for (std::size_t key = order.keys.size(); key-- > 0;) {
        TRY(const auto inOrder, codesInOrder(order.keys[key], counts[key], cancel));
        Places places(order.keys[key].values.texts, counts[key], inOrder);
        std::vector<const PackedColumn *> slot;
        for (const SegmentColumns &segment : columns) {
            if (cancel.isCancelled())
                return queryStopped();
            slot.push_back(&segment.column(slots[key])); // may compute the hours of all rows
        }
        for (const quint32 row : rows)
            sorted[places.take(slot[table.placeOf(row)]->at(Segment::offsetOf({row})))] = row;
        rows.swap(sorted);
    }
    if (cancel.isCancelled())
        return queryStopped();
    return RowList(std::move(rows));
}

} // namespace Trailglass
