// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/archive/archivepusher.h"
#include "models/archive/archivesession.h"

namespace Trailglass {

/// Pushes the workspace of a session into an archive, shows how far it is, and reports what was pushed. Blocking.
///
/// \returns Done; Partial when events were left out; else as Session::fail()
[[nodiscard]] ExitCode pushAndReport(Session &session, const ArchiveAccess &access);

/// Shows how far a push is.
/// \param done, all  rows
void showPush(Session &session, qint64 done, qint64 all);

/// Reports what was pushed.
/// \param archive  its address
void reportPush(Session &session, const QString &archive, const PushReport &report);

/// `archive push`
[[nodiscard]] Command archivePushCommand();

} // namespace Trailglass
