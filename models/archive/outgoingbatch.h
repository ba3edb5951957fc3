// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/archive/commitlines.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <QString>

#include <cstddef>

namespace Trailglass {

class ArchiveSession;

/// The number of a batch that is sent.
struct BatchNumber
{
    quint32 origin = 0;
    quint64 number = 0;

    /// Under which a server knows the statement that brings the batch.
    [[nodiscard]] QString queryId() const;
};

/// What a push sends under one number: it counts as a whole or not at all.
/// \thread the push's
class OutgoingBatch
{
public:
    OutgoingBatch() = default;
    virtual ~OutgoingBatch() = default;
    OutgoingBatch(const OutgoingBatch &) = delete;
    OutgoingBatch &operator=(const OutgoingBatch &) = delete;

    [[nodiscard]] virtual BatchContent content() const { return {}; }

    /// Sends it, every statement once.
    /// \error as ArchiveSession::insert()
    [[nodiscard]] virtual Result<void> send(ArchiveSession &session, const BatchNumber &number,
                                            const CancelToken &cancel) = 0;

    /// Whether all of it is in the archive, and nothing else under the number.
    /// \error as ArchiveSession::ask()
    [[nodiscard]] virtual Result<bool> isThere(ArchiveSession &session, const BatchNumber &number,
                                               const CancelToken &cancel) = 0;
};

/// A batch without anything, for a push that finds nothing to send and yet is further in the workspace than the one before.
class EmptyBatch final : public OutgoingBatch
{
public:
    [[nodiscard]] Result<void> send(ArchiveSession &, const BatchNumber &, const CancelToken &) override
    {
        return {};
    }
    [[nodiscard]] Result<bool> isThere(ArchiveSession &, const BatchNumber &, const CancelToken &) override
    {
        return true;
    }
};

/// Whether table `event` has the events of \a content, and no other, under a number.
/// \error as ArchiveSession::ask()
[[nodiscard]] Result<bool> areEventsThere(ArchiveSession &session, const BatchNumber &number,
                                          const BatchContent &content, const CancelToken &cancel);

/// Whether \a table has as many lines under a number as were sent.
/// \error as ArchiveSession::ask()
[[nodiscard]] Result<bool> areLinesThere(ArchiveSession &session, const ArchiveSql &table,
                                         const BatchNumber &number, std::size_t lines,
                                         const CancelToken &cancel);

} // namespace Trailglass
