// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string_view>

namespace Trailglass {

inline constexpr std::string_view SchemaVersion5 = R"sql(
ALTER TABLE preset ADD COLUMN colour_rules TEXT; -- JSON, see ColourRules; NULL: leave them as they are

-- A row of kind 1 is another version of an event that is stored.
ALTER TABLE quarantine ADD COLUMN kind INTEGER NOT NULL DEFAULT 0; -- 0: unreadable; 1: conflict
ALTER TABLE quarantine ADD COLUMN event_id TEXT; -- of the stored event; NULL unless a conflict
ALTER TABLE quarantine ADD COLUMN place TEXT;    -- the page or the file it came with; NULL: not noted

-- What each sync and import did. A run that was killed has no end.
CREATE TABLE sync_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source INTEGER NOT NULL REFERENCES source (id),
    kind INTEGER NOT NULL,          -- 0: sync; 1: sync of everything; 2: import
    started INTEGER NOT NULL,
    ended INTEGER,
    status INTEGER,                 -- 0: ok; 1: failed; 2: cancelled; 3: ok, with a gap; NULL: no end noted
    requests INTEGER NOT NULL DEFAULT 0,
    retries INTEGER NOT NULL DEFAULT 0,
    pages INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,   -- of responses, decoded
    waited INTEGER NOT NULL DEFAULT 0,  -- microseconds spent on limits of the vendor and before retries
    received INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    duplicate INTEGER NOT NULL DEFAULT 0,
    conflict INTEGER NOT NULL DEFAULT 0,
    unreadable INTEGER NOT NULL DEFAULT 0,
    warnings TEXT,                  -- JSON array of sentences; NULL: none
    error TEXT                      -- JSON object as in sync --json; NULL: none
) STRICT;
CREATE INDEX sync_run_by_source ON sync_run (source, started);
)sql";

} // namespace Trailglass
