// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/store/integrity.h"

#include <QList>
#include <QString>

namespace Trailglass {

/// How much a workspace holds.
struct WorkspaceFigures
{
    /// As people read it.
    struct Line
    {
        QString label;
        QString value; ///< in the user's locale
    };

    WorkspaceStatistics numbers;
    QList<Line> lines; ///< events first
};

/// Counts what a workspace holds. Blocking.
///
/// \thread any
/// \error as readStatistics(): NotFound, NewerVersion, Storage, Cancelled
[[nodiscard]] Result<WorkspaceFigures> workspaceFigures(const QString &workspace, const CancelToken &cancel);

} // namespace Trailglass
