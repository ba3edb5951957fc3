// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/presetplan.h"

#include "models/core/text.h"
#include "models/presets/presetreferences.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PresetPlan", text);
}

/// `name (2)`, or the next number that is free; the name gives way where both would be too long.
QString freeName(const QString &name, const QSet<QString> &taken)
{
    for (int number = 2;; ++number) {
        const QString ending = u" (%1)"_s.arg(number);
        const QString free = name.left(LongestPresetName - ending.size()).trimmed() + ending;
        if (!taken.contains(free))
            return free;
    }
}

} // namespace

QString PresetImport::sentence() const
{
    QStringList parts{tr("presets imported: %1").arg(saved.size())};
    if (!same.isEmpty())
        parts.append(tr("there already: %1").arg(same.size()));
    for (const Renaming &renaming : renamed) {
        parts.append(tr("“%1” is “%2” here").arg(visibleText(renaming.from), visibleText(renaming.to)));
    }
    return parts.join(u" · "_s);
}

PresetImport planImport(const QList<Preset> &imported, const QList<Preset> &existing)
{
    PresetImport plan;
    QList<Preset> known = existing;
    QSet<QString> taken;
    for (const Preset &preset : existing + imported)
        taken.insert(preset.name);
    QSet<QString> used;
    for (const Preset &preset : existing)
        used.insert(preset.name);

    QHash<QString, QString> names; // of the first of each name in the file, which the others there mean
    QSet<QString> seen;
    for (const Preset &preset : imported) {
        const bool first = !seen.contains(preset.name);
        seen.insert(preset.name);
        if (known.contains(preset)) {
            plan.same.append(preset.name);
            continue;
        }
        Preset added = preset;
        known.append(preset);
        if (used.contains(preset.name)) {
            added.name = freeName(preset.name, taken);
            taken.insert(added.name);
            if (first)
                names.insert(preset.name, added.name);
            plan.renamed.append({preset.name, added.name});
        }
        used.insert(added.name);
        plan.saved.append(added);
    }
    for (Preset &preset : plan.saved)
        preset.expression = withPresetsRenamed(preset.expression, names);
    return plan;
}

Result<PresetChanges> planRename(const QString &from, const QString &to, const QList<Preset> &existing)
{
    auto renamed = presetNamed(from, existing);
    if (!renamed)
        return renamed.error();
    const Result<void> checked = checkPresetName(to);
    if (!checked)
        return checked.error();
    if (from == to)
        return PresetChanges{};
    if (presetNamed(to, existing)) {
        return Error{.kind = ErrorKind::Usage,
                     .message = tr("There is a preset “%1” already. Choose another name.").arg(to)};
    }
    PresetChanges changes{.deleted = {from}};
    for (Preset preset : existing) {
        const QString expression = withPresetsRenamed(preset.expression, {{from, to}});
        if (preset.name != from && preset.expression == expression)
            continue;
        preset.expression = expression;
        preset.name = preset.name == from ? to : preset.name;
        changes.saved.append(preset);
    }
    return changes;
}

} // namespace Trailglass
