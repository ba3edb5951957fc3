// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/preset.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/column.h"
#include "models/presets/builtinpresets.h"
#include "models/query/sortorder.h"
#include "models/table/colourrule.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

Error usage(const QString &message)
{
    return {.kind = ErrorKind::Usage, .message = message};
}

QStringList namesOf(const QList<Preset> &presets)
{
    QStringList names;
    for (const Preset &preset : presets)
        names.append(preset.name);
    return names;
}

/// A sentence about a preset that does not exist, followed by the nearest name if there is one.
QString withNearestName(const QString &sentence, const QString &name, const QList<Preset> &presets)
{
    const QString nearest = nearestName(name, namesOf(presets));
    return nearest.isEmpty() ? sentence
                             : inSequence(sentence, tr("Did you mean “%1”?").arg(visibleText(nearest)));
}

Result<Filter::NodePointer> readExpression(const QString &expression)
{
    const Filter::ParseResult parsed = Filter::parse(expression);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&parsed))
        return Filter::toError(*error, expression);
    return std::get<Filter::NodePointer>(parsed);
}

} // namespace

Result<void> checkPresetName(const QString &name)
{
    if (name.isEmpty() || name.size() > LongestPresetName || name.trimmed() != name
        || visibleText(name) != name) {
        return usage(tr("A preset name must have 1 to %1 characters, no control characters, and no spaces at "
                        "its ends.")
                         .arg(LongestPresetName));
    }
    return {};
}

Result<void> checkPreset(const Preset &preset)
{
    const Result<void> named = checkPresetName(preset.name);
    if (!named)
        return named;
    TRY(readExpression(preset.expression));
    if (!preset.columns.isEmpty()) {
        TRY(parseColumns(preset.columns));
    }
    if (!preset.sort.isEmpty()) {
        TRY(parseSortOrder(preset.sort));
    }
    if (preset.colourRules.isEmpty())
        return {};
    const auto rules = parseColourRules(preset.colourRules);
    return rules ? Result<void>() : usage(rules.error().message);
}

QList<Preset> withSharedPresets(QList<Preset> own, const QList<Preset> &shared)
{
    QSet<QString> taken;
    for (const Preset &preset : std::as_const(own))
        taken.insert(preset.name);
    for (const Preset &preset : shared) {
        if (!taken.contains(preset.name))
            own.append(preset);
    }
    return own;
}

Filter::PresetLookup presetLookup(const QList<Preset> &presets)
{
    QHash<QString, QString> expressions;
    for (const Preset &preset : withBuiltInPresets(presets))
        expressions.insert(preset.name, preset.expression);
    return [expressions](const QString &name) -> std::optional<QString> {
        const auto found = expressions.constFind(name);
        return found == expressions.constEnd() ? std::nullopt : std::optional(*found);
    };
}

Result<Filter::NodePointer> expandPresetsAmong(const Filter::NodePointer &tree, const QList<Preset> &presets)
{
    std::optional<QString> missing;
    const auto lookup = [&missing, known = presetLookup(presets)](const QString &name) {
        const auto expression = known(name);
        if (!expression)
            missing = name;
        return expression;
    };
    Result<Filter::NodePointer> expanded = Filter::expandPresets(tree, lookup);
    if (expanded || !missing)
        return expanded;
    Error error = expanded.error();
    error.message = withNearestName(error.message, *missing, withBuiltInPresets(presets));
    return error;
}

Result<void> checkPresetAmong(const Preset &preset, QList<Preset> others)
{
    TRY(checkPreset(preset));
    others.removeIf([&preset](const Preset &each) { return each.name == preset.name; });
    others.append(preset);
    const auto reference = Filter::makeNode(Filter::PresetReference{toUtf8(preset.name)});
    TRY(expandPresetsAmong(reference, others));
    return {};
}

bool hasPresetNamed(const QString &name, const QList<Preset> &presets)
{
    return std::ranges::find(presets, name, &Preset::name) != presets.end();
}

Result<Preset> presetNamed(const QString &name, const QList<Preset> &presets)
{
    const auto found = std::ranges::find(presets, name, &Preset::name);
    if (found != presets.end())
        return *found;
    return usage(withNearestName(tr("There is no preset “%1”.").arg(visibleText(name)), name, presets));
}

} // namespace Trailglass
