// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QFontMetrics;

namespace Trailglass {

/// Whether a value tells itself from its neighbours at its end rather than at its beginning: an IP address, an identifier, an
/// action such as `user_login_failed`. One word of ASCII letters, digits and what joins them, with a digit or an underscore;
/// anything else that is written so passes too. Pure.
[[nodiscard]] bool differsAtEnd(const QString &text);

/// A value cut so that its neighbours in a list still look different: in its middle where it differsAtEnd(); anything else,
/// an e-mail address too, at its end, where the domain is. Pure.
/// \param width  px
/// \returns \a text itself where it fits
[[nodiscard]] QString elidedValue(const QString &text, const QFontMetrics &metrics, int width);

} // namespace Trailglass
