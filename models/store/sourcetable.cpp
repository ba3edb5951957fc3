// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sourcetable.h"

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/sourcejson.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"

namespace Trailglass::SourceTable {

namespace {

constexpr std::string_view SelectSources =
    "SELECT id, name, type, settings, secrets, removed FROM source WHERE name IS NOT NULL ORDER BY name";
constexpr std::string_view SelectNamed =
    "SELECT id, name, type, settings, secrets, removed FROM source WHERE name = ?";

Error notFound(const QString &name)
{
    return {.kind = ErrorKind::NotFound,
            .message = Trailglass::tr("There is no source “%1”.").arg(visibleText(name))};
}

Error gone()
{
    return {.kind = ErrorKind::NotFound,
            .message = Trailglass::tr("The source is not in this workspace any more.")};
}

Error usage(const QString &message)
{
    return {.kind = ErrorKind::Usage, .message = message};
}

Result<SourceRecord> recordAt(const Statement &row)
{
    StoredRow stored(row, "source");
    SourceRecord record{.id = {stored.number(0, StoredRanges::Source)},
                        .name = toQString(stored.text(1)),
                        .type = toQString(stored.text(2)),
                        .settings = {},
                        .secrets = {},
                        .removed = stored.number(5, StoredRanges::Flag) != 0};
    const auto settings = SourceJson::settings(stored.text(3));
    const auto secrets = SourceJson::secrets(stored.text(4));
    TRY(stored.check());
    if (!settings || !secrets)
        return impossibleValue("source", settings ? "secrets" : "settings");
    record.settings = *settings;
    record.secrets = *secrets;
    return record;
}

Result<SourceState> stateAt(const Statement &row)
{
    StoredRow stored(row, "source");
    const std::string_view checkpoint = stored.text(0);
    const std::span<const char> fingerprint = stored.blob(1);
    SourceState state{.checkpoint = {},
                      .fingerprint =
                          QByteArray(fingerprint.data(), static_cast<qsizetype>(fingerprint.size())),
                      .lastSuccess = stored.timeOrNone(2),
                      .lastAttempt = stored.timeOrNone(3),
                      .lastError = toQString(stored.text(4)),
                      .events = stored.number(5, StoredRanges::Count),
                      .earliest = stored.timeOrNone(6),
                      .latest = stored.timeOrNone(7)};
    TRY(stored.check());
    if (checkpoint.empty())
        return state;
    const std::optional<QJsonObject> object = SourceJson::object(checkpoint);
    if (!object)
        return impossibleValue("source", "checkpoint");
    state.checkpoint = *object;
    return state;
}

/// \error NotFound when no row was changed
Result<void> runOnOne(SqlConnection &connection, Statement &statement)
{
    TRY(statement.run());
    return connection.changes() == 1 ? Result<void>() : gone();
}

Result<SourceId> insert(SqlConnection &connection, const SourceRecord &source)
{
    TRY(Statement statement,
        connection.prepare(
            "INSERT INTO source (name, type, settings, secrets) VALUES (?, ?, ?, ?) RETURNING id"));
    statement.bind(1, toUtf8(source.name)).bind(2, toUtf8(source.type));
    statement.bind(3, SourceJson::text(source.settings)).bind(4, SourceJson::text(source.secrets));
    SourceId id;
    // SQLite takes the next number from table sqlite_sequence.
    TRY(firstStoredRow(statement, "sqlite_sequence",
                       [&id](StoredRow &row) { id = {row.number(0, StoredRanges::Source)}; }));
    return id;
}

Result<SourceId> bringBack(SqlConnection &connection, SourceId id, const SourceRecord &source)
{
    TRY(Statement statement,
        connection.prepare("UPDATE source SET settings = ?2, secrets = ?3, removed = 0, checkpoint = NULL, "
                           "fingerprint = NULL, "
                           "last_error = NULL WHERE id = ?1"));
    statement.bind(1, id.value)
        .bind(2, SourceJson::text(source.settings))
        .bind(3, SourceJson::text(source.secrets));
    TRY(runOnOne(connection, statement));
    return id;
}

} // namespace

Result<QList<SourceRecord>> all(SqlConnection &connection)
{
    TRY(Statement statement, connection.prepare(SelectSources));
    QList<SourceRecord> sources;
    TRY(statement.forEachRow([&sources](const Statement &row) -> Result<void> {
        TRY(SourceRecord source, recordAt(row));
        sources.append(std::move(source));
        return {};
    }));
    return sources;
}

Result<SourceRecord> named(SqlConnection &connection, const QString &name)
{
    TRY(Statement statement, connection.prepare(SelectNamed));
    std::optional<SourceRecord> source;
    TRY(statement.bind(1, toUtf8(name)).firstRow([&source](const Statement &row) -> Result<void> {
        TRY(source, recordAt(row));
        return {};
    }));
    return source ? Result(*std::move(source)) : notFound(name);
}

Result<SourceState> state(SqlConnection &connection, SourceId source)
{
    TRY(Statement statement,
        connection.prepare("SELECT checkpoint, fingerprint, last_success, last_attempt, last_error, events, "
                           "earliest, latest "
                           "FROM source WHERE id = ? AND name IS NOT NULL"));
    std::optional<SourceState> state;
    TRY(statement.bind(1, source.value).firstRow([&state](const Statement &row) -> Result<void> {
        TRY(state, stateAt(row));
        return {};
    }));
    return state ? Result(*std::move(state)) : gone();
}

Result<SourceId> add(SqlConnection &connection, const SourceRecord &source)
{
    if (source.name.isEmpty())
        return usage(Trailglass::tr("A source needs a name."));
    if (!vendorFromName(toUtf8(source.type)))
        return usage(Trailglass::tr("There is no source type %1.").arg(visibleText(source.type)));
    const Result<SourceRecord> old = named(connection, source.name);
    if (!old)
        return old.error().kind == ErrorKind::NotFound ? insert(connection, source) : old.error();
    if (!old->removed)
        return usage(Trailglass::tr("There is already a source “%1”. Choose another name.")
                         .arg(visibleText(source.name)));
    if (old->type != source.type)
        return usage(
            Trailglass::tr("The name “%1” belongs to the kept events of a removed %2 source. Choose another "
                           "name, add the source again as %2, or delete those events: “Delete events…” in "
                           "the window, or “trailglass-cli source remove %1 --purge”.")
                .arg(visibleText(source.name), old->type));
    return bringBack(connection, old->id, source);
}

Result<void> update(SqlConnection &connection, const SourceRecord &source, const QByteArray &fingerprint)
{
    // The right-hand sides see the row before the update: the checkpoint is reset when it belongs to another
    // fingerprint or another credential, which may be of another account.
    TRY(Statement statement,
        connection.prepare("UPDATE source SET settings = ?2, secrets = ?3, "
                           "checkpoint = CASE WHEN fingerprint = ?4 AND secrets = ?3 THEN checkpoint END, "
                           "fingerprint = CASE WHEN fingerprint = ?4 AND secrets = ?3 THEN fingerprint END "
                           "WHERE id = ?1 AND name IS NOT NULL"));
    statement.bind(1, source.id.value)
        .bind(2, SourceJson::text(source.settings))
        .bind(3, SourceJson::text(source.secrets))
        .bindBlob(4, fingerprint);
    return runOnOne(connection, statement);
}

Result<void> takeBack(SqlConnection &connection, SourceId source)
{
    TRY(Statement statement,
        connection.prepare("DELETE FROM source WHERE id = ?1 AND events = 0 AND last_attempt IS NULL "
                           "AND NOT EXISTS (SELECT 1 FROM raw_block WHERE source = ?1) "
                           "AND NOT EXISTS (SELECT 1 FROM coverage WHERE source = ?1) "
                           "AND NOT EXISTS (SELECT 1 FROM quarantine WHERE source = ?1) "
                           "AND NOT EXISTS (SELECT 1 FROM sync_run WHERE source = ?1)"));
    const Result<void> done = statement.bind(1, source.value).run();
    if (!done || connection.changes() == 1)
        return done;
    return markRemoved(connection, source);
}

Result<void> markRemoved(SqlConnection &connection, SourceId source,
                         const QMap<QString, SecretReference> &kept)
{
    TRY(Statement statement,
        connection.prepare(
            "UPDATE source SET removed = 1, secrets = ?2, checkpoint = NULL, fingerprint = NULL "
            "WHERE id = ?1 AND name IS NOT NULL"));
    statement.bind(1, source.value).bind(2, SourceJson::text(kept));
    return runOnOne(connection, statement);
}

Result<void> resetCheckpoint(SqlConnection &connection, SourceId source)
{
    TRY(Statement statement,
        connection.prepare(
            "UPDATE source SET checkpoint = NULL, fingerprint = NULL WHERE id = ? AND name IS NOT NULL"));
    statement.bind(1, source.value);
    return runOnOne(connection, statement);
}

Result<void> setCheckpoint(SqlConnection &connection, SourceId source, const QJsonObject &checkpoint,
                           const QByteArray &fingerprint)
{
    TRY(Statement statement,
        connection.prepare("UPDATE source SET checkpoint = ?2, fingerprint = ?3 WHERE id = ?1"));
    statement.bind(1, source.value).bind(2, SourceJson::text(checkpoint)).bindBlob(3, fingerprint);
    return runOnOne(connection, statement);
}

Result<void> finishRun(SqlConnection &connection, SourceId source, UtcMicros at, const QString &error)
{
    TRY(Statement statement,
        connection.prepare("UPDATE source SET last_attempt = ?2, last_error = ?3, "
                           "last_success = CASE WHEN ?3 IS NULL THEN ?2 ELSE "
                           "last_success END WHERE id = ?1 AND name IS NOT NULL"));
    statement.bind(1, source.value).bind(2, at.value).bindOrNull(3, toUtf8(error));
    return runOnOne(connection, statement);
}

Result<void> requireExists(SqlConnection &connection, SourceId source)
{
    TRY(Statement statement, connection.prepare("SELECT 1 FROM source WHERE id = ? AND name IS NOT NULL"));
    TRY(const bool exists, statement.bind(1, source.value).hasRow());
    return exists ? Result<void>() : gone();
}

} // namespace Trailglass::SourceTable
