// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/logging.h"

namespace Trailglass {

/// Logs how long a query took, at the end of its scope: also of one that failed or was cancelled.
class QueryLog
{
public:
    /// \param kind  a literal such as "count"
    explicit QueryLog(const char *kind)
        : m_kind(kind)
    {
    }
    ~QueryLog() { qCDebug(logQuery) << m_kind << "took" << m_timer; }
    Q_DISABLE_COPY_MOVE(QueryLog)

private:
    const char *m_kind;
    LogTimer m_timer;
};

} // namespace Trailglass
