// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"
#include "views/common/messagestrip.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace Trailglass {

class ExportFile;
class ProgressRow;

/// What the user chose to report, and where.
struct ReportChoice
{
    QString title = {};
    QString caseText = {};
    QString note = {};
    bool isPdf = true; ///< HTML otherwise
    QString fileName = {}; ///< absolute
    QString bundleFile = {}; ///< the evidence bundle that the report is for, absolute; empty: none
};

/// Asks for the words that a report begins with, for the evidence bundle that it is for, and for its file.
///
/// Shows values and emits requests: a report that was requested ends with a call of showWritten() or showFailure().
/// Closing cancels.
/// \thread GUI
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param folder  of the last export; see ExportFile
    explicit ReportDialog(const QString &folder, QWidget *parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /// \param sentence  what was written
    void showWritten(const QString &sentence);
    /// Cancelled is no failure: the dialog is ready again.
    void showFailure(const Error &error);
    /// Says what went wrong after a report was written.
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void reportRequested(const Trailglass::ReportChoice &choice);
    void cancelRequested();
    /// The user wants to see the file that was written.
    void openFolderRequested(const QString &folder);

public Q_SLOTS:
    void done(int result) override;

private:
    void build();
    void listen();
    [[nodiscard]] QWidget *bundleRow();
    void browseBundle();
    void startOrAsk();
    void start();
    void setBusy(bool busy);
    void tell(MessageStrip::Kind kind, const QString &text, const QString &action = {});
    [[nodiscard]] ReportChoice choice() const;

    QLineEdit *m_title;
    QLineEdit *m_case;
    QPlainTextEdit *m_note;
    QLineEdit *m_bundle;
    QRadioButton *m_pdf;
    QRadioButton *m_html;
    ExportFile *m_file;
    MessageStrip *m_strip;
    ProgressRow *m_progress;
    QWidget *m_form; ///< holds what is typed
    const QString m_folder; ///< where bundles are looked for
    QPushButton *m_write = nullptr;
    QPushButton *m_close = nullptr;
    QString m_writing; ///< the file being written
    bool m_isBusy = false;
};

} // namespace Trailglass
