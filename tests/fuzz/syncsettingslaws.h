// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <string_view>

namespace Trailglass::Fuzz {

/// What a settings file says of the syncing of a workspace: schedules, checkpoints and archives to push into are in their
/// limits, and can be written and read again.
/// \param fileName  of the input
/// \param againName  of a file that is not there yet
void checkSyncSettings(const QString &fileName, const QString &againName);

/// The input as the list of approved references: it is refused, or read, and then another one can be approved.
/// \param fileName  of a file that is not there yet
void checkApprovals(std::string_view content, const QString &fileName);

} // namespace Trailglass::Fuzz
