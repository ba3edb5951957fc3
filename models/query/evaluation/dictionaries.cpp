// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/dictionaries.h"

#include "models/core/result.h"
#include "models/filter/weekdays.h"
#include "models/query/evaluation/cancellablelock.h"
#include "models/query/evaluation/dictionarycache.h"
#include "models/query/evaluation/querystopped.h"
#include "models/store/dictionary.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// \pre the code is a checked one, greater than all before
void put(CodedStrings &texts, qint64 code, std::string_view text)
{
    texts.append(static_cast<std::size_t>(code), text);
}

} // namespace

Dictionaries::Dictionaries(SqlConnection &connection, DictionaryCache &cache)
    : m_connection(connection)
    , m_cache(cache)
{
}

Result<CodedStrings> Dictionaries::texts(Field field, const CancelToken &cancel)
{
    if (field == Field::Vendor)
        return vendorsBySource();
    const Schema::Dictionary dictionary = Schema::dictionaryOf(field);
    // Classes and sources are few, and sources may change their name: they are not cached.
    if (dictionary == Schema::Dictionary::None) {
        CodedStrings texts;
        TRY(readLater(field, texts));
        return texts;
    }
    const auto lock = lockUnlessCancelled(m_cache.guard, cancel);
    if (!lock)
        return queryStopped();
    CodedStrings &known = m_cache.texts[static_cast<std::size_t>(dictionary)];
    TRY(readLater(field, known));
    return known;
}

Result<void> Dictionaries::readLater(Field field, CodedStrings &known)
{
    return readDictionary(m_connection, field, static_cast<qint64>(known.size()) - 1,
                          [&known](qint64 code, std::string_view text) { put(known, code, text); });
}

Result<CodedStrings> Dictionaries::vendorsBySource()
{
    TRY(auto statement,
        m_connection.prepare("SELECT id, type FROM source WHERE name IS NOT NULL ORDER BY id"));
    CodedStrings vendors;
    TRY(forEachStoredRow(statement, "source", [&vendors](StoredRow &row) -> Result<void> {
        const auto next = std::max(StoredRanges::Source.least, static_cast<qint64>(vendors.size()));
        const qint64 id = row.number(0, {next, StoredRanges::Source.greatest});
        const std::string_view type = row.text(1);
        TRY(row.check());
        put(vendors, id, type);
        return {};
    }));
    return vendors;
}

CodedStrings Dictionaries::texts(Filter::DerivedField field)
{
    static const CodedStrings Weekdays = [] {
        CodedStrings days;
        for (const std::string_view day : Filter::Weekdays)
            days.append(days.size(), day);
        return days;
    }();
    static const CodedStrings Hours = [] {
        CodedStrings hours;
        for (std::size_t hour = 0; hour < 24; ++hour)
            hours.append(hour, std::to_string(hour));
        return hours;
    }();
    return field == Filter::DerivedField::Hour ? Hours : Weekdays;
}

} // namespace Trailglass
