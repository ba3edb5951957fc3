// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/jsonline.h"
#include "app/cli/retentionnotice.h"

#include "models/commandline/texttable.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sources/source.h"
#include "models/table/sourcetablemodel.h"
#include "models/workspace/sourcereading.h"
#include "models/workspace/sourcestatus.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

using CommandLine::TextTable;

QJsonObject typeJson(const SourceType &type)
{
    QJsonArray settings;
    for (const SettingField &field : type.settings) {
        settings.append(QJsonObject{{u"key"_s, field.key},
                                    {u"help"_s, field.help},
                                    {u"default"_s, field.defaultValue},
                                    {u"required"_s, field.required},
                                    {u"scope"_s, field.scope},
                                    {u"choices"_s, QJsonArray::fromStringList(field.choices)}});
    }
    QJsonArray secrets;
    for (const SecretField &field : type.secrets) {
        secrets.append(
            QJsonObject{{u"key"_s, field.key}, {u"help"_s, field.help}, {u"required"_s, field.required}});
    }
    return {{u"type"_s, type.name},
            {u"name"_s, type.displayName},
            {u"settings"_s, settings},
            {u"secrets"_s, secrets}};
}

/// What one has to know of a setting in two lines: a table would be wider than any terminal.
QString typeText(const SourceType &type)
{
    QString text = type.name + " ("_L1 + type.displayName + ")\n"_L1;
    const auto entry = [&text](const QString &key, const QString &kind, const QString &help) {
        text += "  "_L1 + key.leftJustified(16) + kind + "\n      "_L1 + help + u'\n';
    };
    for (const SettingField &field : type.settings) {
        const QString kind = !field.defaultValue.isEmpty()
            ? tr("setting (default: %1)").arg(field.defaultValue)
            : field.required ? tr("setting, required")
            : field.scope    ? tr("scope, optional")
                             : tr("setting, optional");
        entry(field.key, kind, field.help);
        if (!field.choices.isEmpty())
            text += "      "_L1 + tr("One of: %1").arg(field.choices.join(u" · "_s)) + u'\n';
    }
    for (const SecretField &field : type.secrets)
        entry(field.key, field.required ? tr("secret, required") : tr("secret, optional"), field.help);
    return text + u'\n';
}

ExitCode types(Session &session, const CommandLine::Arguments &)
{
    QJsonArray list;
    QString text;
    for (const Source *source : allSources()) {
        list.append(typeJson(source->type()));
        text += typeText(source->type());
    }
    session.console.print(session.json ? jsonLine(list) : text);
    return ExitCode::Done;
}

QString optionalTime(const std::optional<UtcMicros> &time)
{
    return time ? toQString(formatTime(*time)) : QString();
}

QJsonObject sourceJson(const SourceEntry &entry)
{
    const SourceRecord &source = entry.record;
    const SourceState &state = entry.state;
    QJsonObject settings;
    for (auto setting = source.settings.cbegin(); setting != source.settings.cend(); ++setting)
        settings.insert(setting.key(), setting.value());
    QJsonObject secrets;
    for (auto secret = source.secrets.cbegin(); secret != source.secrets.cend(); ++secret)
        secrets.insert(secret.key(), printSecretReference(secret.value()));
    const auto time = [](const std::optional<UtcMicros> &moment) {
        return moment ? QJsonValue(optionalTime(moment)) : QJsonValue();
    };
    const QString retention = retentionNotice(entry);
    return {{u"number"_s, source.id.value},
            {u"name"_s, source.name},
            {u"type"_s, source.type},
            {u"removed"_s, source.removed},
            {u"settings"_s, settings},
            {u"secrets"_s, secrets},
            {u"events"_s, state.events},
            {u"earliest"_s, time(state.earliest)},
            {u"latest"_s, time(state.latest)},
            {u"last_attempt"_s, time(state.lastAttempt)},
            {u"last_success"_s, time(state.lastSuccess)},
            {u"last_error"_s, state.lastError.isEmpty() ? QJsonValue() : QJsonValue(state.lastError)},
            {u"retention_warning"_s, retention.isEmpty() ? QJsonValue() : QJsonValue(retention)}};
}

ExitCode listSources(Session &session, const CommandLine::Arguments &)
{
    OpenWorkspace workspace(session.workspace);
    const auto entries = readSourceEntries(workspace, session.clock.now());
    if (!entries)
        return session.fail(entries.error());

    TextTable table(
        {tr("name"), tr("type"), tr("events"), tr("latest event"), tr("last success"), tr("state")},
        {TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Right});
    QJsonArray array;
    for (const SourceEntry &entry : *entries) {
        const SourceRow row = sourceRow(entry);
        const QString state = row.lastError.isEmpty() ? stateText(row.state) : row.lastError;
        table.addRow({row.name, row.typeName, QString::number(row.events), optionalTime(row.latest),
                      optionalTime(row.lastSuccess), state});
        array.append(sourceJson(entry));
    }
    if (session.json)
        session.console.print(jsonLine(array));
    else if (entries->isEmpty())
        session.console.tell(tr("There are no sources yet. Add one: trailglass-cli source add TYPE NAME …"));
    else
        session.console.print(table.take(session.console.outputWidth()));
    if (!session.json)
        tellRetention(session, *entries);
    return ExitCode::Done;
}

QString sourceText(const SourceEntry &entry)
{
    const SourceRecord &source = entry.record;
    const SourceState &state = entry.state;
    QString text;
    const auto line = [&text](const QString &label, const QString &value) {
        if (!value.isEmpty())
            text += label.leftJustified(16) + visibleText(value) + u'\n';
    };
    line(tr("number"), QString::number(source.id.value));
    line(tr("name"), source.name);
    line(tr("type"), source.type);
    for (auto setting = source.settings.cbegin(); setting != source.settings.cend(); ++setting)
        line(setting.key(), setting.value());
    for (auto secret = source.secrets.cbegin(); secret != source.secrets.cend(); ++secret)
        line(secret.key(), printSecretReference(secret.value()));
    line(tr("events"), QString::number(state.events));
    line(tr("earliest"), optionalTime(state.earliest));
    line(tr("latest"), optionalTime(state.latest));
    line(tr("last attempt"), optionalTime(state.lastAttempt));
    line(tr("last success"), optionalTime(state.lastSuccess));
    line(tr("last error"), state.lastError);
    line(tr("state"), stateText(sourceRow(entry).state));
    line(tr("retention"), retentionNotice(entry));
    return text;
}

ExitCode showSource(Session &session, const CommandLine::Arguments &arguments)
{
    OpenWorkspace workspace(session.workspace);
    const auto entry = readSourceEntry(workspace, arguments.positional.first(), session.clock.now());
    if (!entry)
        return session.fail(entry.error());
    session.console.print(session.json ? jsonLine(sourceJson(*entry)) : sourceText(*entry));
    return ExitCode::Done;
}

} // namespace

QList<Command> sourceListCommands()
{
    return {
        blockingCommand({{u"source"_s, u"types"_s},
                         {},
                         tr("Lists the source types with their settings and secrets."),
                         {},
                         0,
                         0},
                        types),
        blockingCommand({{u"source"_s, u"list"_s}, {}, tr("Lists the sources and their status."), {}, 0, 0},
                        listSources),
        blockingCommand({{u"source"_s, u"show"_s}, u"NAME"_s, tr("Shows a source."), {}, 1, 1}, showSource),
    };
}

} // namespace Trailglass
