// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/archivekeys.h"
#include "models/workspace/archiveservice.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace Trailglass {

/// What an archive holds, and what it is to a workspace.
struct ArchiveStatus
{
    ArchiveOverview overview;
    std::optional<bool> isPushedAfterSync = {}; ///< whether the workspace is; nothing without one
};

/// Does with archives what archiveservice.h has besides pushes, for the window.
///
/// Does not block: the workspace and servers are asked on a thread of its own, and the keychain may wait for a person. Every
/// call ends once, through its callback, on the main thread and not before it returns; not any more when this object is gone.
/// A key that was typed goes into the keychain once the server has accepted it and the task went through.
/// \error of each function: as ArchiveKeys::read() and its use case; Cancelled after cancel()
/// \thread the main thread, as for SecretStore
class ArchiveTasks : public QObject
{
    Q_OBJECT

public:
    using Created = std::function<void(const Result<ArchiveCreation> &created)>;
    using Looked = std::function<void(const Result<ArchiveStatus> &status)>;
    using Checked = std::function<void(const Result<ArchiveDiagnosis> &diagnosis)>;
    using Verified = std::function<void(const Result<ArchiveCheckReport> &report)>;
    using Claimed = std::function<void(const Result<ClaimReport> &report)>;
    using Removed = std::function<void(const Result<void> &removed)>;

    /// \param workspace  its folder; nothing: there is none, as over an archive
    /// \param keychain, clock  outlive this
    /// \param settingsFile  as for SettingsFile
    ArchiveTasks(std::optional<QString> workspace, SecretStore &keychain, const Clock &clock,
                 QString settingsFile = {}, QObject *parent = nullptr);
    /// Cancels, within 100 ms. What was committed stays.
    ~ArchiveTasks() override;

    [[nodiscard]] bool hasWorkspace() const;

    /// createArchive()
    void create(const ArchivePlace &place, const ArchiveKeyInput &key, bool hasKeeper, const Created &done);
    /// lookAtArchive(), and lookAndRemember().
    void look(const ArchivePlace &place, const ArchiveKeyInput &key, const Looked &done);
    /// diagnoseArchive()
    void check(const ArchivePlace &place, const ArchiveKeyInput &key, const Checked &done);
    /// verifyArchive(), with progress().
    /// \pre hasWorkspace()
    void verify(const ArchivePlace &place, const ArchiveKeyInput &key, const Verified &done);
    /// claimForWorkspace()
    /// \pre hasWorkspace()
    void claim(const ArchivePlace &place, const ArchiveKeyInput &key, const SourceClaim &wanted,
               const Claimed &done);
    /// ArchiveKeys::remove(). cancel() does not end it.
    void removeKey(const ArchivePlace &place, const Removed &done);

    /// Ends what is on, with Cancelled unless it is over; while the keychain waits for a person, once that has decided.
    void cancel();

Q_SIGNALS:
    /// \param part  0 to 1
    void progress(double part);
    /// A sentence, before the callback of a task that went through: the typed key could not be kept.
    void warned(const QString &warning);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
