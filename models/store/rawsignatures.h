// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/store/statement.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace Trailglass {

class SqlConnection;
class TextSignature;

/// Adds the texts of one event to the signature of its block: the raw JSON and the plainTexts().
/// \thread any
void addToSignature(TextSignature &signature, std::string_view raw,
                    const std::array<std::string_view, 4> &plainTexts);

/// The signatures of the blocks of raw JSON: which character sequences occur in the JSON of a block's rows
/// and in their plainTexts(). See TextSignature.
///
/// Stored as {stableHash() of the bits, little-endian uint64, with the block's first row and count as seed}
/// {the bits}.
/// \thread the connection's
class RawSignatures
{
public:
    /// \param connection  outlives this object
    static Result<RawSignatures> open(SqlConnection &connection);

    /// Stores the signature of a block.
    /// \pre inside a transaction
    /// \param count  rows of the block
    Result<void> write(RowId firstRow, qint64 count, std::span<const quint8> bits);

    /// \param count  rows of the block, as table `raw_block` says
    /// \returns the bits, valid until the next call; nothing where the block has no signature, a damaged one
    /// or one of another count: searches must read the block then
    /// \error Cancelled, Locked
    Result<std::optional<std::span<const quint8>>> read(RowId firstRow, qint64 count);

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
