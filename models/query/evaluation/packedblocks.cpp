// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/packedblocks.h"

#include "models/core/result.h"
#include "models/store/blockplace.h"
#include "models/store/sqlconnection.h"

namespace Trailglass {

Result<PackedBlocks> PackedBlocks::open(SqlConnection &connection)
{
    TRY(auto find,
        connection.prepare("SELECT first_row, count, data FROM raw_block WHERE first_row <= ? ORDER BY "
                           "first_row DESC LIMIT 1"));
    return PackedBlocks(std::move(find));
}

PackedBlocks::PackedBlocks(Statement find)
    : m_find(std::move(find))
{
}

Result<void> PackedBlocks::addBlockOf(RowId row, std::vector<PackedBlock> &blocks)
{
    if (!blocks.empty() && blocks.back().holds(row))
        return {};
    TRY(m_find.bind(1, row.value).firstRow([row, &blocks](const Statement &at) {
        // A block with impossible numbers is left out; its rows are missed by name.
        const auto place = blockPlaceAt(at);
        if (place && place->holds(row)) {
            const auto bytes = at.blob(2);
            blocks.push_back(
                {place->first, static_cast<std::size_t>(place->count), {bytes.begin(), bytes.end()}});
        }
    }));
    return {};
}

} // namespace Trailglass
