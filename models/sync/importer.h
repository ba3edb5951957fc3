// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/store/records.h"
#include "models/sync/importinputs.h"
#include "models/sync/syncreport.h"

#include <QStringList>

#include <functional>

namespace Trailglass {

/// Files to read into one source.
struct ImportJob
{
    SourceRecord source;
    QStringList files; ///< in this order, of a folder all that are in it; `-` is standard input
};

/// How far an import is.
struct ImportProgress
{
    QString file; ///< that is being read, with the member of an archive
    qint64 bytes = 0; ///< of all files, as they are stored on the disk; read and committed
    std::optional<qint64> totalBytes; ///< likewise; unknown with pipes
    CommitCounts counts; ///< of all files so far
};

/// Reads vendor JSON from files into the store.
///
/// A file is text (InputDocuments: as it is, packed, in an archive) with JSON values, one a line or one after the
/// other (ImportShape), in which the events are (EventFinder). Reading and parsing happen on a second thread while
/// the calling one commits; memory stays flat whatever the size of file or line.
/// \thread that of the writer; run() blocks it, without an event loop
class Importer
{
public:
    using Progress = std::function<void(const ImportProgress &)>;
    using Open = ImportInputs::Open;

    /// \param writer, clock  outlive the importer
    /// \param open  as for ImportInputs
    Importer(EventWriter &writer, const Clock &clock, Open open = openByteInput);
    Importer(EventWriter &writer, const Clock &clock, ImportInputs inputs);

    /// Imports all files; one that cannot be read does not stop the next. The history of the workspace holds
    /// the run.
    ///
    /// What was committed stays, also when it ends early. Rows that cannot be read are quarantined, counted
    /// and listed in the warnings, lines by number; a text with events of another vendor is refused as a whole.
    /// An empty file of a folder or archive is no error, unless all are. \a progress is called on this thread,
    /// after each commit.
    ///
    /// \returns Failed with the first file's error when a file is missing, empty, not JSON or broken off,
    /// when nothing at all was readable, or the store failed (which ends the import); Cancelled within 100 ms
    /// of \a cancel
    [[nodiscard]] SyncReport run(const ImportJob &job, const CancelToken &cancel,
                                 const Progress &progress = {});

private:
    EventWriter &m_writer;
    const Clock &m_clock;
    ImportInputs m_inputs;
};

} // namespace Trailglass
