// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>
#include <QStringList>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Trailglass {

class ProgressRow;

/// What a check of the workspace found, as the dialog shows it.
struct CheckResult
{
    QString summary; ///< one sentence
    QStringList problems; ///< sentences; none: all is well
    QStringList details; ///< lines about the workspace
    QString report; ///< to be copied for a bug report; empty: there is none
};

/// Shows how the check of a workspace goes and what it has found, and offers to repair it.
///
/// Shows values and emits requests: a check is requested when the dialog is shown; each request ends with a call of
/// showResult() or showFailure(). Closing cancels.
/// \thread GUI
class WorkspaceCheckDialog : public QDialog
{
    Q_OBJECT

public:
    explicit WorkspaceCheckDialog(QWidget *parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /// \param activity  a sentence about what is being done
    void showProgress(const QString &activity);
    void showResult(const CheckResult &result);
    /// \param message  why nothing was found out
    void showFailure(const QString &message);

Q_SIGNALS:
    void checkRequested();
    void repairRequested();
    void cancelRequested();

public Q_SLOTS:
    void done(int result) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void begin();
    void end();

    QLabel *m_summary;
    ProgressRow *m_progress;
    QPlainTextEdit *m_text;
    QPushButton *m_check = nullptr;
    QPushButton *m_repair = nullptr;
    QPushButton *m_copy = nullptr;
    QString m_report;
    bool m_isBusy = false;
    bool m_wasShown = false;
};

} // namespace Trailglass
