// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/dictionary.h"

#include "models/store/schema.h"
#include "models/store/sqlconnection.h"

namespace Trailglass {

namespace {

using Visit = std::function<void(qint64, std::string_view)>;

template <class Class>
void visitClasses(Class last, qint64 after, const Visit &visit)
{
    for (qint64 code = std::max<qint64>(0, after + 1); code <= static_cast<qint64>(last); ++code)
        visit(code, name(static_cast<Class>(code)));
}

Result<void> visitRows(Statement &statement, const Visit &visit)
{
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        visit(statement.integer(0), statement.text(1));
    }
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
        Result<Statement> sources =
            connection.prepare("SELECT id, name FROM source WHERE name IS NOT NULL AND id > ? ORDER BY id");
        if (!sources)
            return sources.error();
        return visitRows(sources->bind(1, after), visit);
    }
    default:
        break;
    }
    Q_ASSERT(Schema::storage(field) == Schema::Storage::Code);
    Result<Statement> texts = connection.prepare(
        "SELECT code, text FROM dictionary WHERE dictionary = ? AND code > ? ORDER BY code");
    if (!texts)
        return texts.error();
    return visitRows(texts->bind(1, static_cast<qint64>(Schema::dictionaryOf(field))).bind(2, after), visit);
}

} // namespace Trailglass
