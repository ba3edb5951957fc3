// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QString>

namespace Trailglass {

/// A workspace as the user's settings know it. What is set for one, pushes and checkpoints after its syncs, goes with its
/// identity, and counts in the folder for which it was set alone: a copy has the same identity elsewhere.
struct LocatedWorkspace
{
    QString identity; ///< EventReader::identity()
    QString folder; ///< absolute, without links
};

/// Reads the identity of a workspace. Blocking.
/// \param workspace  its folder
/// \error NotFound: there is no workspace; NewerVersion, Storage
/// \thread any
[[nodiscard]] Result<LocatedWorkspace> locateWorkspace(const QString &workspace);

} // namespace Trailglass
