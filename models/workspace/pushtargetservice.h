// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivepusher.h"
#include "models/config/pushsettings.h"
#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/core/utcmicros.h"
#include "models/workspace/archivekeys.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace Trailglass {

/// The archives that a workspace is pushed into after each sync, as its user has set them.
struct PushTargetList
{
    QList<PushTarget> targets = {};
    QString notice = {}; ///< movedSincePushesWereSet()
};

/// Lists, adds and takes off the archives that the user wants a workspace to be pushed into after each sync (pushtargets.h).
/// The pushes after syncs themselves are those of PushAfterSync.
///
/// Does not block: the workspace and servers are asked on a thread of its own, and the keychain may wait for a person. Every
/// call ends once, through its callback, on the main thread and not before it returns; not any more when this object is gone.
/// \thread the main thread, as for SecretStore
class PushTargetService : public QObject
{
    Q_OBJECT

public:
    using Listed = std::function<void(const Result<PushTargetList> &list)>;
    using Added = std::function<void(const Result<PushReport> &report)>;
    using Removed = std::function<void(const Result<bool> &wasThere)>;
    /// \param time  of the last push, by the clock of then; nothing: there was none
    using Told = std::function<void(const Result<std::optional<UtcMicros>> &time)>;

    /// \param keychain, clock  outlive this
    /// \param settingsFile  as for SettingsFile
    PushTargetService(QString workspace, SecretStore &keychain, const Clock &clock, QString settingsFile = {},
                      QObject *parent = nullptr);
    /// Cancels, within 100 ms. What was committed stays.
    ~PushTargetService() override;

    // Each of the next three ends what lastPush() still waits for, with Cancelled.

    /// None for a workspace without a database.
    /// \error Storage
    void list(Listed done);

    /// Pushes the workspace into an archive, and once that went through has it pushed there after each sync: so that what is
    /// kept is known to work. A typed key goes into the keychain then.
    /// \error Usage for a key that would end with the program; as ArchiveKeys, pushWorkspace() and keepPushTarget(). What was
    /// pushed stays
    void add(const ArchivePlace &place, const ArchiveKeyInput &key, Added done);
    /// Ends add() with Cancelled, unless its push is over; while the keychain waits for a person, once that has decided.
    void cancelAdd();

    /// dropPushTarget()
    /// \param archive  PushTarget::archive
    void remove(const QString &archive, Removed done);

    /// Asks an archive when this workspace has pushed something into it the last time, whoever ran that push.
    /// \error as ArchivePlace::parse(), keyReferenceOf(), ArchiveKeys::read() and lastPushOf()
    void lastPush(const PushTarget &target, Told done);

Q_SIGNALS:
    /// How far add() is, a few times a second.
    /// \param done, all  rows of the workspace
    void progress(qint64 done, qint64 all);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
