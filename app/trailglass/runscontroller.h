// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace Trailglass {

class RunLister;
class RunsView;
class Settings;
class SourceService;

/// Brings the syncs and imports of the source that the page of the sources shows.
/// \thread GUI
class RunsController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    struct Parts
    {
        RunLister &lister;
        SourceService &service; ///< says when the workspace was read again
        const Settings &settings; ///< the display zone
        RunsView &view;
    };
    explicit RunsController(const Parts &parts, QObject *parent = nullptr);
};

} // namespace Trailglass
