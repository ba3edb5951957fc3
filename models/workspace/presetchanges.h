// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/presets/presetplan.h"

#include <QStringList>

namespace Trailglass {

// Changes of the presets of a workspace: each is done completely or not at all, with nobody else changing presets
// in between. All are blocking and run on any thread.
//
// Errors of all: Storage, NewerVersion; of those that write the database also Locked.

/// Saves a preset, in place of one of the same name.
/// \error Usage as checkPresetAmong()
[[nodiscard]] Result<void> savePreset(const QString &workspace, const Preset &preset);

/// Gives a preset another name; presets that name it follow, in their colour rules too.
/// \error Usage as planRename(); Cancelled
[[nodiscard]] Result<void> renamePreset(const QString &workspace, const QString &from, const QString &to,
                                        const CancelToken &cancel);

/// \returns one sentence for each preset that names the deleted one and cannot run without it, and for each with a
/// colour rule that does
/// \error Usage: there is no preset of the name
[[nodiscard]] Result<QStringList> deletePreset(const QString &workspace, const QString &name);

/// Adds presets without changing one that is there: planImport().
/// \error as planImport()
[[nodiscard]] Result<PresetImport> importPresets(const QString &workspace, const QList<Preset> &presets,
                                                 const CancelToken &cancel);

/// importPresets() of the presets in a file, `-` for standard input.
/// \error as importPresets() and readPresetFile()
[[nodiscard]] Result<PresetImport> importPresetFile(const QString &workspace, const QString &fileName,
                                                    const CancelToken &cancel);

/// Writes all presets into a file.
/// \returns their number
/// \error Usage where the output must not be (outputTarget()); DiskFull; Cancelled
[[nodiscard]] Result<qsizetype> exportPresets(const QString &workspace, const QString &fileName,
                                              const CancelToken &cancel);

} // namespace Trailglass
