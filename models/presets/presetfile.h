// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/presets/preset.h"

#include <QByteArrayView>

namespace Trailglass {

// Presets as a file to hand on: UTF-8 JSON.
//
//   {"format": "trailglass-presets", "version": 1, "presets": [
//       {"name": "night", "expression": "hour:22..,..5", "columns": "created,actor", "sort": "-created"}]}
//
// `columns` and `sort` are left out where they are empty. A reader ignores keys it does not know; a version
// above its own is refused, since what it may leave out could change what a preset means.

/// Bytes of a file that is read at all.
inline constexpr qint64 LargestPresetFile = 16 * 1024 * 1024;
/// Presets in one file.
inline constexpr qsizetype MostPresetsInFile = 10'000;

/// The content of a file with these presets.
[[nodiscard]] QByteArray presetFileContent(const QList<Preset> &presets);

/// Reads such a content: all of it or none. Pure; \thread any
/// \error Malformed: no preset file, or a preset that checkPreset() refuses (named); NewerVersion; TooLarge
[[nodiscard]] Result<QList<Preset>> readPresetFileContent(QByteArrayView content);

/// presetFileContent() into a file, whole or not at all. \error Storage
[[nodiscard]] Result<void> writePresetFile(const QString &fileName, const QList<Preset> &presets);

/// readPresetFileContent() of a file. \error as there, Storage
[[nodiscard]] Result<QList<Preset>> readPresetFile(const QString &fileName);

} // namespace Trailglass
