// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QStringList>

namespace Trailglass {

// The colour rules that a preset carries, and the presets that their filters name. All are pure; rules are texts as
// colourRulesText() writes them, and a text that parseColourRules() refuses is left as it is.

/// The rules that can be read of a text, written again; empty, as without rules, when all have to be left out.
/// \param problems  gets a sentence for each rule that is left out, and for each whose filter is broken
[[nodiscard]] QString cleanColourRules(const QString &rules, QStringList &problems);

/// withPresetsRenamed() of the filter of each rule; a filter that would be over a limit stays as it was.
/// \param names  new names by old ones
[[nodiscard]] QString withPresetsRenamedInRules(const QString &rules, const QHash<QString, QString> &names);

/// The rules to be compared: the numbers that an import appends to the names of presets make no difference.
[[nodiscard]] QString rulesWithoutNumbers(const QString &rules);

/// Whether the filter of a rule names the preset.
[[nodiscard]] bool isPresetNamedInRules(const QString &rules, const QString &name);

} // namespace Trailglass
