// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/orderedpieces.h"
#include "models/core/result.h"
#include "models/store/sqlconnection.h"
#include "models/store/transaction.h"

#include <QString>

#include <functional>
#include <memory>

namespace Trailglass {

/// Reads a piece of a workspace by its number.
template <class Piece>
using PieceReading = std::function<Result<Piece>(SqlConnection &connection, qint64 number)>;

/// doPiecesInOrder() for pieces that are read from a workspace: each thread has a connection of its own, and each piece a
/// transaction.
///
/// \param cancel  ends the statements of \a read
/// \param read    called on several threads at a time
/// \error as doPiecesInOrder() and SqlConnection::openForReading()
template <class Piece>
Result<void> readPiecesInOrder(const QString &workspace, qint64 count, const CancelToken &cancel,
                               const PieceReading<Piece> &read,
                               const std::function<Result<void>(Piece &&piece)> &take,
                               unsigned threads = workerThreads())
{
    const auto makeWork = [&]() -> PieceWork<Piece> {
        // Opened by the thread that uses it.
        const auto reading = std::make_shared<std::unique_ptr<SqlConnection>>();
        return [&, reading](qint64 number) -> Result<Piece> {
            if (!*reading) {
                TRY(*reading, SqlConnection::openForReading(workspace));
            }
            TRY([[maybe_unused]] const auto transaction, ReadTransaction::begin(**reading));
            const CancelScope scope(**reading, cancel);
            return read(**reading, number);
        };
    };
    return doPiecesInOrder<Piece>(count, makeWork, take, threads);
}

} // namespace Trailglass
