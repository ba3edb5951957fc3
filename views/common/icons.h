// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QPixmap>

namespace Trailglass {

/// The program's own signs: one-colour line drawings that follow the palette, sharp at any scale.
enum class Glyph
{
    Add,
    Back,
    Badge,
    Cancel,
    Check,
    Close,
    Columns,
    Copy,
    Dash,
    Delete,
    Dot,
    Edit,
    Export,
    Eye,
    Filter,
    Float,
    History,
    Import,
    Information,
    Key,
    Part,
    Play,
    Preset,
    Search,
    Settings,
    Source,
    Sync,
    Table,
    Time,
    Warning,
};

namespace Icons {

/// \param size  edge in logical pixels
[[nodiscard]] QPixmap pixmap(Glyph glyph, const QColor &colour, int size, qreal pixelRatio);
/// Normal and disabled, in the colours of \a palette. Create it again when the palette changes.
[[nodiscard]] QIcon icon(Glyph glyph, const QPalette &palette);

} // namespace Icons

} // namespace Trailglass
