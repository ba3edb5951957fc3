// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/presets/preset.h"

namespace Trailglass {

/// What an import does to the presets that are there.
struct PresetImport
{
    struct Renaming
    {
        QString from; ///< as the file names it
        QString to; ///< as it is saved

        friend bool operator==(const Renaming &, const Renaming &) = default;
    };

    QList<Preset> saved; ///< under their final names
    QStringList same; ///< names of those that are there already, to the letter
    QList<Renaming> renamed; ///< of \a saved, those whose name another preset has

    /// Told to people: how many came, how many were there, which have another name now.
    [[nodiscard]] QString sentence() const;
};

/// Adds presets without ever changing one that is there.
///
/// A preset that is there already, to the letter, is left alone; one whose name another has is saved as
/// `name (2)`, or the next free number, and the imported presets that name it follow. Pure; \thread any
[[nodiscard]] PresetImport planImport(const QList<Preset> &imported, const QList<Preset> &existing);

/// Gives a preset another name; presets that name it follow.
/// \error Usage: there is no \a from, \a to is no name (checkPresetName()) or is taken
[[nodiscard]] Result<PresetChanges> planRename(const QString &from, const QString &to,
                                               const QList<Preset> &existing);

} // namespace Trailglass
