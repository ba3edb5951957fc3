// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string_view>

namespace Trailglass {

/// Adds the presets, and to each interval of coverage what was requested in it. Frozen: what is released is
/// changed by a further Migration only.
inline constexpr std::string_view SchemaVersion2 = R"sql(
CREATE TABLE preset (
    name TEXT PRIMARY KEY NOT NULL,
    expression TEXT NOT NULL,
    columns TEXT,                   -- as --columns takes them; NULL: leave them as they are
    sort TEXT                       -- as --sort takes it; NULL: leave it as it is
) STRICT, WITHOUT ROWID;

-- Of the settings that the vendor was asked with; NULL: not noted. What was answered for one scope says
-- nothing of another.
ALTER TABLE coverage ADD COLUMN fingerprint BLOB;
)sql";

} // namespace Trailglass
