// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivepusher.h"
#include "models/core/clock.h"
#include "models/credentials/secretstore.h"
#include "models/credentials/secretuse.h"

#include <QObject>
#include <QString>

#include <memory>

namespace Trailglass {

class ArchivePlace;

/// Pushes a workspace into the archives that its user wants it in after each sync (pushtargets.h), one after the other. On a
/// thread of its own.
///
/// Nothing of it fails the sync: what goes wrong is one warning for each archive, and the push after the next sync does its
/// work. It belongs after the end of a sync, when nobody writes to the workspace; where another one begins meanwhile, the
/// push after that completes the archive (pushToArchive()).
/// \thread the main thread, as for SecretStore
class PushAfterSync : public QObject
{
    Q_OBJECT

public:
    /// \param keychain, clock  outlive this
    /// \param settingsFile  as for SettingsFile
    PushAfterSync(QString workspace, SecretStore &keychain, const Clock &clock, QString settingsFile = {},
                  QObject *parent = nullptr);
    /// Cancels, within 100 ms. What was committed stays.
    ~PushAfterSync() override;

    /// An archive that somebody else pushes this workspace into.
    void leaveOut(const ArchivePlace &place);

    /// finished() follows, never before this returns. While pushes are on, they are done once more at their end.
    /// \param attendance  whether a keychain may show a prompt
    void start(Attendance attendance = Attendance::Attended);
    /// finished() follows soon.
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// A few times a second.
    /// \param archive  its address
    /// \param done, all  rows of the workspace
    void progress(const QString &archive, qint64 done, qint64 all);
    void pushed(const QString &archive, const Trailglass::PushReport &report);
    /// Before the warning that says so.
    void failed(const QString &archive, const Trailglass::Error &error);
    /// A sentence that names the archive.
    void warned(const QString &warning);
    /// The last signal of start(); nothing is on any more.
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
