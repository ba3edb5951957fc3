// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QFontMetrics;

namespace Trailglass {

/// A value cut so that its neighbours in a list still look different: an address in its middle, as its end is what
/// differs; anything else, an e-mail address too, at its end, where the domain is. Pure.
/// \param width  px
/// \returns \a text itself where it fits
[[nodiscard]] QString elidedValue(const QString &text, const QFontMetrics &metrics, int width);

} // namespace Trailglass
