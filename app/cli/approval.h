// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/credentials/referenceapprovals.h"
#include "models/store/records.h"

namespace Trailglass {

/// `--trust`, for the commands that send credentials.
[[nodiscard]] CommandLine::OptionSpecification trustOption();

/// Sees to it that the variables and files of \a sources may be read; with `--trust` approves those that are
/// not yet, and tells which.
///
/// \param identity  EventReader::identity() of the workspace
/// \error SecretNotApproved naming all of them; Storage: the approvals cannot be read or kept
[[nodiscard]] Result<void> requireApproval(Session &session, const CommandLine::Arguments &arguments,
                                           const QString &identity, const QList<SourceRecord> &sources);

/// Approves \a uses, and tells which.
[[nodiscard]] Result<void> approveAndTell(Session &session, const QList<ReferenceUse> &uses);

} // namespace Trailglass
