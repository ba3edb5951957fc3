// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/sourcesecrets.h"
#include "models/sources/sourcetype.h"
#include "models/store/records.h"

#include <functional>
#include <vector>

namespace Trailglass {

/// Reads the credentials of several sources before a sync, wherever each is kept.
///
/// How long a keychain may take is its store's business. Destroying the lookup drops its callback.
/// \thread the main thread, as for SecretStore
class SecretLookup
{
public:
    using Found = std::function<void(const std::vector<Result<BoundSecrets>> &)>;

    explicit SecretLookup(SecretPlaces places);

    /// Reads one after the other; one that fails does not stop the next.
    ///
    /// \param identity  EventReader::identity() of the workspace
    /// \param attendance  SecretUse::attendance
    /// \param found  called once, never before this returns, with one result a source in the same order
    /// \pre no read is on
    void read(const QString &identity, const QList<SourceRecord> &sources, Attendance attendance,
              Found found);

    [[nodiscard]] SourceSecrets &secrets() { return m_secrets; }

    /// How the credentials of one source are filed.
    [[nodiscard]] static QString account(const QString &identity, SourceId source);

    /// What the credentials of a source, as it is stored or about to be, are for.
    /// \error Usage: a type this version does not know, or settings that are none
    [[nodiscard]] static Result<SecretUse> use(const QString &identity, const SourceRecord &source);

    /// The references of \a sources that the user would have to approve before a sync. Sources whose settings
    /// are none have no say here: their run fails and says why.
    /// \error as ReferenceApprovals::unapproved()
    [[nodiscard]] static Result<QList<ReferenceUse>> unapproved(const ReferenceApprovals &approvals,
                                                                const QString &identity,
                                                                const QList<SourceRecord> &sources);

private:
    void readNext();

    SourceSecrets m_secrets;
    QString m_identity;
    Attendance m_attendance = Attendance::Attended;
    QList<SourceRecord> m_waiting;
    std::vector<Result<BoundSecrets>> m_results;
    Found m_found;
};

} // namespace Trailglass
