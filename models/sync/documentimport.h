// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/store/eventwriter.h"
#include "models/sync/importreader.h"
#include "models/sync/unreadableplaces.h"

namespace Trailglass {

/// What the texts of one import have in common. All outlive the import.
struct ImportContext
{
    EventWriter &writer;
    const Clock &clock;
    SourceId source;
    const Source &vendor;
    const SourceSettings &settings;
    CancelToken cancel;
};

/// Imports one text: a second thread reads and parses while the calling one commits. Where the system starts no more threads
/// the calling one does both in turn.
/// \thread that of the writer
class DocumentImport
{
public:
    /// How the import of a text ended.
    struct Outcome
    {
        Result<void> read; ///< ImportReader::run()
        std::optional<Error> storeError; ///< why no more could be committed
        UnreadablePlaces places;
        QStringList warnings; ///< ImportReader::warnings()
        bool isEmpty = false; ///< the text is, which is an error of \a read too
    };
    /// \param bytes  of the file, committed by now
    using Committed = std::function<void(const CommitCounts &counts, qint64 bytes)>;

    /// \param context  outlives this object
    /// \param place  QuarantineEntry::place of the text's rows
    DocumentImport(const ImportContext &context, QString place);

    /// Blocks; ends within 100 ms of a cancel and of a commit that fails, also where \a text is a pipe that is silent.
    [[nodiscard]] Outcome run(ByteInput &text, const ImportReader::Position &position,
                              const Committed &committed);

private:
    /// \error Storage, DiskFull
    [[nodiscard]] Result<CommitCounts> commit(ParsedRows rows);

    const ImportContext &m_context;
    const QString m_place;
};

} // namespace Trailglass
