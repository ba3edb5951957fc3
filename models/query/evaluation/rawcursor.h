// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/packedblock.h"
#include "models/store/rawblock.h"

#include <optional>
#include <span>

namespace Trailglass {

/// Unpacks compressed blocks of raw JSON as their rows are needed, one block at a time.
///
/// \thread one at a time
class RawCursor
{
public:
    using Blocks = std::span<const PackedBlock>;

    /// Makes block() the one that holds a row.
    /// \returns why not: Storage, naming the row
    std::optional<Error> seek(Blocks blocks, RowId row);

    /// The block of the last seek() that went well; before the first an empty one.
    [[nodiscard]] const RawBlock &block() const { return m_block; }

    /// Forgets the block: the next ones belong to another state of the database.
    void reset() { m_block = {}; }

private:
    RawBlockCodec m_codec;
    RawBlock m_block;
};

} // namespace Trailglass
