// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/ledgertables.h"
#include "models/core/ids.h"
#include "models/core/utcmicros.h"

#include <QByteArray>

#include <span>

namespace Trailglass {

/// What a batch consists of, as table `commit` says it. Sums are modulo 2⁶⁴; events that are taken back count negative in
/// rows and sums.
struct BatchContent
{
    quint32 month = 0; ///< of all its events; 0: it has none
    qint64 rows = 0;
    quint64 createdSum = 0; ///< µs
    quint64 contentSum = 0; ///< of contentHash()
    UtcMicros firstCreated; ///< of its events
    UtcMicros lastCreated;

    friend bool operator==(const BatchContent &, const BatchContent &) = default;
};

/// A line of table `commit`.
struct CommitLine
{
    quint64 batch = 0;
    BatchState state = BatchState::Begun;
    BatchContent content = {};
};

/// How much of a workspace is in an archive.
struct PushedUpTo
{
    RowId row; ///< all events up to it
    qint64 removal = 0; ///< all removals up to it: RemovedAfter::sequence

    friend bool operator==(const PushedUpTo &, const PushedUpTo &) = default;
};

/// Who writes lines: an origin, and by chance one of its pushes.
struct PushIdentity
{
    quint32 origin = 0;
    quint64 attempt = 0;
};

/// Lines as one block in Native format, so that all of them are there or none.
/// \thread any
[[nodiscard]] QByteArray commitBlock(const PushIdentity &writer, std::span<const CommitLine> lines,
                                     const PushedUpTo &upTo, UtcMicros at);

} // namespace Trailglass
