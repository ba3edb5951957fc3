// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sqltext.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr std::string_view SqlWhitespace = " \t\n\f\r"; // \source sqlite3IsSpace(), but for the vertical tab

/// The position after the first \a closing from \a from on, or the end of \a sql.
std::size_t endOf(std::string_view sql, std::size_t from, std::string_view closing)
{
    const std::size_t found = sql.find(closing, from);
    return found == std::string_view::npos ? sql.size() : found + closing.size();
}

/// The length of the whitespace or comment at the beginning; 0 when there is none.
std::size_t gapAt(std::string_view sql)
{
    if (sql.starts_with("--"))
        return endOf(sql, 2, "\n");
    if (sql.starts_with("/*"))
        return endOf(sql, 2, "*/");
    return std::min(sql.find_first_not_of(SqlWhitespace), sql.size());
}

/// The length of a literal or quoted name at the beginning, else 1. A doubled quotation mark inside reads as
/// two adjacent literals, with the same result.
std::size_t pieceAt(std::string_view sql)
{
    const char first = sql.front();
    if (first == '[')
        return endOf(sql, 1, "]");
    if (first == '\'' || first == '"' || first == '`')
        return endOf(sql, 1, sql.substr(0, 1));
    return 1;
}

} // namespace

std::string withoutComments(std::string_view sql)
{
    std::string result;
    bool isAfterGap = false;
    while (!sql.empty()) {
        if (const std::size_t gap = gapAt(sql); gap > 0) {
            isAfterGap = true;
            sql.remove_prefix(gap);
            continue;
        }
        if (isAfterGap && !result.empty())
            result += ' ';
        isAfterGap = false;
        const std::size_t length = pieceAt(sql);
        result += sql.substr(0, length);
        sql.remove_prefix(length);
    }
    return result;
}

} // namespace Trailglass
