// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLoggingCategory>

namespace Trailglass {

// Rules for what goes in: no secret, no header value, no URL with a path (Paradime's carries a token), no log
// content.
Q_DECLARE_LOGGING_CATEGORY(logHttp)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logQuery)
Q_DECLARE_LOGGING_CATEGORY(logCredentials)

} // namespace Trailglass
