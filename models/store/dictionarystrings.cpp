// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/dictionarystrings.h"

#include "models/core/result.h"
#include "models/store/dictionary.h"
#include "models/store/sqlconnection.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// A look-up takes about as long as reading so many texts in one go.
constexpr qint64 TextsALookup = 8;
/// Texts kept of those looked up.
constexpr std::size_t MaxKept = 4096;

} // namespace

DictionaryStrings::DictionaryStrings(SqlConnection &connection)
    : m_connection(connection)
{
}

Result<std::string_view> DictionaryStrings::text(Schema::Dictionary dictionary, qint64 code)
{
    if (code <= 0)
        return std::string_view();
    Part &part = m_parts[static_cast<std::size_t>(dictionary)];
    const auto index = static_cast<std::size_t>(code);
    if (index < part.all.size())
        return part.all[index];
    if (const auto known = part.some.find(code); known != part.some.end())
        return std::string_view(known->second);
    TRY(const bool isWorth, isWorthReading(dictionary, part));
    if (!isWorth)
        return lookUp(dictionary, code, part);
    TRY(readLater(dictionary, part));
    return part.all[index];
}

/// Whether the look-ups so far would have paid for reading all. Of millions of actors a screenful shows a
/// dozen.
Result<bool> DictionaryStrings::isWorthReading(Schema::Dictionary dictionary, Part &part)
{
    if (part.all.size() > 0)
        return true;
    if (part.greatestCode == 0) {
        TRY(Statement greatest,
            m_connection.prepare("SELECT coalesce(max(code), 0) FROM dictionary WHERE dictionary = ?"));
        TRY(greatest.bind(1, static_cast<qint64>(dictionary)).firstRow([&part](const Statement &row) {
            part.greatestCode = std::max<qint64>(1, row.integer(0));
        }));
    }
    return ++part.lookups * TextsALookup >= part.greatestCode;
}

Result<std::string_view> DictionaryStrings::lookUp(Schema::Dictionary dictionary, qint64 code, Part &part)
{
    if (!m_single.isValid()) {
        TRY(Statement single,
            m_connection.prepare("SELECT text FROM dictionary WHERE dictionary = ? AND code = ?"));
        m_single = std::move(single);
    }
    std::string found;
    TRY(m_single.bind(1, static_cast<qint64>(dictionary))
            .bind(2, code)
            .firstRow([&found](const Statement &row) { found = row.text(0); }));
    if (part.some.size() >= MaxKept)
        part.some.clear();
    return std::string_view(part.some[code] = std::move(found));
}

Result<void> DictionaryStrings::readLater(Schema::Dictionary dictionary, Part &part)
{
    // Code 0 is the empty text.
    const auto known = std::max<qint64>(0, static_cast<qint64>(part.all.size()) - 1);
    const Result<void> read =
        readDictionary(m_connection, dictionary, known, [&part](qint64 code, std::string_view text) {
            // Codes of removed texts are left out of the list; they stay as empty texts.
            part.all.append(static_cast<std::size_t>(code), text);
        });
    part.some.clear();
    return read;
}

} // namespace Trailglass
