// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace Trailglass::Keyring {

/// Locks and unlocks the login keyring of the gnome-keyring on the session bus, as a user would.
///
/// \returns false when the daemon refused
bool lock();
bool unlock(const QByteArray &password);

} // namespace Trailglass::Keyring
