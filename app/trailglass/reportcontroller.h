// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/filter/querycontext.h"
#include "models/workspace/reportrunner.h"

#include <QObject>
#include <QPointer>

namespace Trailglass {

class FilterState;
class MainWindow;
class ReportDialog;
class ResultRunner;
class Settings;
struct ReportChoice;

/// Opens the dialog about a report on the events of the filter in force, and has it written.
/// \thread GUI
class ReportController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    struct Parts
    {
        const FilterState &filter;
        ResultRunner &results;
        Settings &settings; ///< zone of the times, folder of the file
        MainWindow &window;
        const Clock &clock;
    };
    /// \param author  name of the local account
    ReportController(const QString &workspace, const QString &author, const Parts &parts,
                     QObject *parent = nullptr);

private:
    void openDialog();
    void write(const ReportChoice &choice);
    void showWritten(const Report &report);

    Parts m_parts;
    const QString m_author;
    ReviewName m_review; ///< of the result that the table shows
    QPointer<ReportDialog> m_dialog; ///< while it is open
    QString m_fileName; ///< being written
    ReportRunner m_runner;
};

} // namespace Trailglass
