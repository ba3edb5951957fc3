// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/presetchanges.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/exporting/outputtarget.h"
#include "models/presets/presetcolours.h"
#include "models/presets/presetfile.h"
#include "models/presets/presetreferences.h"
#include "models/presets/presetstorage.h"

namespace Trailglass {

Result<void> savePreset(const QString &workspace, const Preset &preset)
{
    return changeStoredPresets(workspace, [&preset](const QList<Preset> &presets) -> Result<PresetChanges> {
        TRY(checkPresetAmong(preset, presets));
        return PresetChanges{.saved = {preset}};
    });
}

Result<void> renamePreset(const QString &workspace, const QString &from, const QString &to,
                          const CancelToken &cancel)
{
    return changeStoredPresets(
        workspace, [&](const QList<Preset> &presets) { return planRename(from, to, presets, cancel); });
}

Result<QStringList> deletePreset(const QString &workspace, const QString &name)
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
    TRY(changeStoredPresets(workspace, plan));
    return warnings;
}

Result<PresetImport> importPresets(const QString &workspace, const QList<Preset> &presets,
                                   const CancelToken &cancel)
{
    PresetImport import;
    const auto plan = [&](const QList<Preset> &existing) -> Result<PresetChanges> {
        TRY(import, planImport(presets, existing, cancel));
        return PresetChanges{.saved = import.saved};
    };
    TRY(changeStoredPresets(workspace, plan));
    return import;
}

Result<PresetImport> importPresetFile(const QString &workspace, const QString &fileName,
                                      const CancelToken &cancel)
{
    TRY(const auto presets, readPresetFile(fileName, cancel));
    return importPresets(workspace, presets, cancel);
}

Result<qsizetype> exportPresets(const QString &workspace, const QString &fileName, const CancelToken &cancel)
{
    TRY(const auto presets, storedPresets(workspace));
    TRY(const auto inUse, filesInUse(workspace));
    TRY(writePresetFile(fileName, presets, inUse, cancel));
    return presets.size();
}

} // namespace Trailglass
