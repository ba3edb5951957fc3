// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/dictionarywriter.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/store/sqlconnection.h"
#include "models/store/stablehash.h"
#include "models/store/storedrow.h"

namespace Trailglass {

namespace {

qint64 hashOf(std::string_view text)
{
    return static_cast<qint64>(stableHash(text));
}

} // namespace

DictionaryWriter::DictionaryWriter(Counters counters, Statement find, Statement insert)
    : m_counters(std::move(counters))
    , m_find(std::move(find))
    , m_insert(std::move(insert))
{
}

Result<DictionaryWriter> DictionaryWriter::open(SqlConnection &connection)
{
    TRY(Counters counters, Counters::open(connection));
    // By itself SQLite would choose the primary key and read the whole dictionary for each new text.
    TRY(Statement find,
        connection.prepare("SELECT code, text FROM dictionary INDEXED BY dictionary_by_hash WHERE dictionary "
                           "= ? AND hash = ?"));
    TRY(Statement insert,
        connection.prepare("INSERT INTO dictionary (dictionary, code, hash, text) VALUES (?, ?, ?, ?)"));
    return DictionaryWriter(std::move(counters), std::move(find), std::move(insert));
}

Result<void> DictionaryWriter::begin()
{
    for (std::size_t index = 1; index < m_parts.size(); ++index) {
        TRY(const qint64 last, m_counters.value(Counters::dictionary(static_cast<int>(index))));
        m_parts[index].last = m_parts[index].stored = last;
    }
    return {};
}

Result<qint64> DictionaryWriter::code(Schema::Dictionary dictionary, std::string_view text)
{
    if (text.empty())
        return 0;
    Part &part = m_parts[static_cast<std::size_t>(dictionary)];
    const auto known = part.codes.find(text);
    if (known != part.codes.end())
        return known->second;
    TRY(const qint64 code, storedCode(dictionary, text));
    if (part.codes.size() >= CacheLimit)
        part.codes.clear();
    part.codes.emplace(text, code);
    return code;
}

Result<qint64> DictionaryWriter::storedCode(Schema::Dictionary dictionary, std::string_view text)
{
    const auto number = static_cast<qint64>(dictionary);
    qint64 code = 0;
    TRY(forEachStoredRow(m_find.bind(1, number).bind(2, hashOf(text)), "dictionary", [&](StoredRow &row) {
        if (row.text(1) == text)
            code = row.number(0, StoredRanges::Code);
    }));
    if (code != 0)
        return code;
    code = ++m_parts[static_cast<std::size_t>(dictionary)].last;
    if (!StoredRanges::Code.holds(code))
        return Error{.kind = ErrorKind::TooLarge,
                     .message = Trailglass::tr(
                         "This workspace has reached its maximum size. Create a new one in another folder.")};
    TRY(m_insert.bind(1, number).bind(2, code).bind(3, hashOf(text)).bind(4, text).run());
    return code;
}

Result<void> DictionaryWriter::finish()
{
    for (std::size_t index = 1; index < m_parts.size(); ++index) {
        Part &part = m_parts[index];
        if (part.last == part.stored)
            continue;
        TRY(m_counters.set(Counters::dictionary(static_cast<int>(index)), part.last));
        part.stored = part.last;
    }
    return {};
}

void DictionaryWriter::forget()
{
    for (Part &part : m_parts)
        part = {};
}

} // namespace Trailglass
