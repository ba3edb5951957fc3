// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace Trailglass::Testing {

/// Something that the program does to a workspace, for which a fault may come at any moment.
struct StoreOperation
{
    QByteArray name; ///< of a row of data
    /// Makes the workspace that it begins with.
    /// \param workspace  an empty folder
    std::function<void(const QString &workspace)> prepare;
    /// Does it, or what an attempt before has left to do; leaves nothing open.
    std::function<Result<void>(const QString &workspace)> run;
    /// What is still wrong after it has succeeded, beyond what checkIntegrity() finds. May be empty.
    std::function<QStringList(const QString &workspace)> problemsAtEnd = {};
};

/// A page of events, the first source of a new workspace, presets, what reviewers do, a retry of quarantined rows, the saved
/// index, a purge, a repair, and a migration from each earlier version.
[[nodiscard]] const std::vector<StoreOperation> &storeOperations();

/// \pre there is one
[[nodiscard]] const StoreOperation &storeOperation(const QByteArray &name);

} // namespace Trailglass::Testing
