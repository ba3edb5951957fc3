// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/presettable.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/json/jsonvalidator.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"

namespace Trailglass::PresetTable {

namespace {

/// The first schema with table `preset`. A reader migrates nothing, so it may see an older one.
constexpr qint64 FirstVersion = 2;
/// The first with colour rules in it.
constexpr qint64 ColourRulesVersion = 5;

Result<void> removeNamed(SqlConnection &connection, const QString &name)
{
    TRY(Statement statement, connection.prepare("DELETE FROM preset WHERE name = ?"));
    return statement.bind(1, toUtf8(name)).run();
}

} // namespace

Result<QList<Preset>> all(SqlConnection &connection)
{
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    if (version < FirstVersion)
        return QList<Preset>();
    TRY(Statement statement,
        connection.prepare(
            version < ColourRulesVersion
                ? "SELECT name, expression, columns, sort, NULL FROM preset ORDER BY name"
                : "SELECT name, expression, columns, sort, colour_rules FROM preset ORDER BY name"));
    QList<Preset> presets;
    TRY(forEachStoredRow(statement, "preset", [&presets](StoredRow &row) {
        presets.append({.name = toQString(row.text(0)),
                        .expression = toQString(row.text(1)),
                        .columns = toQString(row.text(2)),
                        .sort = toQString(row.text(3)),
                        .colourRules = toQString(row.text(4))});
    }));
    return presets;
}

Result<void> check(SqlConnection &connection)
{
    TRY(const QList<Preset> presets, all(connection));
    for (const Preset &preset : presets) {
        const std::string rules = toUtf8(preset.colourRules);
        if (!rules.empty() && (rules.front() != '[' || !isJson(rules)))
            return impossibleValue("preset", "colour_rules");
    }
    return {};
}

Result<void> save(SqlConnection &connection, const Preset &preset)
{
    if (preset.name.isEmpty())
        return Error{.kind = ErrorKind::Usage, .message = Trailglass::tr("A preset needs a name.")};
    TRY(Statement statement,
        connection.prepare("INSERT OR REPLACE INTO preset (name, expression, columns, sort, colour_rules) "
                           "VALUES (?, ?, ?, ?, ?)"));
    statement.bind(1, toUtf8(preset.name)).bind(2, toUtf8(preset.expression));
    statement.bindOrNull(3, toUtf8(preset.columns)).bindOrNull(4, toUtf8(preset.sort));
    statement.bindOrNull(5, toUtf8(preset.colourRules));
    return statement.run();
}

Result<void> change(SqlConnection &connection, const PresetChanges &changes)
{
    for (const QString &name : changes.deleted) {
        TRY(removeNamed(connection, name));
    }
    for (const Preset &preset : changes.saved) {
        TRY(save(connection, preset));
    }
    return {};
}

} // namespace Trailglass::PresetTable
