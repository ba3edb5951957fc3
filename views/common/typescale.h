// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>

#include <array>

namespace Trailglass {

/// The type scale of docs/design-language.md.
enum class TextStyle
{
    Small, ///< axis labels, captions
    Body, ///< everything else
    Strong, ///< names and titles of panes: body size, heavier
    Title, ///< of a page or a dialog's step
    Display, ///< the first page
};

/// Sizes of the styles, as parts of the program's font.
inline constexpr std::array TextSizes{0.9, 1.0, 1.0, 1.25, 2.0};

/// \param body  the font of the widget or the program
[[nodiscard]] QFont textFont(TextStyle style, const QFont &body);

} // namespace Trailglass
