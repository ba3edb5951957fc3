// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string_view>

namespace Trailglass {

/// Adds the saved part of the column index, and to each event whether a search of its raw JSON finds all its
/// texts. Frozen: what is released is changed by a further Migration only.
inline constexpr std::string_view SchemaVersion3 = R"sql(
-- A cache: any row may be deleted at any time and is rebuilt from table event.
CREATE TABLE index_part (
    key INTEGER PRIMARY KEY,        -- segment (row / 65,536) << 8 | part; see SegmentCodec
    data BLOB NOT NULL
) STRICT;
ALTER TABLE event ADD COLUMN texts_in_raw INTEGER; -- 1: id, target_id, correlation and message stand in it
)sql";

} // namespace Trailglass
