// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/presets/preset.h"

#include <QByteArrayView>
#include <QStringList>

namespace Trailglass {

// Presets as a file to hand on: UTF-8 JSON.
//
//   {"format": "trailglass-presets", "version": 1, "presets": [
//       {"name": "night", "expression": "hour:22..,..5", "columns": "created,actor", "sort": "-created",
//        "colour_rules": [{"name": "Failures", "filter": "outcome:failure", "colour": 0, "on": true}]}]}
//
// `columns`, `sort` and `colour_rules` are left out where they are empty. A reader ignores keys it does not know; a
// version above its own is refused, since what it may leave out could change what a preset means. `colour_rules`
// changes only how events look: programs from before it read the file, and leave the rules out.

/// Bytes of a file that is read at all.
inline constexpr qint64 LargestPresetFile = 16 * 1024 * 1024;
/// Presets in one file.
inline constexpr qsizetype MaxPresetsInFile = 10'000;

/// The content of a file with these presets.
[[nodiscard]] QByteArray presetFileContent(const QList<Preset> &presets);

/// Reads such a content: all of it or none. Pure.
/// \thread any
/// \param cancel  looked at for each preset
/// \error Malformed: no preset file, or a preset that checkPreset() refuses (named); NewerVersion; TooLarge;
/// Cancelled
[[nodiscard]] Result<QList<Preset>> readPresetFileContent(QByteArrayView content,
                                                          const CancelToken &cancel = {});

/// The colour rules of a file, a named pipe, or with `-` of standard input: the list alone, as it stands in a preset.
/// For rules that somebody hands over by name, so nothing of them is left out. Blocking.
/// \returns as colourRulesText() writes them
/// \error Usage: not a list of rules, or one of them cannot be read or has a broken filter (named, with the position); as
/// openByteInput(); Cancelled
[[nodiscard]] Result<QString> readColourRulesFile(const QString &fileName, const CancelToken &cancel = {});

/// presetFileContent() into an OutputFile, whole or not at all.
///
/// \param inUse   files that must stay; see filesInUse()
/// \param cancel  ends the wait for the reader of a pipe
/// \error Usage where no output may go (outputTarget()); Storage, DiskFull, Cancelled
[[nodiscard]] Result<void> writePresetFile(const QString &fileName, const QList<Preset> &presets,
                                           const QStringList &inUse = {}, const CancelToken &cancel = {});

/// readPresetFileContent() of a file, of a named pipe, or with `-` of standard input. Blocking.
/// \param cancel  ends the wait for the writer of a pipe too
/// \error as there and as openByteInput(); Malformed for a file of a workspace, which is not opened
[[nodiscard]] Result<QList<Preset>> readPresetFile(const QString &fileName, const CancelToken &cancel = {});

} // namespace Trailglass
