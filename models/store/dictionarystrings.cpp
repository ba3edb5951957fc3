// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/dictionarystrings.h"

#include "models/core/result.h"
#include "models/store/dictionary.h"
#include "models/store/sqlconnection.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// One look-up takes about as long as reading this many texts with one statement.
constexpr qint64 TextsPerLookup = 8;
/// Looked-up texts kept per dictionary.
constexpr std::size_t MaxLookedUp = 4096;

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
    if (index < part.strings.size())
        return part.strings[index];
    if (const auto known = part.lookedUp.find(code); known != part.lookedUp.end())
        return std::string_view(known->second);
    TRY(const bool readsWhole, shouldReadWhole(dictionary, part));
    if (!readsWhole)
        return lookUp(dictionary, code, part);
    TRY(readNewer(dictionary, part));
    return part.strings[index];
}

/// Whether reading the whole dictionary would have cost no more than the look-ups so far.
Result<bool> DictionaryStrings::shouldReadWhole(Schema::Dictionary dictionary, Part &part)
{
    if (part.strings.size() > 0)
        return true;
    if (part.greatestCode == 0) {
        TRY(Statement greatest,
            m_connection.prepare("SELECT coalesce(max(code), 0) FROM dictionary WHERE dictionary = ?"));
        TRY(greatest.bind(1, static_cast<qint64>(dictionary)).firstRow([&part](const Statement &row) {
            part.greatestCode = std::max<qint64>(1, row.integer(0));
        }));
    }
    return ++part.lookups * TextsPerLookup >= part.greatestCode;
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
    if (part.lookedUp.size() >= MaxLookedUp)
        part.lookedUp.clear();
    return std::string_view(part.lookedUp[code] = std::move(found));
}

Result<void> DictionaryStrings::readNewer(Schema::Dictionary dictionary, Part &part)
{
    // Code 0 is the empty text.
    const auto known = std::max<qint64>(0, static_cast<qint64>(part.strings.size()) - 1);
    const Result<void> read =
        readDictionary(m_connection, dictionary, known, [&part](qint64 code, std::string_view text) {
            // Codes of removed texts are not listed and get an empty string.
            part.strings.append(static_cast<std::size_t>(code), text);
        });
    part.lookedUp.clear();
    return read;
}

} // namespace Trailglass
