// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/logging.h"

namespace Trailglass {

// Quiet unless something is wrong; QT_LOGGING_RULES="trailglass.*=true" shows the rest.
Q_LOGGING_CATEGORY(logHttp, "trailglass.http", QtWarningMsg)
Q_LOGGING_CATEGORY(logSync, "trailglass.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "trailglass.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logQuery, "trailglass.query", QtWarningMsg)
Q_LOGGING_CATEGORY(logCredentials, "trailglass.credentials", QtWarningMsg)

} // namespace Trailglass
