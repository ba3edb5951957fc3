// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <QHash>
#include <QStringList>

namespace Trailglass {

/// The presets that an expression names itself, each once, in order. None for a broken expression.
[[nodiscard]] QStringList presetsNamedIn(const QString &expression);

/// Whether presetsNamedIn() has \a name. Reads only expressions that hold a part of the name.
[[nodiscard]] bool isPresetNamedIn(const QString &expression, const QString &name);

/// The expression with every `preset:old` made `preset:new`, as canonical text. As it was, to the letter,
/// when it names none of \a names or is broken.
/// \param names  new names by old ones
[[nodiscard]] QString withPresetsRenamed(const QString &expression, const QHash<QString, QString> &names);

/// Whether following what presets name from \a names on ever leads in a circle. Presets that are not there
/// are no error.
/// \param expressions  by name
/// \error Usage: the circle spelled out; nested deeper than a filter may be
/// \param cancel  looked at for each preset
/// \error Cancelled
[[nodiscard]] Result<void> checkNoCircle(const QStringList &names, const QHash<QString, QString> &expressions,
                                         const CancelToken &cancel = {});

/// \param circle  begins and ends with the same name
[[nodiscard]] Error presetsInACircle(const QStringList &circle);
[[nodiscard]] Error presetsNestedTooDeep();
[[nodiscard]] Error presetsCancelled();

} // namespace Trailglass
