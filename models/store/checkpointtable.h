// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/core/utcmicros.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// A signed tree head, as it is kept: whether its signature is right is for whoever reads it to find out.
struct StoredCheckpoint
{
    qint64 id = 0; ///< given by the table
    qint64 size = 0; ///< leaves of the tree
    UtcMicros at = {}; ///< when it was made, by the clock of this machine
    QByteArray note = {}; ///< a C2SP signed note

    friend bool operator==(const StoredCheckpoint &, const StoredCheckpoint &) = default;
};

/// The signed tree heads of a workspace, in table `tree_checkpoint`.
/// \thread the connection's
namespace CheckpointTable {

/// The oldest first. None in a workspace of a version without them.
/// \error Storage for values that cannot be right
Result<std::vector<StoredCheckpoint>> all(SqlConnection &connection);

/// The one that was added last; nothing where there is none.
/// \error as all()
Result<std::optional<StoredCheckpoint>> last(SqlConnection &connection);

/// See EventWriter::addTreeCheckpoint().
/// \param checkpoint  its id is given by the table
/// \pre inside a transaction
Result<void> add(SqlConnection &connection, const StoredCheckpoint &checkpoint);

} // namespace CheckpointTable

} // namespace Trailglass
