// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/store/statement.h"

#include <optional>
#include <span>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// The signatures of the blocks of raw JSON: which runs of characters occur in the JSON of a block's rows and
/// in the texts that are kept beside it (plainTexts()). See TextSignature.
///
/// Kept as {stableHash() of the bits, with the first row as seed, little-endian uint64} {the bits}.
/// \thread the connection's
class RawSignatures
{
public:
    /// \param connection  outlives this object
    static Result<RawSignatures> open(SqlConnection &connection);

    /// Stores the signature of a new block, inside the caller's transaction.
    Result<void> write(RowId firstRow, std::span<const quint8> bits);

    /// \returns the bits, valid until the next call; nothing where the block has no signature or a damaged
    /// one: it must be looked at then \error Storage, Cancelled
    Result<std::optional<std::span<const quint8>>> read(RowId firstRow);

private:
    explicit RawSignatures(SqlConnection &connection)
        : m_connection(&connection)
    {
    }

    SqlConnection *m_connection;
    Statement m_insert; ///< prepared by the first write: a reader has no use for it
    Statement m_find; ///< not valid in a database of an older version, which has no signatures
    std::vector<char> m_packed;
};

} // namespace Trailglass
