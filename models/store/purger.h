// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/ids.h"
#include "models/core/result.h"

#include <vector>

namespace Trailglass {

class SqlConnection;

/// Deletes a source with all that came from it, overwriting what it deletes.
///
/// The first transaction makes the source and its events invisible and frees the name; those after it delete
/// in small steps, so that neither the log nor a waiting writer grows old. After a crash finish() goes on.
/// \thread the connection's
class Purger
{
public:
    /// Blocks of events deleted in one transaction.
    static constexpr int BlocksPerStep = 64;

    /// \param connection  must outlive the purger; outside a transaction
    explicit Purger(SqlConnection &connection);

    /// Marks the source.
    /// \error NotFound
    Result<void> begin(SourceId source);

    /// Sources marked and not yet deleted.
    Result<std::vector<SourceId>> unfinished();

    /// Deletes a marked source and the dictionary texts that no event uses any more.
    /// \error Cancelled within a second of the token's end; what is deleted by then stays deleted
    Result<void> finish(SourceId source, const CancelToken &cancel = {});

private:
    Result<void> noteRows(SourceId source);
    Result<void> deleteAll(SourceId source, const CancelToken &cancel);
    Result<bool> deleteStep(SourceId source);
    Result<void> deleteRest(SourceId source);

    SqlConnection &m_connection;
};

} // namespace Trailglass
