// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"

#include <QtGlobal>

#include <memory>
#include <optional>
#include <utility>

namespace Trailglass {

/// An error that is handed on from result to result without being copied.
using SharedError = std::shared_ptr<const Error>;

/// Puts an error where results share it.
[[nodiscard]] SharedError shareError(Error &&error);

/// A value, or the reason there is none.
///
/// Never empty, unless moved from. Asking for the alternative that is not there is a programming error and asserts. Copies, moves and
/// destructors of results are a large part of what is compiled; a pointer for the error keeps them short.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(const T &value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_value(value)
    {
    }
    Result(T &&value) // NOLINT(google-explicit-constructor): likewise; an Event has many texts to move
        : m_value(std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor): `return Error{…};` likewise
        : m_error(shareError(std::move(error)))
    {
    }
    /// \pre \p error is not null
    Result(SharedError error) // NOLINT(google-explicit-constructor): for TRY
        : m_error(std::move(error))
    {
    }

    [[nodiscard]] bool hasValue() const { return m_value.has_value(); }
    explicit operator bool() const { return hasValue(); }

    [[nodiscard]] const T &value() const &
    {
        Q_ASSERT(hasValue());
        return *m_value;
    }
    [[nodiscard]] T &value() &
    {
        Q_ASSERT(hasValue());
        return *m_value;
    }
    [[nodiscard]] T &&value() &&
    {
        Q_ASSERT(hasValue());
        return *std::move(m_value);
    }
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!hasValue());
        return *m_error;
    }
    [[nodiscard]] const SharedError &sharedError() const { return m_error; }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::optional<T> m_value;
    SharedError m_error;
};

/// Success, or the reason for failure.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_error(shareError(std::move(error)))
    {
    }
    /// \pre \p error is not null
    Result(SharedError error) // NOLINT(google-explicit-constructor): for TRY
        : m_error(std::move(error))
    {
    }

    [[nodiscard]] bool hasValue() const { return !m_error; }
    explicit operator bool() const { return hasValue(); }
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(m_error);
        return *m_error;
    }
    [[nodiscard]] const SharedError &sharedError() const { return m_error; }

private:
    SharedError m_error;
};

} // namespace Trailglass

/// Passes an error on: TRY(done()) continues after success, TRY(const qint64 rows, countRows()) also declares
/// the value; otherwise both return the error of the Result from the calling function.
///
/// \pre the calling function returns a Result; an `if` around the macro has braces
#define TRY(...) TRAILGLASS_TRY_CHOOSE(__VA_ARGS__, TRAILGLASS_TRY_VALUE, TRAILGLASS_TRY_DONE, )(__VA_ARGS__)

#define TRAILGLASS_TRY_CHOOSE(first, second, macro, ...) macro
// Names are unique, because an expression may hold a lambda that uses the macro as well.
#define TRAILGLASS_TRY_DONE(expression)                                                                      \
    TRAILGLASS_TRY_UNNAMED((expression), TRAILGLASS_TRY_JOIN(tryResult, __COUNTER__))
#define TRAILGLASS_TRY_UNNAMED(expression, name)                                                             \
    do {                                                                                                     \
        if (auto &&name = expression; !name)                                                                 \
            return name.sharedError();                                                                       \
    } while (false)
#define TRAILGLASS_TRY_VALUE(declaration, expression)                                                        \
    TRAILGLASS_TRY_NAMED(declaration, (expression), TRAILGLASS_TRY_JOIN(tryResult, __COUNTER__))
#define TRAILGLASS_TRY_NAMED(declaration, expression, name)                                                  \
    auto name = expression;                                                                                  \
    if (!name)                                                                                               \
        return name.sharedError();                                                                           \
    declaration = *std::move(name)
#define TRAILGLASS_TRY_JOIN(left, right) TRAILGLASS_TRY_JOIN_EXPANDED(left, right)
#define TRAILGLASS_TRY_JOIN_EXPANDED(left, right) left##right
