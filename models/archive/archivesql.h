// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// SQL for the server of an archive, or a part of it: made of constants of this program, and of values that are quoted
/// here. No text of a user, of an event or of a server gets into it in another way.
/// \thread any
class ArchiveSql
{
public:
    ArchiveSql() = default;

    /// A constant of this program, as it is.
    template <std::size_t size>
    ArchiveSql(const char (&constant)[size]) // NOLINT(google-explicit-constructor,*-avoid-c-arrays)
        : m_text(constant, size - 1)
    {
    }

    /// Any bytes as a string literal that every version of the server reads as these bytes. Bytes that are not valid
    /// UTF-8 are written as escapes.
    [[nodiscard]] static ArchiveSql literal(std::string_view bytes);

    /// Negative numbers in parentheses, so that no two signs begin a comment.
    [[nodiscard]] static ArchiveSql number(qint64 value);
    [[nodiscard]] static ArchiveSql number(quint64 value);

    /// A quoted identifier.
    /// \pre letters, digits, underscores and dots only: names of columns, which the program knows
    [[nodiscard]] static ArchiveSql identifier(std::string_view name);

    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.empty(); }

    ArchiveSql &operator+=(const ArchiveSql &other)
    {
        m_text += other.m_text;
        return *this;
    }
    friend ArchiveSql operator+(ArchiveSql left, const ArchiveSql &right) { return left += right; }
    friend bool operator==(const ArchiveSql &, const ArchiveSql &) = default;

private:
    std::string m_text;
};

/// The parts with \a separator between them.
[[nodiscard]] ArchiveSql joinSql(const std::vector<ArchiveSql> &parts, const ArchiveSql &separator);

/// Conditions of which all, or at least one, must hold; in parentheses, so that they can be put into any other. None: `1`,
/// and `0`.
[[nodiscard]] ArchiveSql allOf(const std::vector<ArchiveSql> &conditions);
[[nodiscard]] ArchiveSql anyOf(const std::vector<ArchiveSql> &conditions);

/// Whether \a value is one of several literals.
/// \pre at least one
[[nodiscard]] ArchiveSql isOneOf(const ArchiveSql &value, const std::vector<std::string> &texts);

} // namespace Trailglass
