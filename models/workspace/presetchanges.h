// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/presets/presetplan.h"
#include "models/workspace/presetplace.h"

#include <QStringList>

namespace Trailglass {

// Changes of the presets of a place: each is done completely or not at all, with nobody else changing presets in between. All
// are blocking and run on any thread.
//
// Errors of all: Storage, NewerVersion; those of PresetPlace::read() and, where they change something, change(); Cancelled.

/// Saves a preset, in place of one of the same name.
/// \param further  presets of elsewhere that it may name
/// \error Usage as checkPresetAmong()
[[nodiscard]] Result<void> savePreset(const PresetPlace &place, const Preset &preset,
                                      const QList<Preset> &further = {}, const CancelToken &cancel = {});

/// Gives a preset another name; presets of the place that name it follow, in their colour rules too.
/// \error Usage as planRename()
[[nodiscard]] Result<void> renamePreset(const PresetPlace &place, const QString &from, const QString &to,
                                        const CancelToken &cancel);

/// \returns one sentence for each preset that names the deleted one and cannot run without it, and for each with a
/// colour rule that does
/// \error Usage: there is no preset of the name
[[nodiscard]] Result<QStringList> deletePreset(const PresetPlace &place, const QString &name,
                                               const CancelToken &cancel = {});

/// Adds presets without changing one that is there: planImport().
/// \error as planImport()
[[nodiscard]] Result<PresetImport> importPresets(const PresetPlace &place, const QList<Preset> &presets,
                                                 const CancelToken &cancel);

/// importPresets() of the presets in a file, `-` for standard input.
/// \error as importPresets() and readPresetFile()
[[nodiscard]] Result<PresetImport> importPresetFile(const PresetPlace &place, const QString &fileName,
                                                    const CancelToken &cancel);

/// Writes all presets into a file.
/// \returns their number
/// \error Usage where the output must not be (outputTarget()); DiskFull; Cancelled
[[nodiscard]] Result<qsizetype> exportPresets(const PresetPlace &place, const QString &fileName,
                                              const CancelToken &cancel);

} // namespace Trailglass
