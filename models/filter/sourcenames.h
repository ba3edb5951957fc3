// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/filter.h"

#include <QStringList>

namespace Trailglass::Filter {

/// The rule that a value of `source` is the name of a source, also in a negation: `source:nope` and
/// `source:=nope` are mistakes. Patterns, regular expressions, parts (`:~`) and `source:""` may fit none.
///
/// \param names  of all sources of the workspace, with those that were removed and whose events remain
[[nodiscard]] ValueRule knownSources(const QStringList &names);

/// Holds the terms of a tree, and those of every preset it names at first or second hand, to knownSources().
///
/// Presets that are missing or cannot be read are passed over: expandPresets() tells of them. Each is read
/// once. Pure.
/// \thread that of \a lookup
/// \error Usage with the nearest name; of a preset with the preset's name
[[nodiscard]] Result<void> checkSources(const NodePointer &tree, const PresetLookup &lookup,
                                        const QStringList &names);

} // namespace Trailglass::Filter
