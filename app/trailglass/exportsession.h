// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/eventexporter.h"
#include "views/exporting/exportchoice.h"

#include <QObject>

namespace Trailglass {

class ExportDialog;
class Settings;

/// Runs what one export dialog requests, but for evidence bundles, and shows the results in it.
/// \thread GUI
class ExportSession : public QObject
{
    Q_OBJECT

public:
    /// The rows that can be exported, and the query whose result they are from.
    struct Rows
    {
        PreparedQuery query;
        std::shared_ptr<const ResultRows> result; ///< not null
        std::shared_ptr<const ResultRows> selection; ///< null without a selection
    };

    /// \param exporter, settings  outlive the session, which alone uses the exporter
    /// \param dialog  owns the session; the folder of an export, and the byte order mark of a CSV file, are kept in
    /// the settings
    ExportSession(EventExporter &exporter, Settings &settings, Rows rows, ExportDialog &dialog);

Q_SIGNALS:
    /// A file was written.
    void exported(const QString &fileName);

private:
    [[nodiscard]] ExportPlan plan(const ExportChoice &choice) const;

    EventExporter &m_exporter;
    const Rows m_rows;
    QString m_fileName; ///< being written
    ExportChoice m_choice; ///< likewise
};

} // namespace Trailglass
