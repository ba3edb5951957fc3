// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/dictionarytexts.h"

#include "models/store/sqlconnection.h"

namespace Trailglass {

DictionaryTexts::DictionaryTexts(SqlConnection &connection)
    : m_connection(connection)
{
}

Result<std::string_view> DictionaryTexts::text(Schema::Dictionary dictionary, qint64 code)
{
    if (code <= 0)
        return std::string_view();
    const Part &part = m_parts[static_cast<std::size_t>(dictionary)];
    const auto index = static_cast<std::size_t>(code);
    if (index >= part.ends.size()) {
        const Result<void> read = readLater(dictionary);
        if (!read)
            return read.error();
    }
    return index < part.ends.size() ? part.text(index) : std::string_view();
}

Result<void> DictionaryTexts::readLater(Schema::Dictionary dictionary)
{
    Part &part = m_parts[static_cast<std::size_t>(dictionary)];
    Result<Statement> later = m_connection.prepare(
        "SELECT code, text FROM dictionary WHERE dictionary = ? AND code >= ? ORDER BY code");
    if (!later)
        return later.error();
    later->bind(1, static_cast<qint64>(dictionary)).bind(2, static_cast<qint64>(part.ends.size()));
    for (;;) {
        const Result<bool> row = later->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        // Codes of removed texts are left out of the list; they stay as empty texts.
        part.ends.resize(static_cast<std::size_t>(later->integer(0)), part.bytes.size());
        part.bytes += later->text(1);
        part.ends.push_back(part.bytes.size());
    }
}

} // namespace Trailglass
