// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QScopeGuard>
#include <QtGlobal>

#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace Trailglass {

/// One prepared SQL statement of a SqlConnection.
///
/// Positions of bind() count from 1, columns from 0, as in SQLite. Texts are UTF-8. A statement must not
/// outlive its connection.
/// \thread the connection's
class Statement
{
public:
    Statement() = default; ///< not valid; only good for being assigned to
    [[nodiscard]] bool isValid() const { return m_statement != nullptr; }

    /// A position that the statement does not have is a programming error: the next run ends with Storage.
    Statement &bind(int position, qint64 value);
    /// Copied unless the next argument is Borrow::Yes: then the bytes must live until the statement has run,
    /// and be bound again before the next run.
    enum class Borrow
    {
        No,
        Yes
    };
    Statement &bind(int position, std::string_view text, Borrow borrow = Borrow::No);
    Statement &bindBlob(int position, std::span<const char> bytes, Borrow borrow = Borrow::No);
    Statement &bindNull(int position);
    /// Binds NULL for an empty text: a value that the vendor did not send.
    Statement &bindOrNull(int position, std::string_view text, Borrow borrow = Borrow::No);

    /// Visits every row, then resets, also after an error. A row's texts are good only during its visit.
    /// \param visit  takes this statement, at a row; returns nothing, or a Result<void> whose error ends the
    /// loop
    /// \error Cancelled (the connection's CancelScope ended, or interrupt()), Locked, DiskFull, Storage;
    /// those of \a visit
    template <class Visit>
    Result<void> forEachRow(Visit visit);

    /// Visits the first row, if there is one, then resets, also after an error.
    /// \param visit  as for forEachRow()
    /// \returns whether there is a row
    /// \error as forEachRow()
    template <class Visit>
    Result<bool> firstRow(Visit visit);

    /// Whether there is a row.
    /// \error as forEachRow()
    Result<bool> hasRow();

    /// Runs to the end, ignoring rows.
    /// \error as forEachRow()
    Result<void> run();

    /// How a value is stored, whatever type its column was declared with.
    enum class StorageClass
    {
        Null,
        Integer,
        Real,
        Text,
        Blob
    };
    [[nodiscard]] StorageClass storageClass(int column) const;
    [[nodiscard]] std::string_view columnName(int column) const; ///< lifetime: the statement's

    [[nodiscard]] bool isNull(int column) const;
    /// Unchecked, 0 for NULL: for values that SQL computes. Stored values are read through StoredRow.
    [[nodiscard]] qint64 integer(int column) const;
    /// Empty for NULL; valid during the visit of the row.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::span<const char> blob(int column) const; ///< lifetime as text()

private:
    friend class SqlConnection;
    explicit Statement(sqlite3_stmt *statement);
    void note(int code);
    /// Goes to the next row.
    /// \returns false after the last one
    /// \error as forEachRow()
    Result<bool> step();
    /// Back to before the first row; bindings stay.
    void reset();
    template <class Visit>
    Result<bool> visitNextRow(Visit &visit);

    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_bindError = 0;
};

/// Calls a function that returns nothing or a Result<void>.
template <class Function, class Argument>
Result<void> callForResult(Function &function, Argument &argument)
{
    if constexpr (std::is_void_v<std::invoke_result_t<Function &, Argument &>>) {
        function(argument);
        return {};
    } else {
        return function(argument);
    }
}

template <class Visit>
Result<bool> Statement::visitNextRow(Visit &visit)
{
    TRY(const bool row, step());
    if (row) {
        TRY(callForResult(visit, std::as_const(*this)));
    }
    return row;
}

template <class Visit>
Result<void> Statement::forEachRow(Visit visit)
{
    const auto end = qScopeGuard([this] { reset(); });
    for (;;) {
        TRY(const bool row, visitNextRow(visit));
        if (!row)
            return {};
    }
}

template <class Visit>
Result<bool> Statement::firstRow(Visit visit)
{
    const auto end = qScopeGuard([this] { reset(); });
    return visitNextRow(visit);
}

} // namespace Trailglass
