// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/sourcerow.h"

#include <QDialog>
#include <QStringList>

#include <optional>

class QComboBox;
class QFileDialog;
class QListWidget;
class QPushButton;

namespace Trailglass {

class ElidedLabel;
class MessageStrip;
class ProgressRow;

/// Asks which files and folders are to be imported into which source, and shows how the import goes.
///
/// Shows values and emits requests: importRequested() ends with a call of showEnd(). Closing cancels.
/// \thread GUI
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param sources  that can be chosen; not empty
    /// \param chosen  the name of the one to begin with; without such a source it is detected
    ImportDialog(const QList<SourceRow> &sources, const QString &chosen, QWidget *parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /// The files to import, in place of those that were chosen before.
    void setFiles(const QStringList &fileNames);

    /// \param text  what is being read
    /// \param part  of the files that is done, 0 to 1; nothing: it is not known
    void showProgress(const QString &text, std::optional<double> part);
    /// Shows how an import ended.
    [[nodiscard]] MessageStrip &strip() { return *m_strip; }
    /// The import is over; the dialog is ready again.
    void showEnd();

Q_SIGNALS:
    /// \param source  empty: the one that fits what the files hold
    void importRequested(const QString &source, const QStringList &fileNames);
    void cancelRequested();

public Q_SLOTS:
    void done(int result) override;

private:
    void build();
    void askForFiles();
    void askForFolder();
    void openFileDialog(QFileDialog *dialog);
    void start();
    void setBusy(bool isBusy);

    MessageStrip *m_strip;
    QComboBox *m_source;
    QListWidget *m_list;
    QPushButton *m_choose;
    QPushButton *m_chooseFolder;
    ElidedLabel *m_activity;
    ProgressRow *m_progress;
    QPushButton *m_import = nullptr;
    QStringList m_files;
    bool m_isBusy = false;
};

} // namespace Trailglass
