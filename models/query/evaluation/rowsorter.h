// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/query/evaluation/fieldvalues.h"
#include "models/query/evaluation/textcounts.h"
#include "models/query/rowlist.h"

namespace Trailglass {

/// Sorts the rows of a scan by some keys.
///
/// Times by time, hours and weekdays in the order of the day and the week (Monday first), texts by code
/// point. An `@path` sorts by its first present value, numbers (also as strings) by value and before texts.
/// Rows without a value come last in either direction, ties by row number, descending when the last key is.
/// \thread one at a time
class RowSorter
{
public:
    /// \param layout  gets what the keys need
    /// \error Storage, Cancelled
    static Result<RowSorter> make(const SortOrder &order, Dictionaries &dictionaries, RowLayout &layout,
                                  const CancelToken &cancel);

    /// Makes room for so many rows: without, adding may take twice the memory.
    void reserve(std::size_t rows);
    void add(const RowBatch &batch);

    /// \returns all rows added, sorted. To be called once.
    /// \error Cancelled
    [[nodiscard]] Result<RowList> sorted();

private:
    /// One sort key: a number for each row, and what it takes to turn texts into numbers.
    struct Key
    {
        FieldValues values;
        bool descending = false;
        std::vector<qint64> rankByCode = {}; ///< for codes: place in the order of the texts
        TextCounts places = {}; ///< for texts: number by first appearance, until all are known
        std::vector<qint64> numbers = {}; ///< by row as added
    };

    explicit RowSorter(CancelToken cancel)
        : m_cancel(std::move(cancel))
    {
    }

    static qint64 numberOf(Key &key, const RowBatch &batch, std::size_t index);
    static qint64 placeOf(Key &key, std::string_view text);
    static void direct(Key &key);
    Result<void> rankCodes(Key &key, const Filter::FieldReference &field) const;
    Result<void> replacePlacesByRanks(Key &key) const;
    [[nodiscard]] Result<RowList> sortedByOne(Key &key);
    [[nodiscard]] Result<RowList> sortedBySeveral() const;

    CancelToken m_cancel;
    std::vector<Key> m_keys;
    RowList m_rows;
};

} // namespace Trailglass
