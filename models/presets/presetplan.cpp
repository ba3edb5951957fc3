// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/presetplan.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/presets/presetcolours.h"
#include "models/presets/presetreferences.h"

#include <QHash>

namespace Trailglass {

namespace {

/// Whether each of \a changed can be read, and none holds itself among \a all.
Result<void> checkRenamed(const QList<Preset> &changed, const QList<Preset> &all, const CancelToken &cancel)
{
    QHash<QString, QString> expressions;
    for (const Preset &preset : all)
        expressions.insert(preset.name, preset.expression);
    QStringList names;
    for (const Preset &preset : changed) {
        expressions.insert(preset.name, preset.expression);
        names.append(preset.name);
        const Result<void> checked = checkPreset(preset);
        if (!checked) {
            Error error = checked.error();
            error.message = tr("Preset “%1” cannot be updated to the new name: %2")
                                .arg(visibleText(preset.name), error.message);
            return error;
        }
    }
    return checkNoCircle(names, expressions, cancel);
}

} // namespace

Result<void> checkNewName(const QString &from, const QString &to, const QList<Preset> &existing)
{
    const Result<void> named = checkPresetName(to);
    if (!named || from == to || !hasPresetNamed(to, existing))
        return named;
    return Error{.kind = ErrorKind::Usage,
                 .message = tr("There is already a preset “%1”. Choose another name.").arg(visibleText(to))};
}

Result<PresetChanges> planRename(const QString &from, const QString &to, const QList<Preset> &existing,
                                 const CancelToken &cancel)
{
    TRY(presetNamed(from, existing));
    TRY(checkNewName(from, to, existing));
    if (from == to)
        return PresetChanges{};
    PresetChanges changes{.deleted = {from}};
    for (Preset preset : existing) {
        if (cancel.isCancelled())
            return presetsCancelled();
        const QString expression = withPresetsRenamed(preset.expression, {{from, to}});
        const QString rules = withPresetsRenamedInRules(preset.colourRules, {{from, to}});
        if (preset.name != from && preset.expression == expression && preset.colourRules == rules)
            continue;
        preset.expression = expression;
        preset.colourRules = rules;
        preset.name = preset.name == from ? to : preset.name;
        changes.saved.append(preset);
    }
    TRY(checkRenamed(changes.saved, existing, cancel));
    return changes;
}

} // namespace Trailglass
