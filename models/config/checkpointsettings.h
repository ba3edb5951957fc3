// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Trailglass {

/// What the user has set for the checkpoints of a workspace's tree.
struct CheckpointSettings
{
    static constexpr qsizetype MaxPath = 4'096; ///< characters of a path

    bool afterSync = false; ///< one is written after each sync that has stored something
    QString witnessFile = {}; ///< these are appended to; an absolute path, or empty: to none
    QString folder = {}; ///< absolute, without links: of the workspace for which this was set

    friend bool operator==(const CheckpointSettings &, const CheckpointSettings &) = default;
};

} // namespace Trailglass
