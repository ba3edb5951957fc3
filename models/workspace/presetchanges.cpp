// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/presetchanges.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/presets/presetcolours.h"
#include "models/presets/presetfile.h"
#include "models/presets/presetreferences.h"

namespace Trailglass {

Result<void> savePreset(const PresetPlace &place, const Preset &preset, const QList<Preset> &further,
                        const CancelToken &cancel)
{
    const auto plan = [&](const QList<Preset> &presets) -> Result<PresetChanges> {
        TRY(checkPresetAmong(preset, withSharedPresets(presets, further)));
        return PresetChanges{.saved = {preset}};
    };
    return place.change(plan, cancel);
}

Result<void> renamePreset(const PresetPlace &place, const QString &from, const QString &to,
                          const CancelToken &cancel)
{
    return place.change([&](const QList<Preset> &presets) { return planRename(from, to, presets, cancel); },
                        cancel);
}

Result<QStringList> deletePreset(const PresetPlace &place, const QString &name, const CancelToken &cancel)
{
    QStringList warnings;
    const auto plan = [&](const QList<Preset> &presets) -> Result<PresetChanges> {
        TRY(presetNamed(name, presets));
        warnings.clear(); // the plan may be made more than once
        for (const Preset &other : presets) {
            if (other.name != name && isPresetNamedIn(other.expression, name)) {
                warnings.append(
                    tr("The preset “%1” still names “%2”, and cannot run without it.").arg(other.name, name));
            }
            if (other.name != name && isPresetNamedInRules(other.colourRules, name)) {
                warnings.append(
                    tr("A colour rule of the preset “%1” names “%2”, and colours nothing without it.")
                        .arg(other.name, name));
            }
        }
        return PresetChanges{.deleted = {name}};
    };
    TRY(place.change(plan, cancel));
    return warnings;
}

Result<PresetImport> importPresets(const PresetPlace &place, const QList<Preset> &presets,
                                   const CancelToken &cancel)
{
    PresetImport import;
    const auto plan = [&](const QList<Preset> &existing) -> Result<PresetChanges> {
        TRY(import, planImport(presets, existing, cancel));
        return PresetChanges{.saved = import.saved};
    };
    TRY(place.change(plan, cancel));
    return import;
}

Result<PresetImport> importPresetFile(const PresetPlace &place, const QString &fileName,
                                      const CancelToken &cancel)
{
    TRY(const auto presets, readPresetFile(fileName, cancel));
    return importPresets(place, presets, cancel);
}

Result<qsizetype> exportPresets(const PresetPlace &place, const QString &fileName, const CancelToken &cancel)
{
    TRY(const auto presets, place.read(cancel));
    TRY(const auto inUse, place.filesInUse());
    TRY(writePresetFile(fileName, presets, inUse, cancel));
    return presets.size();
}

} // namespace Trailglass
