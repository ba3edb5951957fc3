// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/filter/filter.h"
#include "models/store/records.h" // Preset itself: the store keeps it

#include <QList>

namespace Trailglass {

/// Of a preset's name.
inline constexpr qsizetype LongestPresetName = 100;

/// 1 to 100 characters, none that is invisible or moves others (visibleText() leaves it unchanged), no space
/// at either end. Names are case-sensitive.
/// \error Usage
[[nodiscard]] Result<void> checkPresetName(const QString &name);

/// Whether name, expression, columns, sort and colour rules can be read. Other presets it names are not looked
/// for, and a rule whose filter is broken is no error (ParsedColourRules::broken): it colours nothing.
/// \error Usage
[[nodiscard]] Result<void> checkPreset(const Preset &preset);

/// A user's own presets, then those that others share whose names are not taken.
[[nodiscard]] QList<Preset> withSharedPresets(QList<Preset> own, const QList<Preset> &shared);

/// The expressions of \a presets, and of the program's own (builtInPresets()), by name; keeps a copy.
/// \thread any
[[nodiscard]] Filter::PresetLookup presetLookup(const QList<Preset> &presets);

/// Filter::expandPresets() over \a presets and the program's own, where a preset that is not there comes with
/// the nearest name.
[[nodiscard]] Result<Filter::NodePointer> expandPresetsAmong(const Filter::NodePointer &tree,
                                                             const QList<Preset> &presets);

/// checkPreset(), and its expression as one more of \a others (in place of one of its name) can run: no
/// preset it names is missing or holds it in turn.
/// \error Usage
[[nodiscard]] Result<void> checkPresetAmong(const Preset &preset, QList<Preset> others);

/// Whether there is a preset of this name: quick, for each key press.
[[nodiscard]] bool hasPresetNamed(const QString &name, const QList<Preset> &presets);

/// The preset of this name.
/// \error Usage, with the nearest name, when there is none
[[nodiscard]] Result<Preset> presetNamed(const QString &name, const QList<Preset> &presets);

} // namespace Trailglass
