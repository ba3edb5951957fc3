// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPointer>

namespace Trailglass {

class CoverageDialog;
class CoverageLister;
class MainWindow;
class Settings;
class SourcesPane;

/// Opens the dialog about coverage and brings what it shows.
/// \thread GUI
class CoverageController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    struct Parts
    {
        CoverageLister &lister;
        const Settings &settings; ///< the display zone
        SourcesPane &pane;
        MainWindow &window;
    };
    explicit CoverageController(const Parts &parts, QObject *parent = nullptr);

private:
    /// \param source  the source to begin with; empty for none
    void showDialog(const QString &source);

    Parts m_parts;
    QPointer<CoverageDialog> m_dialog; ///< while it is open
};

} // namespace Trailglass
