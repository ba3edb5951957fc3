// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Trailglass {

class MainWindow;
class SourcesController;
class SourcesPane;

/// Takes from a window over demo data what would be lost with them or cannot work: adding, changing and
/// removing sources, and syncing. The pane says so; the window's notice tells what is shown.
/// \pre \a controller is connected to \a pane
void limitToDemo(SourcesPane &pane, SourcesController &controller, MainWindow &window);

} // namespace Trailglass
