// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/changerows.h"

namespace Trailglass {

/// The runs of a line as they are shown.
struct ShownLine
{
    std::vector<ShownTextRun> runs;
    bool isCut = false;
};

/// Long runs that are the same are cut in their middle, changed ones at their end, and all of it where it
/// becomes too long for a row. Pure.
/// \thread any
[[nodiscard]] ShownLine shownLine(const std::vector<TextRun> &runs);

/// A text in one run.
[[nodiscard]] ShownLine shownText(std::string_view text, bool isChanged);

} // namespace Trailglass
