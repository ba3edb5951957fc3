// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/sourcetype.h"

#include <QString>
#include <QUrl>

namespace Trailglass {

/// Takes out of a server's words what must not be shown: credentials it echoes, and \a privateUrl's path (an
/// account's token may be in it, and many servers print "Cannot POST /that/path").
///
/// \param privateUrl  a whole URL that a user keeps to himself, such as Paradime's; empty where only the host
/// is the account's and the path is in the vendor's documentation
[[nodiscard]] QString redacted(QString text, const SecretValues &secrets, const QUrl &privateUrl);

} // namespace Trailglass
