// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/inputs/headinput.h"
#include "models/sync/batchqueue.h"
#include "models/sync/importshape.h"
#include "models/sync/rowsink.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <string>

namespace Trailglass {

/// Reads one text into a queue of batches. Memory: the queue, one value, and a head of at most
/// JsonSlicer::MaxElement while the shape is not clear.
/// \thread one of its own, or that of BatchQueue::passTo()
class ImportReader final : private RowSink
{
public:
    /// How much of the file was read by now, for ImportBatch::bytes.
    using Position = std::function<qint64()>;

    /// All outlive the reader.
    /// \param input  UTF-8
    /// \param position  of the file that the text is unpacked from; without it, of \a input
    ImportReader(const Source &source, const SourceSettings &settings, ByteInput &input, BatchQueue &queue,
                 const CancelToken &cancel, Position position = {});

    /// Reads to the end, or until the queue is closed, and ends the queue. Events of another vendor are refused
    /// before any row is pushed.
    /// \error Malformed, TooLarge (rows read before stay pushed), Vendor (an error response in a file), Storage,
    /// Cancelled
    [[nodiscard]] Result<void> run();

    /// After run(): what is to be said of the events besides, translated.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }
    /// After run(): whether it failed because there is nothing to read.
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }

private:
    void take(Event event) override;
    void take(UnreadableRow row) override;
    [[nodiscard]] bool isClosed() const override;

    [[nodiscard]] Result<void> readAll();
    [[nodiscard]] Result<ImportShape> detectShape();
    [[nodiscard]] Result<void> passRest();
    [[nodiscard]] Result<void> readText(ImportShape shape);
    [[nodiscard]] Result<void> judge(const Result<void> &read);
    [[nodiscard]] std::optional<Error> errorResponse() const;
    [[nodiscard]] const Source *otherVendor() const;
    [[nodiscard]] const Source *otherVendorOfAll() const;
    void addRow(std::size_t bytes);
    void push();

    const Source &m_source;
    const SourceSettings m_settings;
    HeadInput m_text;
    BatchQueue &m_queue;
    const CancelToken m_cancel;
    const Position m_position;

    std::string m_sample; ///< the beginning of the text, for guessVendor()
    ParsedRows m_rows; ///< not yet pushed
    qint64 m_waitingRows = 0;
    qint64 m_waitingBytes = 0;
    qint64 m_events = 0; ///< of the text
    qint64 m_unreadable = 0;
    qint64 m_changedTexts = 0; ///< EventFinder::changedTexts()
    bool m_hasPushed = false;
    bool m_isEmpty = false;
    std::optional<Error> m_end; ///< why no more rows are taken
    QStringList m_warnings;
};

} // namespace Trailglass
