// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/dictionarydamage.h"

#include "models/core/result.h"
#include "models/store/sqlconnection.h"
#include "models/store/stablehash.h"
#include "models/store/storedrow.h"
#include "models/store/transaction.h"

namespace Trailglass {

Result<std::vector<DamagedText>> damagedTexts(SqlConnection &connection)
{
    constexpr StoredRange Numbers{1, static_cast<qint64>(Schema::DictionaryCount) - 1};
    TRY(Statement statement, connection.prepare("SELECT dictionary, code, hash, text FROM dictionary"));
    std::vector<DamagedText> damaged;
    for (;;) {
        TRY(const bool row, statement.step());
        if (!row)
            return damaged;
        StoredRow stored(statement, "dictionary");
        const auto number = static_cast<Schema::Dictionary>(stored.number(0, Numbers));
        const qint64 code = stored.number(1, StoredRanges::Code);
        const auto hash = static_cast<quint64>(stored.number(2, StoredRanges::Any));
        const std::string_view text = stored.text(3);
        TRY(stored.check());
        if (stableHash(text) != hash)
            damaged.push_back({.dictionary = number, .code = code, .hash = hash, .text = std::string(text)});
    }
}

Result<std::vector<DamagedText>> damagedTexts(const QString &workspace)
{
    const Result<std::unique_ptr<SqlConnection>> connection = SqlConnection::openForReading(workspace);
    return connection ? damagedTexts(**connection) : connection.error();
}

Result<void> restoreTexts(const QString &workspace, std::span<const DamagedText> texts)
{
    TRY(const auto connection, SqlConnection::openCurrent(workspace));
    TRY(WriteTransaction transaction, WriteTransaction::begin(*connection));
    TRY(Statement update,
        (connection)->prepare("UPDATE dictionary SET text = ?, hash = ? WHERE dictionary = ? AND code = ?"));
    for (const DamagedText &text : texts) {
        const Result<void> done = update.bind(1, text.text)
                                      .bind(2, static_cast<qint64>(stableHash(text.text)))
                                      .bind(3, static_cast<qint64>(text.dictionary))
                                      .bind(4, text.code)
                                      .run();
        if (!done)
            return done;
    }
    return transaction.commit();
}

} // namespace Trailglass
