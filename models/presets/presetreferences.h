// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QHash>
#include <QStringList>

namespace Trailglass {

/// The presets that an expression names itself, each once, in order. None for a broken expression.
[[nodiscard]] QStringList presetsNamedIn(const QString &expression);

/// The expression with every `preset:old` made `preset:new`, as canonical text. As it was, to the letter,
/// when it names none of \a names or is broken. \param names  new names by old ones
[[nodiscard]] QString withPresetsRenamed(const QString &expression, const QHash<QString, QString> &names);

/// Whether following what presets name from \a names on ever leads in a circle. Presets that are not there
/// are no error. \param expressions  by name \error Usage: the circle spelled out; nested deeper than a
/// filter may be
[[nodiscard]] Result<void> checkNoCircle(const QStringList &names,
                                         const QHash<QString, QString> &expressions);

/// \param circle  begins and ends with the same name
[[nodiscard]] Error presetsInACircle(const QStringList &circle);
[[nodiscard]] Error presetsNestedTooDeep();

} // namespace Trailglass
