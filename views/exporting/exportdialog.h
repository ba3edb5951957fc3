// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/config/settings.h"
#include "views/exporting/exportoptions.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Trailglass {

class ExportFile;
class MessageStrip;

/// Writes a result or a selection into a file, after saying what it will be: rows, columns, zone, and how
/// many cells are neutralised, where the record has gaps, what is missing since the database is damaged, and
/// what a spreadsheet would not show of it.
///
/// Counts as soon as it is shown and after every change that matters; the counting can be stopped, and the
/// export goes without. Closing it ends what it does; an unfinished file is deleted.
/// \thread GUI
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param exporter  outlives the dialog, which alone uses it meanwhile
    /// \param settings  outlives the dialog; the folder of the last export is kept there
    ExportDialog(EventExporter &exporter, Settings &settings, ExportOffer offer, QWidget *parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_work != Work::None; }

Q_SIGNALS:
    /// A file was written whole.
    void exported(const QString &fileName, const Trailglass::ExportSummary &summary);

public Q_SLOTS:
    void done(int result) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class Work
    {
        None,
        Surveying,
        Writing
    };

    void build();
    void listen();
    void survey();
    void startOrAsk();
    void write();
    void begin(Work work);
    void end();
    void showProgress(qint64 rows);
    void showGaps(const ExportSurvey &survey);
    void showLimits(const SpreadsheetOverflow &overflow);
    /// Makes room for notes that take more lines.
    void grow();
    void showFailure(const Error &error);
    void showWritten(const ExportSummary &summary);

    EventExporter &m_exporter;
    Settings &m_settings;
    ExportOptions *m_options;
    ExportFile *m_file;
    MessageStrip *m_strip;
    QLabel *m_summary;
    QLabel *m_gaps;
    QLabel *m_limits;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_export;
    QPushButton *m_close;
    QString m_writing; ///< the file being written
    Work m_work = Work::None;
    bool m_surveyed = false;
};

} // namespace Trailglass
