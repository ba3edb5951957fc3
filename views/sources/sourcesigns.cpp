// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/sourcesigns.h"

#include "views/common/icons.h"
#include "views/common/theme.h"

namespace Trailglass {

namespace {

using State = SourceRow::State;

Glyph glyphOf(State state)
{
    switch (state) {
    case State::UpToDate:
        return Glyph::Check;
    case State::Failed:
        return Glyph::Warning;
    case State::Incomplete:
        return Glyph::Part;
    case State::Syncing:
        return Glyph::Sync;
    case State::Removed:
        return Glyph::Delete;
    case State::Imported:
        return Glyph::Import;
    case State::NeverSynced:
    case State::Waiting:
        break;
    }
    return Glyph::Time;
}

} // namespace

QColor sourceColour(SourceRow::State state, const QPalette &palette)
{
    switch (state) {
    case State::UpToDate:
        return Colours::good(palette);
    case State::Failed:
        return Colours::error(palette);
    case State::Incomplete:
        return Colours::warning(palette);
    case State::Syncing:
        return palette.color(QPalette::Link);
    case State::NeverSynced:
    case State::Imported:
    case State::Waiting:
    case State::Removed:
        break;
    }
    return Colours::quiet(palette);
}

QPixmap sourceSign(SourceRow::State state, const QColor &colour, int size, qreal pixelRatio)
{
    return Icons::pixmap(glyphOf(state), colour, size, pixelRatio);
}

} // namespace Trailglass
