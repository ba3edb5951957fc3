// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sql/packedblocks.h"

#include "models/store/rawblock.h"
#include "models/store/sqlconnection.h"

namespace Trailglass {

Result<PackedBlocks> PackedBlocks::open(SqlConnection &connection)
{
    auto find = connection.prepare(
        "SELECT first_row, count, data FROM raw_block WHERE first_row <= ? ORDER BY first_row DESC LIMIT 1");
    if (!find)
        return find.error();
    return PackedBlocks(*std::move(find));
}

PackedBlocks::PackedBlocks(Statement find)
    : m_find(std::move(find))
{
}

Result<void> PackedBlocks::addBlockOf(RowId row, std::vector<ScanBatch::PackedBlock> &blocks)
{
    if (!blocks.empty() && blocks.back().holds(row))
        return {};
    const auto found = m_find.bind(1, row.value).step();
    if (!found)
        return found.error();
    if (*found) {
        const qint64 count = m_find.integer(1);
        ScanBatch::PackedBlock block{RowId{m_find.integer(0)}, 0, {}};
        // A count beyond what the store writes is damage: such a block is left out, its rows are missed by
        // name.
        if (count > 0 && count <= static_cast<qint64>(RawBlock::Capacity))
            block.count = static_cast<std::size_t>(count);
        if (block.holds(row)) {
            const auto bytes = m_find.blob(2);
            block.bytes.assign(bytes.begin(), bytes.end());
            blocks.push_back(std::move(block));
        }
    }
    m_find.reset();
    return {};
}

} // namespace Trailglass
