// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string_view>

namespace Trailglass {

/// The first schema, explained in docs/decisions/0005-store-schema.md. Frozen: what is released is changed by
/// a further Migration only.
inline constexpr std::string_view SchemaVersion1 = R"sql(
CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT UNIQUE,               -- NULL while the source is being purged
    type TEXT NOT NULL,
    settings TEXT NOT NULL,         -- JSON object
    secrets TEXT NOT NULL,          -- JSON object of references, never a secret
    removed INTEGER NOT NULL DEFAULT 0,
    checkpoint TEXT,                -- JSON object
    fingerprint BLOB,
    last_attempt INTEGER,
    last_success INTEGER,
    last_error TEXT,
    events INTEGER NOT NULL DEFAULT 0,
    earliest INTEGER,
    latest INTEGER
) STRICT;

CREATE TABLE event (
    row INTEGER PRIMARY KEY,        -- from counter 'row', never reused
    source INTEGER NOT NULL,        -- no REFERENCES: that costs a look-up an event; its block has one
    created INTEGER NOT NULL,
    received INTEGER NOT NULL,
    op INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    action INTEGER,
    category INTEGER,
    actor_id INTEGER,
    actor_email INTEGER,
    actor_name INTEGER,
    actor_type INTEGER,
    target_name INTEGER,
    target_type INTEGER,
    ip INTEGER,
    user_agent INTEGER,
    channel INTEGER,
    workspace INTEGER,
    environment INTEGER,
    revised INTEGER,
    id TEXT NOT NULL,
    target_id TEXT,
    correlation TEXT,
    message TEXT
) STRICT;

CREATE TABLE dictionary (
    dictionary INTEGER NOT NULL,
    code INTEGER NOT NULL,          -- from counter 'dictionary.N', never reused
    hash INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (dictionary, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX dictionary_by_hash ON dictionary (dictionary, hash);

CREATE TABLE superseded (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    first_row INTEGER NOT NULL,
    last_row INTEGER NOT NULL,      -- inclusive
    at INTEGER                      -- when the newer event arrived; NULL for a purge
) STRICT;

CREATE TABLE raw_block (
    first_row INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (id),
    count INTEGER NOT NULL,
    bytes INTEGER NOT NULL,         -- before compression
    data BLOB NOT NULL
) STRICT;
CREATE INDEX raw_block_by_source ON raw_block (source);

CREATE TABLE id_recent (
    hash INTEGER NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (hash, row)
) STRICT, WITHOUT ROWID;
CREATE TABLE id_run (
    run INTEGER PRIMARY KEY AUTOINCREMENT,
    level INTEGER NOT NULL,
    bits INTEGER NOT NULL,
    count INTEGER NOT NULL
) STRICT;
CREATE TABLE id_chunk (
    key INTEGER PRIMARY KEY,        -- run << 32 | the first bits of the hash
    data BLOB NOT NULL
) STRICT;

CREATE TABLE coverage (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (id),
    from_time INTEGER,              -- inclusive; NULL is unbounded
    to_time INTEGER,                -- exclusive; NULL is unbounded
    answered INTEGER NOT NULL,
    pages INTEGER NOT NULL
) STRICT;
CREATE INDEX coverage_by_source ON coverage (source);

CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (id),
    hash INTEGER NOT NULL,          -- of the bytes
    received INTEGER NOT NULL,      -- first time
    reason TEXT NOT NULL,
    "offset" INTEGER NOT NULL,
    length INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX quarantine_by_hash ON quarantine (source, hash);

CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Tells this workspace from others for good: its secrets are filed under it in the keychain.
INSERT INTO counter VALUES ('identity', random() & 0x7fffffffffffffff);

CREATE VIEW events AS
SELECT
    source.name AS source,
    source.type AS vendor,
    event.id AS id,
    event.created AS created,
    event.received AS received,
    (SELECT text FROM dictionary WHERE dictionary = 1 AND code = event.action) AS action,
    (SELECT text FROM dictionary WHERE dictionary = 2 AND code = event.category) AS category,
    CASE event.op WHEN 0 THEN 'create' WHEN 1 THEN 'read' WHEN 2 THEN 'update' WHEN 3 THEN 'delete'
        WHEN 4 THEN 'auth' WHEN 5 THEN 'grant' WHEN 6 THEN 'execute' WHEN 7 THEN 'export'
        ELSE 'other' END AS op,
    CASE event.outcome WHEN 0 THEN 'success' WHEN 1 THEN 'failure' ELSE 'unknown' END AS outcome,
    (SELECT text FROM dictionary WHERE dictionary = 3 AND code = coalesce(
        event.actor_email, event.actor_name, event.actor_id, event.actor_type)) AS actor,
    (SELECT text FROM dictionary WHERE dictionary = 3 AND code = event.actor_id) AS "actor.id",
    (SELECT text FROM dictionary WHERE dictionary = 3 AND code = event.actor_email) AS "actor.email",
    (SELECT text FROM dictionary WHERE dictionary = 3 AND code = event.actor_name) AS "actor.name",
    (SELECT text FROM dictionary WHERE dictionary = 3 AND code = event.actor_type) AS "actor.type",
    coalesce(
        (SELECT text FROM dictionary WHERE dictionary = 4 AND code = event.target_name),
        event.target_id,
        (SELECT text FROM dictionary WHERE dictionary = 5 AND code = event.target_type)) AS target,
    event.target_id AS "target.id",
    (SELECT text FROM dictionary WHERE dictionary = 4 AND code = event.target_name) AS "target.name",
    (SELECT text FROM dictionary WHERE dictionary = 5 AND code = event.target_type) AS "target.type",
    (SELECT text FROM dictionary WHERE dictionary = 6 AND code = event.ip) AS ip,
    (SELECT text FROM dictionary WHERE dictionary = 7 AND code = event.user_agent) AS user_agent,
    (SELECT text FROM dictionary WHERE dictionary = 8 AND code = event.channel) AS channel,
    (SELECT text FROM dictionary WHERE dictionary = 9 AND code = event.workspace) AS workspace,
    (SELECT text FROM dictionary WHERE dictionary = 10 AND code = event.environment) AS environment,
    event.correlation AS correlation,
    event.message AS message
FROM event CROSS JOIN source ON source.id = event.source    -- CROSS: event is the outer loop
WHERE source.name IS NOT NULL;
)sql";

} // namespace Trailglass
