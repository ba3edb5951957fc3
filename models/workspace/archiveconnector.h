// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/sharedarchive.h"
#include "models/core/error.h"
#include "models/credentials/secretstore.h"
#include "models/workspace/archivekeys.h"

#include <QObject>
#include <QString>

#include <memory>

namespace Trailglass {

/// An archive that can be read.
struct ArchiveConnection
{
    std::shared_ptr<SharedArchive> archive; ///< open, not null
    QString warning = {}; ///< a sentence: the typed key could not be kept; empty: nothing to say
};

/// Opens archives, one at a time: finds the key of the user, goes to the server, and looks whether the database is an
/// archive. On a thread of its own.
///
/// A key that was typed goes into the keychain only after the server has accepted it.
/// \thread the main thread, as for SecretStore
class ArchiveConnector : public QObject
{
    Q_OBJECT

public:
    /// \param keychain  outlives the connector
    explicit ArchiveConnector(SecretStore &keychain, QObject *parent = nullptr);
    /// Cancels and waits for the thread: within 100 ms.
    ~ArchiveConnector() override;

    /// opened() or failed() follows, never before this returns. Ends an earlier call without a signal.
    void open(const ArchivePlace &place, const ArchiveKeyInput &key);
    /// Ends open() without a signal.
    void cancel();

Q_SIGNALS:
    void opened(const Trailglass::ArchiveConnection &connection);
    /// As ArchiveKeys::read() and SharedArchive::session().
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
