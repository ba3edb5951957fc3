// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string_view>

namespace Trailglass {

/// Adds to each block of raw JSON which runs of characters occur in it, so that searches pass blocks over
/// (docs/decisions/0014-block-signatures.md). Frozen: what is released is changed by a further Migration
/// only.
inline constexpr std::string_view SchemaVersion4 = R"sql(
-- A help: any row may be deleted at any time; a block without one is looked at.
CREATE TABLE raw_signature (
    first_row INTEGER PRIMARY KEY,  -- of the block in raw_block
    data BLOB NOT NULL              -- see RawSignatures
) STRICT;
)sql";

} // namespace Trailglass
