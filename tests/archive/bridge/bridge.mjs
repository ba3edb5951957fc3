#!/usr/bin/env node
// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// The newest ClickHouse for tests: chdb, which is ClickHouse as a library, with the part of its HTTP interface that an
// archive is reached by. Prints {"port":…,"version":…} when it listens on a free port of 127.0.0.1.
//
//   bridge.mjs --modules FOLDER --path DATA [--user NAME:KEY:READONLY]…
//
// As a server does: user and key in headers, database, query_id and settings in the address, status codes, the header with the
// code of an exception, refusal of a second query with the id of a running one, compressed results, queries that go on when
// their client has left, KILL QUERY. Unlike a server: rights come from --user and not from SQL; the id of a query is in its
// log_comment, which is where system.processes is made to look for it; there are no shards; a body that is cut off
// does not reach ClickHouse; SQL has to be valid UTF-8.
import {createRequire} from 'node:module';
import {randomUUID} from 'node:crypto';
import {mkdirSync, unlinkSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';

const values = name => process.argv.flatMap((word, index) => word === '--' + name ? [process.argv[index + 1]] : []);
const {Session} = createRequire(join(values('modules')[0], 'package.json'))('chdb');
const path = values('path')[0];
mkdirSync(path, {recursive: true});
const users = new Map(values('user').map(text => {
  const [name, key, readonly] = text.split(':');
  return [name, {key, readonly: Number(readonly || 0)}];
}));

// Keeps the engine open; asks for processes and stops them.
const control = new Session(path);
const version = control.query('SELECT version()', 'TSV').trim();
const timezone = control.query('SELECT timezone()', 'TSV').trim();

// Parameters of the address that are no settings.
const notSettings = new Set(['query', 'database', 'default_format', 'query_id', 'wait_end_of_query',
  'enable_http_compression', 'send_progress_in_http_headers', 'readonly']);

const quoted = text => `'${text.replace(/[\\']/g, character => '\\' + character)}'`;
const exception = (code, name, words) => new Error(`Code: ${code}. DB::Exception: ${words} (${name})`);

// exceptionCodeToHTTPStatus.cpp
function statusOf(code) {
  if (code === 194) return 401;
  if ([192, 193, 497, 512, 516].includes(code)) return 403;
  if ([6, 8, 15, 25, 26, 27, 36, 38, 41, 43, 44, 53, 62, 63, 72, 117, 167, 168, 321, 376, 427, 441].includes(code)) return 400;
  if ([46, 47, 50, 56, 60, 73, 78, 81, 99, 115, 336, 511].includes(code)) return 404;
  if (code === 159) return 408;
  if (code === 223) return 413;
  if (code === 48) return 501;
  return [76, 209, 439].includes(code) ? 503 : 500;
}

function userOf(request) {
  const name = request.headers['x-clickhouse-user'] || 'default';
  const user = users.get(name);
  if (!user || user.key !== (request.headers['x-clickhouse-key'] || ''))
    throw exception(516, 'AUTHENTICATION_FAILED',
      `${name}: Authentication failed: password is incorrect, or there is no user with such name.`);
  return user;
}

// A statement that means the id of a query, made to mean its log_comment.
const withComments = sql => /^\s*KILL\s|\bsystem\.processes\b/i.test(sql)
  ? sql.replace(/\bquery_id\s*=/g, "Settings['log_comment'] =") : sql;

// A connection keeps its settings, so it serves requests with the same ones again; to open one takes long.
const idle = new Map();

function settingsOf(parameters, user) {
  const settings = [];
  for (const [name, value] of parameters) {
    if (notSettings.has(name)) continue;
    if (user.readonly === 1) throw exception(164, 'READONLY', `Cannot modify '${name}' setting in readonly mode.`);
    settings.push(`${name} = ${/^-?\d+$/.test(value) ? value : quoted(value)}`);
  }
  return settings;
}

// Calls use() with a session for the request.
async function withSession(parameters, user, id, use) {
  const database = (parameters.get('database') || 'default').replace(/[`\\]/g, '');
  const settings = settingsOf(parameters, user);
  const key = JSON.stringify([database, settings, user.readonly]);
  const comment = `log_comment = ${quoted(id)}`;
  let session = (idle.get(key) || []).pop();
  let isReusable = false;
  try {
    if (session) {
      session.query('SET ' + comment);
    } else {
      session = new Session(path);
      session.query('USE `' + database + '`');
      session.query('SET ' + [comment, ...settings].join(', '));
      if (user.readonly) session.query(`SET readonly = ${user.readonly}`);
    }
    const result = await use(session);
    isReusable = user.readonly !== 1; // which takes no further comment
    return result;
  } finally {
    // A query that failed or was stopped stays in system.processes until its connection gets another one or is closed.
    if (isReusable) idle.set(key, [...(idle.get(key) || []), session]);
    else session?.close();
  }
}

// The block comes from a file: a statement with its data ends at the first empty line.
async function insert(session, sql, block) {
  const parts = /^(\s*INSERT\s+INTO\s+\S+)\s+(FORMAT\s+\w+)\s*$/i.exec(sql);
  if (!parts) throw exception(62, 'SYNTAX_ERROR', 'Syntax error: INSERT INTO table FORMAT name is all that is known here.');
  const file = join(path, 'block-' + randomUUID());
  writeFileSync(file, block);
  try {
    await session.queryAsync(`${parts[1]} FROM INFILE ${quoted(file)} ${parts[2]}`, {format: 'TSV'});
  } finally {
    unlinkSync(file);
  }
  return Buffer.alloc(0);
}

async function carryOut(parameters, user, id, body) {
  const inAddress = parameters.get('query') || '';
  const isBlock = inAddress && body.length;
  if (isBlock && user.readonly) throw exception(164, 'READONLY', 'Cannot execute query in readonly mode.');
  const sql = isBlock ? inAddress : withComments(inAddress || body.toString());
  if (/^\s*KILL\s/i.test(sql)) {
    control.query(sql);
    return Buffer.alloc(0);
  }
  return withSession(parameters, user, id, async session => {
    if (isBlock) return insert(session, sql, body);
    const result = await session.queryAsync(sql, {format: parameters.get('default_format') || 'TabSeparated'});
    return Buffer.from(result.bytes());
  });
}

const running = new Set();

async function respond(request, response) {
  const parameters = new URL(request.url, 'http://bridge').searchParams;
  const id = parameters.get('query_id') || randomUUID();
  const head = {'X-ClickHouse-Server-Display-Name': 'bridge', 'X-ClickHouse-Query-Id': id, 'X-ClickHouse-Timezone': timezone};
  let isOurs = false;
  try {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    const user = userOf(request);
    if (running.has(id)) throw exception(216, 'QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING', `Query with id = ${id} is already running.`);
    running.add(id);
    isOurs = true;
    let bytes = await carryOut(parameters, user, id, Buffer.concat(pieces));
    if (parameters.get('enable_http_compression') === '1' && /\bgzip\b/.test(request.headers['accept-encoding'] || '')) {
      head['Content-Encoding'] = 'gzip';
      bytes = gzipSync(bytes);
    }
    response.writeHead(200, {...head, 'Content-Type': 'application/octet-stream'});
    response.end(bytes);
  } catch (error) {
    const words = String(error.message).replace(/^.*?(Code: \d+\.)/s, '$1').trim();
    const code = Number((/Code: (\d+)/.exec(words) || [0, 1000])[1]);
    response.writeHead(statusOf(code), {...head, 'X-ClickHouse-Exception-Code': code, 'Content-Type': 'text/plain; charset=UTF-8'});
    response.end(`${words} (version ${version} (bridge))\n`);
  } finally {
    if (isOurs) running.delete(id);
  }
}

const server = createServer((request, response) => {
  if (request.url === '/ping') response.end('Ok.\n');
  else respond(request, response).catch(error => console.error('bridge:', error.message));
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({port: server.address().port, version})));
process.on('uncaughtException', error => console.error('bridge:', error.message));
