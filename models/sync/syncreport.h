// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"
#include "models/store/eventwriter.h"

#include <QByteArray>
#include <QDebug>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Trailglass {

/// How a sync or an import of one source ended.
struct SyncReport
{
    enum class Status
    {
        Ok,
        Failed, ///< \a error says why; what was committed before stays, and counts
        Cancelled,
    };

    QString source; ///< the name the user gave the source
    QString vendor; ///< type name: `asana` …
    Status status = Status::Ok;
    bool leavesGap = false; ///< of a sync that is Ok: not all that was there when it began has been read
    qint64 requests = 0; ///< HTTP requests sent, repeated ones included; 0 for imports
    qint64 retries = 0; ///< of these, repeated ones
    qint64 pages = 0; ///< responses read; files for imports
    qint64 bytes = 0; ///< of responses, unpacked; of imported files as far as they were read
    std::chrono::milliseconds waited{0}; ///< between failed requests and their repetitions
    CommitCounts counts;
    QStringList
        warnings; ///< translated; each once; safe to print (strangers' texts in them are made visible)
    std::optional<Error> error; ///< set when Failed

    /// Something was read and something was not: exit code 3 of an import.
    [[nodiscard]] bool isPartial() const
    {
        return counts.received > counts.unreadable && (counts.unreadable > 0 || status == Status::Failed);
    }
};

/// For the log: counts and the kind of the error; no name, no text.
QDebug operator<<(QDebug debug, const SyncReport &report);

/// `ok`, `failed`, `cancelled`.
[[nodiscard]] QString statusName(SyncReport::Status status);

/// The compact JSON object that `sync --json` and `import --json` print, keys in the documented order, no
/// line break. Bytes and waits are not among them: scripts rely on the keys.
[[nodiscard]] QByteArray toJson(const SyncReport &report);
/// An error as it stands in there: `{"kind","http_status","message"}`.
[[nodiscard]] QByteArray toJson(const Error &error);

} // namespace Trailglass
