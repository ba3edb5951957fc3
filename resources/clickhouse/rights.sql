-- SPDX-FileCopyrightText: Trailglass authors
-- SPDX-License-Identifier: MIT
--
-- Users of an archive on a server with GRANT. After `trailglass-cli archive create`, as an administrator:
--     clickhouse-client --multiquery < rights.sql
-- with a key in place of each CHANGE-ME and, if it is another one, the name of the database in place of audit.
-- In a cluster: ON CLUSTER after each name, and the rights for the tables with _local too.

-- readonly = 2: the settings that make results exact are sent with each query. The limits are examples: a query over one fails
-- with the server's words.
CREATE SETTINGS PROFILE IF NOT EXISTS trailglass_reader
    SETTINGS readonly = 2, max_execution_time = 300, max_memory_usage = 8000000000;

CREATE SETTINGS PROFILE IF NOT EXISTS trailglass_analyst
    SETTINGS max_execution_time = 300, max_memory_usage = 8000000000;

-- Pushes. It cannot change or delete what is there.
CREATE USER IF NOT EXISTS push IDENTIFIED WITH sha256_password BY 'CHANGE-ME';
GRANT SELECT, INSERT ON audit.* TO push;

-- Reads everything.
CREATE USER IF NOT EXISTS reader IDENTIFIED WITH sha256_password BY 'CHANGE-ME' SETTINGS PROFILE 'trailglass_reader';
GRANT SELECT ON audit.* TO reader;

-- Reads everything, and saves presets that all see. readonly = 2 would forbid that; the rights allow nothing else.
CREATE USER IF NOT EXISTS analyst IDENTIFIED WITH sha256_password BY 'CHANGE-ME' SETTINGS PROFILE 'trailglass_analyst';
GRANT SELECT ON audit.* TO analyst;
GRANT INSERT ON audit.preset TO analyst;

-- Where a team sees some sources alone: it counts, finds and exports the events of these, whatever it asks.
-- The numbers of all events, and the names of workspaces, are in tables without sources: it sees these.
CREATE USER IF NOT EXISTS team IDENTIFIED WITH sha256_password BY 'CHANGE-ME' SETTINGS PROFILE 'trailglass_reader';
GRANT SELECT ON audit.event TO team;
GRANT SELECT ON audit.commit TO team;
GRANT SELECT ON audit.origin TO team;
GRANT SELECT ON audit.claim TO team;
GRANT SELECT ON audit.coverage TO team;
GRANT SELECT ON audit.archive TO team;
GRANT SELECT ON audit.preset TO team;
GRANT SHOW COLUMNS ON audit.quarantine TO team; -- the bytes of rows of all sources are there
CREATE ROW POLICY IF NOT EXISTS trailglass_team ON audit.event USING source IN ('work', 'catalogue') TO team;
CREATE ROW POLICY IF NOT EXISTS trailglass_team ON audit.claim USING source IN ('work', 'catalogue') TO team;
CREATE ROW POLICY IF NOT EXISTS trailglass_team ON audit.coverage USING source IN ('work', 'catalogue') TO team;
-- A table with a policy may show nothing to users without one. A push would not find what it has sent.
CREATE ROW POLICY IF NOT EXISTS trailglass_all ON audit.event USING 1 TO push, reader, analyst;
CREATE ROW POLICY IF NOT EXISTS trailglass_all ON audit.claim USING 1 TO push, reader, analyst;
CREATE ROW POLICY IF NOT EXISTS trailglass_all ON audit.coverage USING 1 TO push, reader, analyst;
