// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/shownarchive.h"
#include "models/core/secretreference.h"
#include "models/workspace/archiveconnector.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

class QWidget;

namespace Trailglass {

class ArchiveDialog;
struct EnteredArchive;
struct KnownArchive;

/// Opens archives: with the key that is known, else it asks in a dialog, which also says what goes wrong, and what is known
/// of an archive whose server is away.
///
/// Keys are kept in the keychain alone. What the settings remember is the reference to a variable or a file.
/// \thread GUI
class ArchiveOpener : public QObject
{
    Q_OBJECT

public:
    /// \param keychain  outlives the opener
    /// \param settingsFile  as for Settings
    /// \param window  the dialog stands over it; null: on its own
    ArchiveOpener(SecretStore &keychain, QString settingsFile, QWidget *window = nullptr,
                  QObject *parent = nullptr);
    ~ArchiveOpener() override;

    /// Asks for an archive.
    /// \param address  to begin with; may be empty
    void ask(const QString &address);
    /// Opens an archive; the dialog appears when that takes a while, or fails.
    /// \param key  where it is; nothing: where it was the last time
    void open(const ArchivePlace &place, const std::optional<SecretReference> &key = {});
    /// Likewise, when nobody is there to ask.
    void openUnattended(const ArchivePlace &place, const std::optional<SecretReference> &key);

Q_SIGNALS:
    void opened(const Trailglass::ShownArchive &archive);
    /// Of openUnattended(), as ArchiveConnector::failed().
    void failed(const Trailglass::Error &error);
    /// The user has closed the dialog.
    void dismissed();

private:
    [[nodiscard]] std::optional<SecretReference> knownKey(const QString &address) const;
    void makeDialog(const QString &address, const std::optional<SecretReference> &key);
    void removeDialog();
    void connectTo(const ArchivePlace &place, const ArchiveKeyInput &key);
    void openEntered(const EnteredArchive &entered);
    void end(const ArchiveConnection &connection);
    void showFailure(const Error &error);
    void showLastKnown(const Error &error, const KnownArchive &known);

    const QString m_settingsFile;
    QWidget *const m_window;
    ArchiveConnector m_connector;
    std::optional<ArchivePlace> m_place; ///< of the archive on the way
    std::optional<SecretReference> m_key; ///< where that of the archive on the way is
    QTimer m_delay; ///< until the dialog appears
    QPointer<ArchiveDialog> m_dialog;
};

} // namespace Trailglass
