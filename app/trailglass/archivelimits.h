// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Trailglass {

class MainWindow;

/// Takes from a window over an archive what needs a workspace. What is disabled says why, and where it is done instead.
void limitToArchive(MainWindow &window);

} // namespace Trailglass
