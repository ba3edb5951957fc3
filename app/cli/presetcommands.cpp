// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/archiveaccess.h"
#include "app/cli/commands.h"
#include "app/cli/jsonline.h"

#include "models/commandline/sharedoptions.h"
#include "models/commandline/texttable.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/presets/builtinpresets.h"
#include "models/presets/presetcolours.h"
#include "models/presets/presetfile.h"
#include "models/table/colourrule.h"
#include "models/workspace/openarchive.h"
#include "models/workspace/presetchanges.h"

#include <QLocale>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

using CommandLine::TextTable;

using RunOnPresets = std::function<ExitCode(Session &, const PresetPlace &, const CommandLine::Arguments &)>;

/// Makes a command of a function that works on presets: those of the workspace, or with `--archive URL` those that an
/// archive keeps for all who read it.
Command presetCommand(CommandLine::CommandSpecification specification, RunOnPresets run)
{
    const QList<CommandLine::OptionSpecification> archive{
        {u"archive"_s, u"URL"_s,
         tr("the presets that all share in the archive at https://USER@HOST:PORT/DATABASE, in place of those "
            "of the workspace")},
        CommandLine::archiveKeyOption()};
    specification.options += archive;
    return {std::move(specification),
            [run = std::move(run)](Session &session, const CommandLine::Arguments &arguments,
                                   const Finish &finish) {
                const auto isArchive = readsArchive(session, arguments);
                if (!isArchive)
                    return finish(session.fail(isArchive.error()));
                if (!*isArchive)
                    return finish(run(session, session.workspace, arguments));
                const auto use = [&session, run, arguments](const ArchiveAccess &access, const Finish &end) {
                    end(run(session, PresetPlace::sharedIn(archiveAt(access), session.clock), arguments));
                };
                withArchive(session, arguments, arguments.value(u"archive"_s), use, finish);
            }};
}

/// The list of rules, null where the preset has none.
QJsonValue rulesJson(const QString &rules)
{
    const QJsonDocument document = QJsonDocument::fromJson(rules.toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue();
}

QJsonObject presetJson(const Preset &preset)
{
    const auto optional = [](const QString &text) {
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    };
    return {{u"name"_s, preset.name},
            {u"expression"_s, preset.expression},
            {u"columns"_s, optional(preset.columns)},
            {u"sort"_s, optional(preset.sort)},
            {u"colour_rules"_s, rulesJson(preset.colourRules)}};
}

ExitCode listPresets(Session &session, const PresetPlace &place, const CommandLine::Arguments &arguments)
{
    const auto presets =
        arguments.has(u"built-in"_s) ? Result(withBuiltInPresets({})) : place.read(session.interrupt.token());
    if (!presets)
        return session.fail(presets.error());
    TextTable table({tr("name"), tr("filter"), tr("columns"), tr("sort")});
    QJsonArray array;
    for (const Preset &preset : *presets) {
        table.addRow({preset.name, preset.expression, preset.columns, preset.sort});
        array.append(presetJson(preset));
    }
    if (session.json)
        session.console.print(jsonLine(array));
    else if (presets->isEmpty())
        session.console.tell(tr("There are no presets yet. Save one: trailglass-cli preset save NAME EXPR\n"
                                "Those of the program: trailglass-cli preset list --built-in"));
    else
        session.console.print(table.take(session.console.outputWidth()));
    return ExitCode::Done;
}

QString presetText(const Preset &preset)
{
    QString text;
    const auto line = [&text](const QString &label, const QString &value) {
        if (!value.isEmpty())
            text += label.leftJustified(10) + visibleText(value) + u'\n';
    };
    line(tr("name"), preset.name);
    line(tr("filter"), preset.expression);
    line(tr("columns"), preset.columns);
    line(tr("sort"), preset.sort);
    if (preset.colourRules.isEmpty())
        return text;
    const QList<ColourRule> rules = readColourRules(preset.colourRules);
    if (rules.isEmpty())
        line(tr("colours"), tr("none"));
    for (const ColourRule &rule : rules) {
        const QString colour = rule.isOn ? ruleColourName(rule.colour)
                                         : tr("%1 (off)", "a colour").arg(ruleColourName(rule.colour));
        line(tr("colours"),
             rule.name.isEmpty() ? tr("%1: %2", "a colour, a filter").arg(colour, rule.filter)
                                 : tr("%1, “%2”: %3", "a colour, the name of its rule, a filter")
                                       .arg(colour, rule.name, rule.filter));
    }
    return text;
}

/// What is wrong with the colour rules of a preset, on standard error.
void tellProblems(Session &session, const Preset &preset)
{
    QStringList problems;
    if (!preset.colourRules.isEmpty())
        static_cast<void>(cleanColourRules(preset.colourRules, problems));
    for (const QString &problem : std::as_const(problems))
        session.console.tell(problem);
}

ExitCode showPreset(Session &session, const PresetPlace &place, const CommandLine::Arguments &arguments)
{
    const auto presets = place.read(session.interrupt.token());
    if (!presets)
        return session.fail(presets.error());
    const auto preset = presetNamed(arguments.positional.first(), withBuiltInPresets(*presets));
    if (!preset)
        return session.fail(preset.error());
    session.console.print(session.json ? jsonLine(presetJson(*preset)) : presetText(*preset));
    tellProblems(session, *preset);
    return ExitCode::Done;
}

ExitCode save(Session &session, const PresetPlace &place, const CommandLine::Arguments &arguments)
{
    const QString fileName = arguments.value(u"colour-rules"_s);
    const auto rules = fileName.isEmpty() ? Result<QString>(QString())
                                          : readColourRulesFile(fileName, session.interrupt.token());
    if (!rules)
        return session.fail(rules.error());
    const Preset preset{arguments.positional.first(), arguments.expression(1), arguments.value(u"columns"_s),
                        arguments.value(u"sort"_s), *rules};
    const auto saved = savePreset(place, preset, {}, session.interrupt.token());
    return saved ? ExitCode::Done : session.fail(saved.error());
}

ExitCode renameOne(Session &session, const PresetPlace &place, const CommandLine::Arguments &arguments)
{
    const auto renamed =
        renamePreset(place, arguments.positional[0], arguments.positional[1], session.interrupt.token());
    return renamed ? ExitCode::Done : session.fail(renamed.error());
}

ExitCode deleteOne(Session &session, const PresetPlace &place, const CommandLine::Arguments &arguments)
{
    const auto warnings = deletePreset(place, arguments.positional.first(), session.interrupt.token());
    if (!warnings)
        return session.fail(warnings.error());
    for (const QString &warning : *warnings)
        session.console.tell(warning);
    return ExitCode::Done;
}

ExitCode exportAll(Session &session, const PresetPlace &place, const CommandLine::Arguments &arguments)
{
    const QString &fileName = arguments.positional.first();
    if (fileName == "-"_L1) {
        const auto presets = place.read(session.interrupt.token());
        if (!presets)
            return session.fail(presets.error());
        session.console.printBytes(presetFileContent(*presets));
        return ExitCode::Done;
    }
    const auto count = exportPresets(place, fileName, session.interrupt.token());
    if (!count)
        return session.fail(count.error());
    session.console.report(jsonText({{u"output"_s, fileName}, {u"presets"_s, *count}}),
                           tr("presets: %1").arg(QLocale().toString(*count)));
    return ExitCode::Done;
}

QJsonObject importJson(const PresetImport &import)
{
    QJsonArray renamed;
    for (const PresetImport::Renaming &renaming : import.renamed)
        renamed.append(QJsonObject{{u"from"_s, renaming.from}, {u"to"_s, renaming.to}});
    return {{u"imported"_s, import.saved.size()},
            {u"already_there"_s, QJsonArray::fromStringList(import.same)},
            {u"renamed"_s, renamed},
            {u"warnings"_s, QJsonArray::fromStringList(import.warnings)}};
}

ExitCode importAll(Session &session, const PresetPlace &place, const CommandLine::Arguments &arguments)
{
    const auto imported = importPresetFile(place, arguments.positional.first(), session.interrupt.token());
    if (!imported)
        return session.fail(imported.error());
    session.console.report(jsonText(importJson(*imported)), imported->sentence());
    if (session.json) {
        QJsonArray array;
        for (const Preset &preset : imported->saved)
            array.append(presetJson(preset));
        session.console.print(jsonLine(array));
    } else {
        for (const QString &warning : imported->warnings)
            session.console.tell(warning);
    }
    return ExitCode::Done;
}

} // namespace

QList<Command> presetCommands()
{
    const QString preset = u"preset"_s;
    const auto command = [&preset](const QString &word, const QString &arguments, const QString &help,
                                   qsizetype count, auto run) {
        return presetCommand({{preset, word}, arguments, help, {}, count, count}, run);
    };
    Command listing =
        command(u"list"_s, {}, tr("Lists the presets, which are saved filters."), 0, listPresets);
    listing.specification.options.prepend({u"built-in"_s, {}, tr("list the built-in presets")});
    Command saving = presetCommand(
        {{preset, u"save"_s},
         u"NAME EXPR"_s,
         tr("Saves a preset, replacing one of the same name; use it as preset:NAME in any EXPR."),
         {{u"columns"_s, u"LIST"_s, tr("the columns that the window shows with it")},
          {u"sort"_s, u"KEYS"_s, tr("the sort order that the window uses with it")},
          {u"colour-rules"_s, u"FILE"_s,
           tr("the colour rules that the window uses with it, as JSON; - is standard input")}},
         2},
        save);
    return {
        listing,
        command(u"show"_s, u"NAME"_s, tr("Shows a preset."), 1, showPreset),
        saving,
        command(u"rename"_s, u"NAME NEW_NAME"_s,
                tr("Renames a preset; presets that name it are changed too."), 2, renameOne),
        command(u"delete"_s, u"NAME"_s, tr("Deletes a preset."), 1, deleteOne),
        command(u"export"_s, u"FILE"_s, tr("Writes all presets to a file; - is standard output."), 1,
                exportAll),
        command(u"import"_s, u"FILE"_s,
                tr("Imports presets from a file; existing presets are not changed. - is standard input."), 1,
                importAll),
    };
}

} // namespace Trailglass
