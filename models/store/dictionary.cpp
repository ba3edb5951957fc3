// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/dictionary.h"

#include "models/core/result.h"
#include "models/store/counters.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"

namespace Trailglass {

namespace {

using Visit = std::function<void(qint64, std::string_view)>;

template <class Class>
void visitClasses(Class last, qint64 after, const Visit &visit)
{
    for (qint64 code = std::max<qint64>(0, after + 1); code <= static_cast<qint64>(last); ++code)
        visit(code, name(static_cast<Class>(code)));
}

/// \param after  the statement requests codes greater than this
Result<void> visitRows(Statement &statement, const char *table, qint64 after, qint64 greatest,
                       const Visit &visit)
{
    return forEachStoredRow(statement, table, [&](StoredRow &row) -> Result<void> {
        // Ascending even where the tree that SQLite walks is out of order.
        const qint64 code = row.number(0, {std::max<qint64>(after, 0) + 1, greatest});
        const std::string_view text = row.text(1);
        TRY(row.check());
        visit(code, text);
        after = code;
        return {};
    });
}

} // namespace

Result<void> readDictionary(SqlConnection &connection, Field field, qint64 after, const Visit &visit)
{
    switch (field) {
    case Field::Vendor:
        visitClasses(Vendor::Nected, after, visit);
        return {};
    case Field::Op:
        visitClasses(Operation::Other, after, visit);
        return {};
    case Field::Outcome:
        visitClasses(Outcome::Unknown, after, visit);
        return {};
    case Field::Source: {
        TRY(Statement sources,
            connection.prepare("SELECT id, name FROM source WHERE name IS NOT NULL AND id > ? ORDER BY id"));
        return visitRows(sources.bind(1, after), "source", after, StoredRanges::Source.greatest, visit);
    }
    default:
        break;
    }
    Q_ASSERT(Schema::storage(field) == Schema::Storage::Code);
    return readDictionary(connection, Schema::dictionaryOf(field), after, visit);
}

Result<void> readDictionary(SqlConnection &connection, Schema::Dictionary dictionary, qint64 after,
                            const Visit &visit)
{
    // Tables by code are made for all codes up to the greatest.
    TRY(Counters counters, Counters::open(connection));
    TRY(const qint64 last, counters.value(Counters::dictionary(static_cast<int>(dictionary))));
    TRY(Statement texts,
        connection.prepare(
            "SELECT code, text FROM dictionary WHERE dictionary = ? AND code > ? ORDER BY code"));
    return visitRows(texts.bind(1, static_cast<qint64>(dictionary)).bind(2, after), "dictionary", after, last,
                     visit);
}

} // namespace Trailglass
