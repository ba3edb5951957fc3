// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/sourcetype.h"

#include <QString>
#include <QUrl>

namespace Trailglass {

/// Takes out of a server's words what must not be shown: credentials it echoes, and the path of the URL asked
/// (an account's token may be in it, and many servers print "Cannot POST /that/path").
[[nodiscard]] QString redacted(QString text, const SecretValues &secrets, const QUrl &url);

} // namespace Trailglass
