// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/dictionarycleaner.h"

#include "models/store/schema.h"
#include "models/store/sqlconnection.h"

#include <array>
#include <string>
#include <vector>

namespace Trailglass {

namespace {

/// By dictionary, then by code.
using UsedCodes = std::array<std::vector<bool>, Schema::DictionaryCount>;

struct CodedColumn
{
    std::size_t dictionary = 0;
    std::string expression;
};

std::vector<CodedColumn> codedColumns()
{
    std::vector<CodedColumn> columns;
    for (const Field field : allFields()) {
        const Schema::Dictionary dictionary = Schema::dictionaryOf(field);
        // The display of an actor is one of its parts.
        if (dictionary != Schema::Dictionary::None && field != Field::Actor)
            columns.push_back({static_cast<std::size_t>(dictionary), Schema::valueExpression(field)});
    }
    return columns;
}

Result<UsedCodes> usedCodes(SqlConnection &connection)
{
    const std::vector<CodedColumn> columns = codedColumns();
    std::string sql = "SELECT ";
    for (const CodedColumn &column : columns)
        sql += (&column == &columns.front() ? "" : ", ") + column.expression;
    Result<Statement> events = connection.prepare(sql + " FROM event");
    if (!events)
        return events.error();
    UsedCodes used;
    for (;;) {
        const Result<bool> row = events->step();
        if (!row)
            return row.error();
        if (!*row)
            return used;
        for (std::size_t index = 0; index < columns.size(); ++index) {
            std::vector<bool> &codes = used[columns[index].dictionary];
            const auto code = static_cast<std::size_t>(events->integer(static_cast<int>(index)));
            if (code >= codes.size())
                codes.resize(2 * code + 1);
            codes[code] = true;
        }
    }
}

} // namespace

Result<void> deleteUnusedTexts(SqlConnection &connection)
{
    const Result<UsedCodes> used = usedCodes(connection);
    if (!used)
        return used.error();
    Result<Statement> texts = connection.prepare("SELECT dictionary, code FROM dictionary");
    if (!texts)
        return texts.error();
    std::vector<std::pair<qint64, qint64>> unused;
    for (;;) {
        const Result<bool> row = texts->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const std::vector<bool> &codes = used->at(static_cast<std::size_t>(texts->integer(0)));
        const auto code = static_cast<std::size_t>(texts->integer(1));
        if (code >= codes.size() || !codes[code])
            unused.emplace_back(texts->integer(0), texts->integer(1));
    }
    Result<Statement> remove = connection.prepare("DELETE FROM dictionary WHERE dictionary = ? AND code = ?");
    if (!remove)
        return remove.error();
    for (const auto &[dictionary, code] : unused) {
        const Result<void> done = remove->bind(1, dictionary).bind(2, code).run();
        if (!done)
            return done;
    }
    return {};
}

} // namespace Trailglass
