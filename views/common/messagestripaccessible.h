// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Trailglass {

/// Lets assistive programs see every MessageStrip as a message to be said when it appears. Further calls change nothing.
/// \thread GUI
void registerMessageStripAccessible();

} // namespace Trailglass
