// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
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
    QStringList same; ///< names, in the file, of those that are there already
    QList<Renaming> renamed; ///< of \a saved, those whose name another preset has
    /// Of the colour rules that came with presets: a sentence for each that is left out, and for each whose
    /// filter is broken; at most MaxWarnings of them, and then one that says that there are more.
    QStringList warnings = {};
    static constexpr qsizetype MaxWarnings = 100;
    /// The sentence in the place of those that are left out.
    [[nodiscard]] static QString moreWarnings();

    /// For people: how many were imported, how many were already present, which were renamed.
    [[nodiscard]] QString sentence() const;
};

/// Adds presets without ever changing one that is there.
///
/// A preset that is there already, to the letter and in all it names, is left alone; one whose name another
/// has is saved as `name (2)`, or the next free number, and the imported presets that name it follow.
/// Importing the same again finds these and adds nothing. A name that comes twice stands for its first preset
/// in the others of the file. Colour rules follow too; what is no rule is left out, and those of two presets are
/// the same if they differ only in numbers that an import appended. Pure. Reads every expression: not for the GUI thread.
///
/// \param cancel  looked at for each preset
/// \error Usage: presets would refer to each other in a cycle, or be over a limit under the new names;
/// Cancelled
[[nodiscard]] Result<PresetImport> planImport(const QList<Preset> &imported, const QList<Preset> &existing,
                                              const CancelToken &cancel = {});

/// Whether a preset may have another name, going by the names alone: quick, for each key press.
/// \error Usage: \a to is no name (checkPresetName()) or is taken
[[nodiscard]] Result<void> checkNewName(const QString &from, const QString &to,
                                        const QList<Preset> &existing);

/// Gives a preset another name; presets that name it follow, in their colour rules too. Reads every expression: not for the GUI thread.
/// \error Usage: there is no \a from; that of checkNewName(); a preset that follows would hold itself, or be
/// over a limit
/// \param cancel  looked at for each preset
/// \error Cancelled
[[nodiscard]] Result<PresetChanges> planRename(const QString &from, const QString &to,
                                               const QList<Preset> &existing, const CancelToken &cancel = {});

} // namespace Trailglass
