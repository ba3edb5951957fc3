// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/store/byteinput.h"
#include "models/store/records.h"
#include "models/sync/syncreport.h"

#include <QStringList>

#include <functional>

namespace Trailglass {

class Source;
class SourceSettings;

/// Files to read into one source.
struct ImportJob
{
    SourceRecord source;
    QStringList files; ///< in this order; `-` is standard input
};

/// How far an import is.
struct ImportProgress
{
    QString file;
    qint64 bytes = 0; ///< of this file, read and committed
    std::optional<qint64> totalBytes; ///< of this file; unknown for pipes
    CommitCounts counts; ///< of all files so far
};

/// Reads vendor JSON from files into the store.
///
/// A file is one value (an API response, an array, one event) or one object a line: see ImportShape. Reading
/// and parsing happen on a second thread while the calling one commits; memory stays flat whatever the size
/// of file or line.
/// \thread that of the writer; run() blocks it, without an event loop
class Importer
{
public:
    using Progress = std::function<void(const ImportProgress &)>;
    using Open = std::function<Result<std::unique_ptr<ByteInput>>(const QString &path)>;

    /// \param writer, clock  outlive the importer
    /// \param open  how a name of ImportJob::files becomes bytes; called on the calling thread
    Importer(EventWriter &writer, const Clock &clock, Open open = openByteInput);

    /// Imports all files; one that cannot be read does not stop the next.
    ///
    /// What was committed stays, also when it ends early. Rows that cannot be read are quarantined, counted
    /// and listed in the warnings, lines by number. \a progress is called on this thread, after each commit.
    ///
    /// \returns Failed with the first file's error when a file is missing, empty, not JSON or broken off,
    /// when nothing at all was readable, or the store failed (which ends the import); Cancelled within 100 ms
    /// of \a cancel
    [[nodiscard]] SyncReport run(const ImportJob &job, const CancelToken &cancel,
                                 const Progress &progress = {});

private:
    EventWriter &m_writer;
    const Clock &m_clock;
    Open m_open;
};

} // namespace Trailglass
