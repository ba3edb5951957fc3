// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/packedblock.h"
#include "models/store/statement.h"

namespace Trailglass {

class SqlConnection;

/// Reads the compressed blocks with the raw JSON of rows, to be unpacked on other threads.
///
/// \thread the connection's
class PackedBlocks
{
public:
    /// \param connection  must outlive this object
    static Result<PackedBlocks> open(SqlConnection &connection);

    /// Adds the block that holds \a row, unless it is the last one there already or does not exist.
    /// \error Storage, Cancelled
    Result<void> addBlockOf(RowId row, std::vector<PackedBlock> &blocks);

private:
    explicit PackedBlocks(Statement find);

    Statement m_find;
};

} // namespace Trailglass
