// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Trailglass {

/// Lets assistive programs see a HistogramChart as a chart whose value is HistogramChart::valueText(). Further calls
/// change nothing.
/// \thread GUI
void registerHistogramAccessible();

} // namespace Trailglass
