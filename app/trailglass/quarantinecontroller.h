// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/quarantinerunner.h"

#include <QObject>
#include <QPointer>

namespace Trailglass {

class MainWindow;
class QuarantineDialog;
class QuarantineLister;
class Settings;
class SourcePopover;
class SourceService;
class SourcesPane;

/// Opens the dialog about quarantined rows, brings what it shows, and tells how a retry or an export ended.
/// \thread GUI
class QuarantineController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    struct Parts
    {
        SourceService &sources;
        const Settings &settings; ///< the display zone
        SourcesPane &pane;
        SourcePopover &popover;
        MainWindow &window;
        const Clock &clock;
    };
    QuarantineController(QString workspace, const Parts &parts, QObject *parent = nullptr);

private:
    /// \param source  the source to begin with; empty: all
    void showDialog(const QString &source);
    void connectLister(QuarantineDialog *dialog, QuarantineLister *lister);
    void connectRunner(QuarantineDialog *dialog, QuarantineRunner *runner);

    const QString m_workspace;
    Parts m_parts;
    QPointer<QuarantineDialog> m_dialog; ///< while it is open
};

/// How a retry ended, for people.
[[nodiscard]] QString retryText(const QuarantineRetryReport &report);

} // namespace Trailglass
