// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/records.h"

#include <QList>
#include <QString>

namespace Trailglass {

/// A preset that comes with the program. Its name is the same in every language: scripts and other presets
/// name it.
struct BuiltInPreset
{
    Preset preset;
    QString title; ///< translated, for menus
};

/// Filters an auditor looks through first, in the words of all five vendors; in the order of a menu.
///
/// A user's own preset of the same name takes the place of one of these.
/// \thread any
[[nodiscard]] QList<BuiltInPreset> builtInPresets();

/// \a presets, then those of the program whose names are not taken.
[[nodiscard]] QList<Preset> withBuiltInPresets(QList<Preset> presets);

} // namespace Trailglass
