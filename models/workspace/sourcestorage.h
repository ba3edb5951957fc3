// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/sourcesecrets.h"
#include "models/store/storethread.h"
#include "models/workspace/sourceplan.h"

#include <QSet>

#include <functional>
#include <memory>

namespace Trailglass {

class SecretReplacement;
class WorkspaceLock;

/// Stores sources in the workspace and their credentials in keychain or session, consistently: a change that
/// fails is rolled back in both.
///
/// Every call ends once, through its callback, and not before it returns; not at all when this object is
/// gone.
/// \thread GUI
class SourceStorage : public QObject
{
    Q_OBJECT

public:
    /// \param warnings  what could not be done besides the change, which is made
    using Done = std::function<void(Result<QStringList> warnings)>;
    using References = SourceSecrets::References;
    /// Finds what the credentials of a source are filed under: SecretLookup::account().
    using FindAccount = std::function<void(SourceId, std::function<void(Result<QString>)>)>;

    SourceStorage(const QString &workspace, SecretPlaces places, FindAccount findAccount);
    /// Rolls back sources whose credentials were still being written. Credentials that may have been written stay
    /// recorded with the source, which is then only removed.
    ~SourceStorage() override;

    [[nodiscard]] SourceSecrets &secrets() { return m_secrets; }

    /// Stores a new source, then its credentials; without them it is taken back, and they too.
    /// \param noted  what a removed source of this name has left in the keychain
    void add(const SourcePlan &plan, const References &noted, const Done &done);

    /// Stores changed credentials first: settings that point to a key that is not there would fail the next
    /// sync. When either fails everything is as it was.
    /// \param before  where the credentials are kept now
    void change(const SourcePlan &plan, const QString &account, const References &before, const Done &done);

    /// Removes the credentials, then the source, so that no credential outlives it unnoticed. One that could not be
    /// removed stays recorded with the source, whose events then stay too: removing it again tries again.
    /// \param lock  of the workspace, for a purge; held until it is over
    void remove(const SourceRecord &source, const QString &account, EventWriter::Purge purge,
                const std::shared_ptr<WorkspaceLock> &lock, const Done &done);

Q_SIGNALS:
    void changed();

private:
    struct Addition;
    using AdditionPointer = std::shared_ptr<Addition>;

    void writeSecrets(const AdditionPointer &addition, const SourcePlan &plan, const Done &done);
    void takeBack(const AdditionPointer &addition, const Error &why, const Done &done);
    void removeLeftBehind(const QString &account, const References &left, const Done &done);

    SourceSecrets m_secrets;
    const FindAccount m_findAccount;
    QSet<AdditionPointer> m_unfinished; ///< added, their credentials not kept yet
    std::unique_ptr<StoreThread> m_store; // last: ends what was asked of it
};

} // namespace Trailglass
