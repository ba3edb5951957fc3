// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Trailglass {

/// Lets assistive programs see a FacetHeading as a button that expands and collapses. Further calls change nothing.
/// \thread GUI
void registerFacetHeadingAccessible();

} // namespace Trailglass
