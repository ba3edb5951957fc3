// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace Trailglass {

/// What a commit did with its events. `received` = added + updated + duplicate + conflict + unreadable.
struct CommitCounts
{
    qint64 received = 0;
    qint64 added = 0; ///< printed as "new"
    qint64 updated = 0;
    qint64 duplicate = 0;
    qint64 conflict = 0;
    qint64 unreadable = 0;

    CommitCounts &operator+=(const CommitCounts &other)
    {
        received += other.received;
        added += other.added;
        updated += other.updated;
        duplicate += other.duplicate;
        conflict += other.conflict;
        unreadable += other.unreadable;
        return *this;
    }
    friend bool operator==(const CommitCounts &, const CommitCounts &) = default;
};

} // namespace Trailglass
