// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/dictionarycleaner.h"

#include "models/core/result.h"
#include "models/store/schema.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"

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
        // Field::Actor has no column: it shows one of the parts, which are listed.
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
    TRY(Statement events, connection.prepare(sql + " FROM event"));
    UsedCodes used;
    TRY(forEachStoredRow(events, "event", [&](StoredRow &row) {
        for (std::size_t index = 0; index < columns.size(); ++index) {
            std::vector<bool> &codes = used[columns[index].dictionary];
            const auto code = static_cast<std::size_t>(
                row.numberOrNone(static_cast<int>(index), StoredRanges::Code).value_or(0));
            if (code >= codes.size())
                codes.resize(2 * code + 1);
            codes[code] = true;
        }
    }));
    return used;
}

} // namespace

Result<void> deleteUnusedTexts(SqlConnection &connection)
{
    TRY(const UsedCodes used, usedCodes(connection));
    TRY(Statement texts, connection.prepare("SELECT dictionary, code FROM dictionary"));
    std::vector<std::pair<qint64, qint64>> unused;
    TRY(forEachStoredRow(texts, "dictionary", [&](StoredRow &row) {
        const qint64 dictionary = row.number(0, StoredRanges::Dictionary);
        const qint64 code = row.number(1, StoredRanges::Code);
        const std::vector<bool> &codes = used[static_cast<std::size_t>(dictionary)];
        if (static_cast<std::size_t>(code) >= codes.size() || !codes[static_cast<std::size_t>(code)])
            unused.emplace_back(dictionary, code);
    }));
    TRY(Statement remove, connection.prepare("DELETE FROM dictionary WHERE dictionary = ? AND code = ?"));
    for (const auto &[dictionary, code] : unused) {
        TRY(remove.bind(1, dictionary).bind(2, code).run());
    }
    return {};
}

} // namespace Trailglass
