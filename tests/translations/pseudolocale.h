// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace Trailglass::Testing {

/// What is left of \a text without the parts in ⟦brackets⟧, in which the pseudo-locale puts every text.
[[nodiscard]] QString withoutTranslations(const QString &text);

/// The words of two and more ASCII letters in \a text, cut at everything else.
[[nodiscard]] QStringList latinWords(const QString &text);

} // namespace Trailglass::Testing
