// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/pushtext.h"
#include "models/config/pushsettings.h"
#include "models/core/result.h"
#include "models/core/secretreference.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

#include <optional>

class QWidget;

namespace Trailglass {

class ArchiveDialog;
class Clock;
class MainWindow;
class PushAfterSync;
class PushTargetService;
class Settings;
struct EnteredArchive;
struct PushTargetList;

/// Opens the dialog about the archives that the workspace is pushed into after each sync. Knows how the pushes of this window
/// ended also while the dialog is closed.
/// \thread GUI
class PushController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    struct Parts
    {
        PushAfterSync &pushes;
        PushTargetService &targets;
        const Settings &settings; ///< the display zone
        const Clock &clock;
        MainWindow &window;
    };
    explicit PushController(const Parts &parts, QObject *parent = nullptr);

Q_SIGNALS:
    /// What an archive holds is to be shown or checked, or another one created.
    /// \param archive  its address; empty: none
    /// \param key  where the key of its user is; nothing: in the keychain, or the user has none
    /// \param over  what the user came from
    void manageRequested(const QString &archive, const std::optional<Trailglass::SecretReference> &key,
                         QWidget *over);

private:
    void connectPushes();
    void openDialog();
    void list();
    void showList(const Result<PushTargetList> &list);
    void ask(const PushTarget &target);
    void note(const QString &archive, const LastPush &last);
    void showRows();
    void openEntry();
    void add(const EnteredArchive &entered);
    /// \param entry  where the archive was entered; null: it was closed
    void endAdd(ArchiveDialog *entry, const QString &archive, const Result<PushReport> &report);
    void remove(const QString &archive);
    void manage(const QString &archive);

    Parts m_parts;
    QPointer<PushDialog> m_dialog; ///< while it is open
    QPointer<ArchiveDialog> m_entry; ///< while another archive is requested
    QList<PushTarget> m_targets; ///< as last listed
    bool m_isListed = false; ///< since the dialog was opened
    QHash<QString, LastPush> m_last; ///< by archive
};

} // namespace Trailglass
