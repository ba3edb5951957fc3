// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/sourcesigns.h"

#include "views/common/icons.h"
#include "views/common/theme.h"

namespace Trailglass {

namespace {

using RowState = SourceRow::State;

Glyph glyphOf(RowState state)
{
    switch (state) {
    case RowState::UpToDate:
        return Glyph::Check;
    case RowState::Failed:
        return Glyph::Warning;
    case RowState::Incomplete:
        return Glyph::Part;
    case RowState::Syncing:
        return Glyph::Sync;
    case RowState::Removed:
        return Glyph::Delete;
    case RowState::Imported:
        return Glyph::Import;
    case RowState::NeverSynced:
    case RowState::Waiting:
        break;
    }
    return Glyph::Time;
}

} // namespace

QColor sourceColour(SourceRow::State state, const QPalette &palette)
{
    switch (state) {
    case RowState::UpToDate:
        return Colours::good(palette);
    case RowState::Failed:
        return Colours::error(palette);
    case RowState::Incomplete:
        return Colours::warning(palette);
    case RowState::Syncing:
        return palette.color(QPalette::Link);
    case RowState::NeverSynced:
    case RowState::Imported:
    case RowState::Waiting:
    case RowState::Removed:
        break;
    }
    return Colours::quiet(palette);
}

QPixmap sourceSign(SourceRow::State state, const QColor &colour, int size, qreal pixelRatio)
{
    return Icons::pixmap(glyphOf(state), colour, size, pixelRatio);
}

} // namespace Trailglass
