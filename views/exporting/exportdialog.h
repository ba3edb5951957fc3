// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"
#include "views/common/messagestrip.h"
#include "views/exporting/exportoptions.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace Trailglass {

class ExportFile;
class ProgressRow;
class ScrolledRows;

/// Asks what to export into which file, after showing what the file will be: rows, columns, zone, how many cells
/// are neutralised, where coverage has gaps, what a damaged database lacks, and what a spreadsheet would not show.
///
/// Shows values and emits requests: each request ends with a call of showSurvey(), showWritten() or showFailure().
/// A survey is requested when the dialog is shown and after every change that matters; it can be stopped, and the
/// export goes on without. Where the offer has none, the number of rows is shown before, and the rest once the file is
/// written. Closing cancels.
/// \thread GUI
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param folder  of the last export; see ExportFile
    explicit ExportDialog(ExportOffer offer, const QString &folder, QWidget *parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_work != Work::None; }

    /// \param rows  done so far
    void showProgress(qint64 rows);
    /// Says what is done before rows are.
    void showActivity(const QString &sentence);
    void showSurvey(const ExportFigures &figures);
    void showWritten(const ExportFigures &figures);
    /// Cancelled is no failure: the dialog is ready again.
    void showFailure(const Error &error);
    /// Says what to know before an evidence bundle is made, as long as that is the format.
    void showBundleWarning(const QString &sentence);
    /// Says what went wrong after an export was written.
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void surveyRequested(const Trailglass::ExportChoice &choice);
    void exportRequested(const Trailglass::ExportChoice &choice, const QString &fileName);
    void cancelRequested();
    /// An evidence bundle is the format, for the first time.
    void bundleChosen();
    /// The user wants to see the file that was written.
    void openFolderRequested(const QString &folder);

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
    void tell(MessageStrip::Kind kind, const QString &text, const QString &action = {});
    void showGaps(const ExportFigures &figures);
    void showLimits(const QStringList &limits);
    void showFormat();
    void showWarning();
    [[nodiscard]] bool isBundle() const;
    [[nodiscard]] QString summaryOf(const ExportFigures &figures) const;
    /// Makes room for notes that take more lines.
    void grow();

    const bool m_hasSurvey;
    ExportOptions *m_options;
    ScrolledRows *m_optionRows; ///< around them
    ExportFile *m_file;
    MessageStrip *m_strip;
    MessageStrip *m_warning; ///< of bundles
    QLabel *m_summary;
    QLabel *m_gaps;
    QLabel *m_limits;
    ProgressRow *m_progress;
    QPushButton *m_export = nullptr;
    QPushButton *m_close = nullptr;
    QString m_writing; ///< the file being written
    QString m_counted; ///< what m_summary says while nothing else is to be said
    QString m_bundleWarning; ///< empty: there is none, or the user has read it
    Work m_work = Work::None;
    bool m_surveyed = false;
    bool m_wasBundleChosen = false;
};

} // namespace Trailglass
