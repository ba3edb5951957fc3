// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

#include <QtGlobal>

namespace Trailglass {

struct HttpReply;

/// While it is there, adds up what the statements cost that its thread waits for. What other threads ask of the same
/// session meanwhile is not part of it.
/// \thread the one that made it; the last one that was made counts
class ArchiveMeter
{
public:
    /// \param sum  begins with nothing; outlives the meter
    explicit ArchiveMeter(QueryCost &sum);
    ~ArchiveMeter();
    Q_DISABLE_COPY_MOVE(ArchiveMeter)

    /// Adds a response to the meter of this thread, if there is one.
    static void count(const HttpReply &reply);

private:
    QueryCost &m_sum;
    ArchiveMeter *const m_outer; ///< that counts again afterwards; or null
};

} // namespace Trailglass
