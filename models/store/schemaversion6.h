// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string_view>

namespace Trailglass {

/// Adds the hash tree over what was stored (docs/evidence.md), signing keys, the review log, marks and notes. Frozen: what
/// is released is changed by a further Migration only.
inline constexpr std::string_view SchemaVersion6 = R"sql(
-- The name while the source is being purged: the leaves of its events are hashed with it.
ALTER TABLE source ADD COLUMN purged_name TEXT;
-- The leaf that records the row; NULL: none.
ALTER TABLE quarantine ADD COLUMN leaf INTEGER;
ALTER TABLE coverage ADD COLUMN leaf INTEGER;

-- Leaves of events: those from first_leaf on are the events of the rows from first_row on.
CREATE TABLE tree_span (
    first_leaf INTEGER PRIMARY KEY,
    first_row INTEGER NOT NULL,
    count INTEGER NOT NULL
) STRICT;
-- Leaves that are no events.
CREATE TABLE tree_record (
    leaf INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    text TEXT NOT NULL              -- JSON, exactly as it is hashed
) STRICT;
-- Hashes of leaves whose content is gone: a purge has deleted it, or a newer event has replaced it.
CREATE TABLE tree_gone (
    first_leaf INTEGER PRIMARY KEY,
    hashes BLOB NOT NULL            -- 32 bytes a leaf; all leaves are of one chunk of 256
) STRICT;
CREATE TABLE tree_replaced (
    leaf INTEGER PRIMARY KEY,
    replaces INTEGER NOT NULL,      -- leaf of the event that the event of this leaf replaced
    created INTEGER NOT NULL,       -- of that event, as it was
    received INTEGER NOT NULL       -- likewise
) STRICT;
-- Complete subtrees of 2^level leaves, of levels 8, 16 and 24.
CREATE TABLE tree_node (
    level INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    prints BLOB,                    -- of level 8: the first byte of each leaf's hash; else NULL
    PRIMARY KEY (level, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE tree_edge (
    id INTEGER PRIMARY KEY CHECK (id = 0),
    size INTEGER NOT NULL,          -- leaves
    hashes BLOB NOT NULL,           -- of the subtrees that the tree consists of, the largest first
    prints BLOB NOT NULL,           -- of the leaves after the last complete chunk
    built INTEGER NOT NULL,         -- 0: what an earlier version has stored is still being hashed
    next_row INTEGER NOT NULL       -- where that goes on
) STRICT;
INSERT INTO tree_edge VALUES (0, 0, x'', x'', 0, 1);
-- One a commit.
CREATE TABLE tree_head (
    size INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    root BLOB NOT NULL
) STRICT;
CREATE TABLE tree_checkpoint (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    size INTEGER NOT NULL,
    at INTEGER NOT NULL,
    note TEXT NOT NULL              -- a C2SP signed note
) STRICT;
CREATE TABLE signing_key (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    public BLOB NOT NULL,           -- 32 bytes
    reference TEXT NOT NULL,        -- JSON object of a reference, never the key
    created INTEGER NOT NULL,
    retired INTEGER                 -- NULL: the present key
) STRICT;

CREATE TABLE review (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    reviewer TEXT NOT NULL,
    name TEXT NOT NULL,
    filter TEXT NOT NULL,           -- as typed
    row INTEGER NOT NULL,           -- the last one seen
    size INTEGER NOT NULL,          -- leaves of the tree at that time
    count INTEGER NOT NULL,         -- events that were new
    note TEXT NOT NULL
) STRICT;
CREATE TABLE event_mark (
    row INTEGER PRIMARY KEY,
    colour TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE event_note (
    row INTEGER PRIMARY KEY,
    note TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
)sql";

} // namespace Trailglass
