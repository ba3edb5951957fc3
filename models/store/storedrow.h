// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/core/utcmicros.h"
#include "models/store/statement.h"

#include <limits>
#include <optional>
#include <span>
#include <string_view>

namespace Trailglass {

/// What a whole number in the database may be, both ends included.
struct StoredRange
{
    qint64 least = std::numeric_limits<qint64>::min();
    qint64 greatest = std::numeric_limits<qint64>::max();

    [[nodiscard]] constexpr bool holds(qint64 number) const { return number >= least && number <= greatest; }
};

/// The ranges of the numbers that this program stores. A workspace file may be damaged or untrusted: a
/// number outside of its range is never used as a size, an index or a loop's end
/// (docs/decisions/0020-damaged-numbers.md).
namespace StoredRanges {

/// Rows are kept in 32 bits by the id index.
inline constexpr StoredRange Row{1, 0xffff'ffff};
/// The last row given; 0 before the first.
inline constexpr StoredRange LastRow{0, Row.greatest};
/// Nobody adds so many sources, and tables of them by id stay small.
inline constexpr StoredRange Source{1, 1'000'000};
/// Codes are counted up from one; ten million events of four new texts each stay below.
inline constexpr StoredRange Code{1, 1 << 26};
/// The last code given in a dictionary; 0 before the first.
inline constexpr StoredRange LastCode{0, Code.greatest};
/// The years 1 to 9999, as parseTime() reads them: sums with any interval of the program stay in 64 bits.
inline constexpr StoredRange Time{-62'135'596'800'000'000, 253'402'300'799'999'999};
/// How many there are of something: events, pages, entries.
inline constexpr StoredRange Count{0, Row.greatest};
/// Bytes of something, of all JSON too.
inline constexpr StoredRange Bytes{0, qint64(1) << 50};
/// Entries of `superseded`: one for a row that went, and those of purges.
inline constexpr StoredRange Sequence{1, 4 * Row.greatest};
/// Runs of the id index: their numbers are shifted by 32 bits.
inline constexpr StoredRange Run{1, std::numeric_limits<qint32>::max()};
inline constexpr StoredRange Flag{0, 1};
inline constexpr StoredRange Any{};

} // namespace StoredRanges

/// Takes the columns of the row that a statement is at, and remembers the first value that cannot be right: a
/// number outside of its range, NULL where there must be a value, another storage class.
///
/// Read all columns, then ask check() before anything is used.
/// \thread the statement's
class StoredRow
{
public:
    /// \param row  at a row; must outlive this object
    /// \param table  for the error: where the row is from; a literal
    StoredRow(const Statement &row, const char *table)
        : m_row(row)
        , m_table(table)
    {
    }

    /// \returns the nearest end of \a range for what is outside, so that it may be computed with until
    /// check()
    qint64 number(int column, StoredRange range);
    /// Nothing for NULL.
    std::optional<qint64> numberOrNone(int column, StoredRange range);
    UtcMicros time(int column) { return {number(column, StoredRanges::Time)}; }
    std::optional<UtcMicros> timeOrNone(int column);
    /// Empty for NULL. Lifetime as Statement::text().
    std::string_view text(int column);
    /// Empty for NULL. Lifetime as Statement::blob().
    std::span<const char> blob(int column);

    /// \error Storage, naming table and column of the first value that cannot be right
    [[nodiscard]] Result<void> check() const;
    [[nodiscard]] bool isGood() const { return m_badColumn < 0; }

private:
    void note(int column);

    const Statement &m_row;
    const char *m_table;
    int m_badColumn = -1;
};

/// Visits the rows of a statement and checks each after its visit: nothing that a visit has kept may be used
/// when there is an error.
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
