// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivesql.h"

#include "models/json/utf8.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// The letter of an escape; 0 for a byte that stands for itself.
char escapeLetter(char byte)
{
    switch (byte) {
    case '\0':
        return '0';
    case '\b':
        return 'b';
    case '\t':
        return 't';
    case '\n':
        return 'n';
    case '\f':
        return 'f';
    case '\r':
        return 'r';
    case '\'':
    case '\\':
        return byte;
    default:
        return 0;
    }
}

void appendHexEscape(std::string &text, char byte)
{
    constexpr std::string_view Digits = "0123456789abcdef";
    const unsigned value = static_cast<unsigned char>(byte);
    text += "\\x";
    text += Digits[value / 16];
    text += Digits[value % 16];
}

bool isNameByte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
        || byte == '_' || byte == '.';
}

ArchiveSql combineConditions(const std::vector<ArchiveSql> &conditions, const ArchiveSql &separator,
                             const ArchiveSql &ofNone)
{
    if (conditions.empty())
        return ofNone;
    if (conditions.size() == 1)
        return conditions.front();
    return "(" + joinSql(conditions, separator) + ")";
}

} // namespace

ArchiveSql ArchiveSql::literal(std::string_view bytes)
{
    const bool isText = isValidUtf8(bytes);
    ArchiveSql sql;
    sql.m_text += '\'';
    for (const char byte : bytes) {
        if (const char letter = escapeLetter(byte)) {
            sql.m_text += '\\';
            sql.m_text += letter;
        } else if (!isText && static_cast<unsigned char>(byte) >= 0x80) {
            appendHexEscape(sql.m_text, byte);
        } else {
            sql.m_text += byte;
        }
    }
    sql.m_text += '\'';
    return sql;
}

ArchiveSql ArchiveSql::number(qint64 value)
{
    ArchiveSql sql;
    sql.m_text = std::to_string(value);
    return value < 0 ? "(" + sql + ")" : sql;
}

ArchiveSql ArchiveSql::number(quint64 value)
{
    ArchiveSql sql;
    sql.m_text = std::to_string(value);
    return sql;
}

ArchiveSql ArchiveSql::identifier(std::string_view name)
{
    Q_ASSERT(!name.empty() && std::ranges::all_of(name, isNameByte));
    ArchiveSql sql;
    sql.m_text += '`';
    sql.m_text += name;
    sql.m_text += '`';
    return sql;
}

ArchiveSql joinSql(const std::vector<ArchiveSql> &parts, const ArchiveSql &separator)
{
    ArchiveSql joined;
    for (const ArchiveSql &part : parts) {
        if (!joined.isEmpty())
            joined += separator;
        joined += part;
    }
    return joined;
}

ArchiveSql allOf(const std::vector<ArchiveSql> &conditions)
{
    return combineConditions(conditions, " AND ", "1");
}

ArchiveSql anyOf(const std::vector<ArchiveSql> &conditions)
{
    return combineConditions(conditions, " OR ", "0");
}

ArchiveSql isOneOf(const ArchiveSql &value, const std::vector<std::string> &texts)
{
    std::vector<ArchiveSql> literals;
    literals.reserve(texts.size());
    for (const std::string &text : texts)
        literals.push_back(ArchiveSql::literal(text));
    if (literals.size() == 1)
        return value + " = " + literals.front();
    return value + " IN (" + joinSql(literals, ", ") + ")";
}

} // namespace Trailglass
