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
    TRY(Statement statement, connection.prepare("SELECT dictionary, code, hash, text FROM dictionary"));
    std::vector<DamagedText> damaged;
    TRY(forEachStoredRow(statement, "dictionary", [&](StoredRow &row) {
        const auto dictionary = static_cast<Schema::Dictionary>(row.number(0, StoredRanges::Dictionary));
        const qint64 code = row.number(1, StoredRanges::Code);
        const auto hash = static_cast<quint64>(row.number(2, StoredRanges::Any));
        const std::string_view text = row.text(3);
        if (stableHash(text) != hash)
            damaged.push_back(
                {.dictionary = dictionary, .code = code, .hash = hash, .text = std::string(text)});
    }));
    return damaged;
}

Result<std::vector<DamagedText>> damagedTexts(const QString &workspace)
{
    TRY(const auto connection, SqlConnection::openForReading(workspace));
    return damagedTexts(*connection);
}

Result<void> restoreTexts(const QString &workspace, std::span<const DamagedText> texts)
{
    TRY(const auto connection, SqlConnection::openCurrent(workspace));
    TRY(WriteTransaction transaction, WriteTransaction::begin(*connection));
    TRY(Statement update,
        connection->prepare("UPDATE dictionary SET text = ?, hash = ? WHERE dictionary = ? AND code = ?"));
    for (const DamagedText &text : texts) {
        TRY(update.bind(1, text.text)
                .bind(2, static_cast<qint64>(stableHash(text.text)))
                .bind(3, static_cast<qint64>(text.dictionary))
                .bind(4, text.code)
                .run());
    }
    return transaction.commit();
}

} // namespace Trailglass
