// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/core/utcmicros.h"
#include "models/store/schema.h"
#include "models/store/statement.h"

#include <limits>
#include <optional>
#include <span>
#include <string_view>

namespace Trailglass {

/// The permitted values of an integer in the database, both ends inclusive.
struct StoredRange
{
    qint64 least = std::numeric_limits<qint64>::min();
    qint64 greatest = std::numeric_limits<qint64>::max();

    [[nodiscard]] constexpr bool holds(qint64 number) const { return number >= least && number <= greatest; }
};

/// The ranges of the integers that this program stores. A workspace file may be damaged or manipulated: an
/// integer outside of its range is never used as a size, an index or the end of a loop
/// (docs/decisions/0020-damaged-numbers.md).
namespace StoredRanges {

/// Rows are kept in 32 bits by the id index.
inline constexpr StoredRange Row{1, 0xffff'ffff};
/// The greatest row assigned; 0 before the first.
inline constexpr StoredRange LastRow{0, Row.greatest};
/// More sources than anyone adds, and few enough for tables by source id.
inline constexpr StoredRange Source{1, 1'000'000};
/// Numbers of Schema::Dictionary.
inline constexpr StoredRange Dictionary{1, static_cast<qint64>(Schema::DictionaryCount) - 1};
/// Codes are counted up from one; ten million events with four new texts each stay within the range.
inline constexpr StoredRange Code{1, 1 << 26};
/// The greatest code assigned in a dictionary; 0 before the first.
inline constexpr StoredRange LastCode{0, Code.greatest};
/// The years 1 to 9999, as parseTime() accepts them: adding any interval of the program fits into 64 bits.
inline constexpr StoredRange Time{-62'135'596'800'000'000, 253'402'300'799'999'999};
/// Numbers of events, pages, entries.
inline constexpr StoredRange Count{0, Row.greatest};
/// Sizes in bytes, also of all JSON together.
inline constexpr StoredRange Bytes{0, qint64(1) << 50};
/// Entries of `superseded`: at most one per row, and those of purges.
inline constexpr StoredRange Sequence{1, 4 * Row.greatest};
/// Runs of the id index: their numbers are shifted by 32 bits.
inline constexpr StoredRange Run{1, std::numeric_limits<qint32>::max()};
inline constexpr StoredRange Flag{0, 1};
/// Leaves of the hash tree: one for each row, and far fewer records.
inline constexpr StoredRange TreeSize{0, 4 * Row.greatest};
inline constexpr StoredRange Leaf{0, TreeSize.greatest - 1};
inline constexpr StoredRange Any{};

} // namespace StoredRanges

/// Reads the columns of a statement's current row, and remembers the first invalid value: an integer outside
/// of its range, NULL where a value is required, another storage class.
///
/// Read all columns, then call check() before any value is used.
/// \thread the statement's
class StoredRow
{
public:
    /// \param row  at a row; must outlive this object
    /// \param table  for the error; a literal
    StoredRow(const Statement &row, const char *table)
        : m_row(row)
        , m_table(table)
    {
    }

    /// \returns the nearest end of \a range for a number outside of it, so that computing with it before
    /// check() is safe
    qint64 number(int column, StoredRange range);
    /// Nothing for NULL.
    std::optional<qint64> numberOrNone(int column, StoredRange range);
    UtcMicros time(int column) { return {number(column, StoredRanges::Time)}; }
    std::optional<UtcMicros> timeOrNone(int column);
    /// Empty for NULL. Lifetime as Statement::text().
    std::string_view text(int column);
    /// Empty for NULL. Lifetime as Statement::blob().
    std::span<const char> blob(int column);

    /// \error Storage, naming table and column of the first invalid value
    [[nodiscard]] Result<void> check() const;
    [[nodiscard]] bool isGood() const { return m_badColumn < 0; }

private:
    qint64 numberOf(int column, Statement::StorageClass stored, StoredRange range);
    void note(int column);

    const Statement &m_row;
    const char *m_table;
    int m_badColumn = -1;
};

/// Visits the rows of a statement, and checks each after its visit: on an error, values that the visits have
/// stored must not be used.
/// \param table  as for StoredRow
/// \param visit  takes a StoredRow &; else as for Statement::forEachRow()
/// \error as Statement::forEachRow(), StoredRow::check()
template <class Visit>
Result<void> forEachStoredRow(Statement &statement, const char *table, Visit visit)
{
    return statement.forEachRow([&](const Statement &row) -> Result<void> {
        StoredRow stored(row, table);
        TRY(callForResult(visit, stored));
        return stored.check();
    });
}

/// The same for the first row.
/// \returns whether there is a row
template <class Visit>
Result<bool> firstStoredRow(Statement &statement, const char *table, Visit visit)
{
    return statement.firstRow([&](const Statement &row) -> Result<void> {
        StoredRow stored(row, table);
        TRY(callForResult(visit, stored));
        return stored.check();
    });
}

} // namespace Trailglass
