// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/openworkspace.h"
#include "models/workspace/sourceplan.h"

namespace Trailglass {

/// What a SourceService reads of a workspace.
/// \thread that of the OpenWorkspace
/// \error as OpenWorkspace::reader(), but where said

/// All sources with their states, by name; none where there is no workspace yet.
[[nodiscard]] Result<QList<SourceEntry>> readSourceEntries(OpenWorkspace &workspace);

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

} // namespace Trailglass
