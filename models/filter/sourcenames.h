// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/filter.h"

#include <QStringList>

namespace Trailglass::Filter {

/// The rule that a value of `source` is the name of a source, also in a negation: `source:nope` and
/// `source:=nope` are errors. Patterns, regular expressions, parts (`:~`) and `source:""` may match none.
///
/// \param names  of all sources of the workspace, including removed ones whose events remain
[[nodiscard]] ValueRule knownSources(const QStringList &names);

/// Checks the terms of a tree, and of every preset it refers to directly or indirectly, by knownSources().
///
/// Presets that are missing or invalid are skipped: expandPresets() reports them. Each is parsed once. Pure.
/// \thread that of \a lookup
/// \error Usage with the nearest name; of a preset with the preset's name
[[nodiscard]] Result<void> checkSources(const NodePointer &tree, const PresetLookup &lookup,
                                        const QStringList &names);

} // namespace Trailglass::Filter
