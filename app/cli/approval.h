// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/credentials/secretuse.h"

namespace Trailglass {

/// `--trust`, for the commands that send credentials.
[[nodiscard]] CommandLine::OptionSpecification trustOption();

/// Approves \a uses if the command has `--trust`, and prints them.
///
/// \error SecretNotApproved without `--trust`, naming all of them; Storage: the approvals cannot be kept
[[nodiscard]] Result<void> approveIfTrusted(Session &session, const CommandLine::Arguments &arguments,
                                            const QList<ReferenceUse> &uses);

/// Approves \a uses and prints them.
///
/// \error Storage: the approvals cannot be kept
[[nodiscard]] Result<void> approveAndTell(Session &session, const QList<ReferenceUse> &uses);

} // namespace Trailglass
