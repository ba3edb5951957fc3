// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QStringList>

namespace Trailglass {

/// The presets that an expression names itself, each once, in order. None for a broken expression.
[[nodiscard]] QStringList presetsNamedIn(const QString &expression);

/// The expression with every `preset:old` made `preset:new`, as canonical text. As it was, to the letter,
/// when it names none of \a names or is broken. \param names  new names by old ones
[[nodiscard]] QString withPresetsRenamed(const QString &expression, const QHash<QString, QString> &names);

} // namespace Trailglass
