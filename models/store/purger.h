// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/ids.h"
#include "models/core/result.h"

#include <vector>

namespace Trailglass {

class SqlConnection;

/// Deletes a source and everything that was fetched from it, and overwrites the deleted bytes.
///
/// The first transaction hides the source and its events and frees the name. Those after it delete in small
/// steps, so that the write-ahead log stays small and other writers wait only briefly. After a crash finish()
/// continues.
/// \thread the connection's
class Purger
{
public:
    /// Blocks of events deleted per transaction.
    static constexpr int BlocksPerStep = 64;

    /// \param connection  must outlive the purger; outside a transaction
    explicit Purger(SqlConnection &connection);

    /// Hides the source: its name becomes NULL.
    /// \error NotFound
    Result<void> begin(SourceId source);

    /// Sources that are hidden and not yet deleted.
    Result<std::vector<SourceId>> unfinished();

    /// Deletes a hidden source and the dictionary texts that no event uses any more.
    /// \error Cancelled within a second of the token's end; what is deleted by then stays deleted
    Result<void> finish(SourceId source, const CancelToken &cancel = {});

private:
    Result<void> supersedeRows(SourceId source);
    Result<void> deleteAll(SourceId source, const CancelToken &cancel);
    Result<bool> deleteStep(SourceId source);
    Result<void> deleteRest(SourceId source);

    SqlConnection &m_connection;
};

} // namespace Trailglass
