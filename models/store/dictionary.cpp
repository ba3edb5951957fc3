// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/dictionary.h"

#include "models/store/schema.h"
#include "models/store/sqlconnection.h"

namespace Trailglass {

namespace {

using Texts = std::vector<std::pair<qint64, std::string>>;

template <class Class>
Texts classNames(Class last, qint64 after)
{
    Texts texts;
    for (qint64 code = std::max<qint64>(0, after + 1); code <= static_cast<qint64>(last); ++code)
        texts.emplace_back(code, name(static_cast<Class>(code)));
    return texts;
}

Result<Texts> rows(Result<Statement> statement)
{
    if (!statement)
        return statement.error();
    Texts texts;
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return texts;
        texts.emplace_back(statement->integer(0), statement->text(1));
    }
}

} // namespace

Result<Texts> readDictionary(SqlConnection &connection, Field field, qint64 after)
{
    switch (field) {
    case Field::Vendor:
        return classNames(Vendor::Nected, after);
    case Field::Op:
        return classNames(Operation::Other, after);
    case Field::Outcome:
        return classNames(Outcome::Unknown, after);
    case Field::Source: {
        Result<Statement> statement =
            connection.prepare("SELECT id, name FROM source WHERE name IS NOT NULL AND id > ? ORDER BY id");
        if (statement)
            statement->bind(1, after);
        return rows(std::move(statement));
    }
    default:
        break;
    }
    Q_ASSERT(Schema::storage(field) == Schema::Storage::Code);
    Result<Statement> statement = connection.prepare(
        "SELECT code, text FROM dictionary WHERE dictionary = ? AND code > ? ORDER BY code");
    if (statement)
        statement->bind(1, static_cast<qint64>(Schema::dictionaryOf(field))).bind(2, after);
    return rows(std::move(statement));
}

} // namespace Trailglass
