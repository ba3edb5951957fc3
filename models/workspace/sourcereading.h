// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/openworkspace.h"
#include "models/workspace/sourceplan.h"

namespace Trailglass {

// What is read of the sources of a workspace. All are blocking, on the thread of the OpenWorkspace; their
// errors are those of OpenWorkspace::reader(), but where said.

/// All sources with their states, by name; none where there is no workspace yet.
/// \error Storage, naming the source whose state cannot be read
/// \param now  for SourceEntry::retention
[[nodiscard]] Result<QList<SourceEntry>> readSourceEntries(OpenWorkspace &workspace, UtcMicros now);

/// EventReader::identity() of the workspace; empty where it has none, or cannot be read.
[[nodiscard]] QString readIdentity(OpenWorkspace &workspace);

/// The source of a name with its state, removed ones included.
/// \error Usage, with the nearest name: there is none; Storage as above
[[nodiscard]] Result<SourceEntry> readSourceEntry(OpenWorkspace &workspace, const QString &name,
                                                  UtcMicros now);

/// A source as it is stored, with the account that its credentials are filed under.
struct StoredSource
{
    SourceRecord record;
    QString workspace; ///< its identity
    QString account;
};

/// \error NotFound, also for one that was purged
[[nodiscard]] Result<StoredSource> readStoredSource(OpenWorkspace &workspace, SourceId id);

/// The credentials that may be left in the keychain of a removed source of this name.
[[nodiscard]] Result<SourceSecrets::References> readNotedSecrets(OpenWorkspace &workspace,
                                                                 const QString &name);

/// Approves the references that the user has entered for a source that was saved just now, beside its address.
/// \error Storage also when that cannot be noted
[[nodiscard]] Result<void> approveGiven(OpenWorkspace &workspace, const ReferenceApprovals &approvals,
                                        const SourcePlan &plan);

/// The references of a source that a sync would ask the user to approve.
/// \error NotFound: no such source; as ReferenceApprovals::unapproved()
[[nodiscard]] Result<QList<ReferenceUse>>
readUnapproved(OpenWorkspace &workspace, const ReferenceApprovals &approvals, const QString &name);

} // namespace Trailglass
