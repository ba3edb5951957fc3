// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/evidence/verdictlist.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Trailglass {

class MessageStrip;
class ProgressRow;

/// Asks for an evidence bundle, and for the key that it must be signed by where somebody has one; says how far its
/// verification is, and what is wrong with it.
///
/// Shows values and emits requests: an openRequested() ends with a call of showRefused() or showFailure(), or the dialog is
/// closed by whoever has opened the bundle. Closing cancels. Deletes itself when closed.
/// \thread GUI
class OpenBundleDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param folder  to look for a file in
    OpenBundleDialog(QString folder, QWidget *parent);

    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /// \param activity  a sentence about what is being done
    void showProgress(const QString &activity);
    /// It is not verified: it is not opened.
    void showRefused(const QList<VerdictLine> &lines);
    /// It could not be verified or opened. Cancelled work is no failure: \a sentence says that it was stopped.
    void showFailure(const QString &sentence);

Q_SIGNALS:
    /// \param fileName  absolute
    /// \param key  as typed: the text of a key, or a file with one; empty: none is known
    void openRequested(const QString &fileName, const QString &key);
    void cancelRequested();

public Q_SLOTS:
    void done(int result) override;

private:
    void build();
    void browse(QLineEdit *edit, const QString &title, const QString &filter, const QString &dialogName);
    void start();
    void end();
    void updateButton();

    const QString m_folder;
    MessageStrip *m_strip;
    QLineEdit *m_file;
    QLineEdit *m_key;
    QPushButton *m_browseFile;
    QPushButton *m_browseKey;
    QLabel *m_activity;
    ProgressRow *m_progress;
    VerdictList *m_list;
    QPushButton *m_open = nullptr;
    bool m_isBusy = false;
};

} // namespace Trailglass
