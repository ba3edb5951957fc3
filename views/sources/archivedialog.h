// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/sources/archivefactlist.h"
#include "views/sources/archiveform.h"
#include "views/sources/sourcevalues.h"

#include <QDialog>
#include <QList>
#include <QString>

#include <optional>

class QPushButton;

namespace Trailglass {

class MessageStrip;
class WrappedLabel;

/// Asks for an archive to open or to push into: its address with the user, and the key of the user.
/// \thread GUI
class ArchiveDialog : public QDialog
{
    Q_OBJECT

public:
    /// What is done with the archive.
    enum class Purpose
    {
        Open,
        Push, ///< the workspace of the window into it
    };

    /// \param address, key, check  as for ArchiveForm
    ArchiveDialog(const QString &address, const std::optional<SecretReference> &key, ArchiveForm::Check check,
                  QWidget *parent = nullptr, Purpose purpose = Purpose::Open);

    /// The archive is being opened: nothing can be changed until showProblem().
    void showConnecting();
    /// Something else is done with it: likewise.
    /// \param sentence  how far that is; may change
    void showWork(const QString &sentence);
    /// Why the archive was not opened, or pushed into; it can be tried again.
    void showProblem(const QString &sentence);
    /// The same while the server is away, with what was known of the archive before, which is gone with another address, and
    /// a button to try again, which can be used while the address is valid.
    /// \param title  of what was known: says when that was
    void showLastKnown(const QString &sentence, const QString &title, const QList<ArchiveSection> &known);

Q_SIGNALS:
    /// With an address that the check has accepted. Purpose::Push: to be pushed into.
    void openRequested(const Trailglass::EnteredArchive &archive);

private:
    void build(Purpose purpose);
    void request();
    void setConnecting(bool isConnecting);
    void updateButton();
    void hideLastKnown();

    MessageStrip *m_strip;
    ArchiveForm *m_form;
    WrappedLabel *m_knownTitle;
    ArchiveFactList *m_known;
    QPushButton *m_open = nullptr;
    bool m_isConnecting = false;
};

} // namespace Trailglass
