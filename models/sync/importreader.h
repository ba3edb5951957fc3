// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/sources/rowreader.h"
#include "models/store/byteinput.h"
#include "models/sync/batchqueue.h"
#include "models/sync/importshape.h"

#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// Reads one import file into a queue of batches. Memory: the queue, one element, and a head of at most
/// JsonSlicer::MaxElement while the shape is not clear.
/// \thread one of its own
class ImportReader
{
public:
    /// All outlive the reader.
    ImportReader(const Source &source, const SourceSettings &settings, ByteInput &input, BatchQueue &queue,
                 const CancelToken &cancel);

    /// Reads to the end, or until the queue is closed, and ends the queue.
    /// \error Malformed (rows read before stay pushed), Vendor (an error response in a file), Storage,
    /// Cancelled
    [[nodiscard]] Result<void> run();

private:
    /// Whether an object that holds no events may be a page of none.
    enum class EmptyPage
    {
        Impossible,
        Possible
    };

    [[nodiscard]] Result<void> readAll();
    [[nodiscard]] Result<ImportShape> detectShape();
    [[nodiscard]] Result<ImportShape> detectShapeBehindLongLine();
    /// Shows the next bytes to \a detector.
    /// \returns nothing while the shape is open
    [[nodiscard]] Result<std::optional<ImportShape>> lookFurther(ShapeDetector &detector, std::string *kept);
    /// Empty at the end. Valid until the next call.
    [[nodiscard]] Result<std::string_view> readInput();
    /// Likewise, beginning with what was kept.
    [[nodiscard]] Result<std::string_view> nextChunk();
    [[nodiscard]] Result<void> readRows(JsonSlicer::Shape shape);
    [[nodiscard]] Result<void> readObject();
    /// Of a pipe whose first line is longer than any event: a response, or lines of which the first is bad.
    [[nodiscard]] Result<void> readUndecided(ShapeDetector detector);
    [[nodiscard]] Result<void> readSingle(const std::string &object, const Result<void> &asPage,
                                          EmptyPage emptyPage);
    /// Everything to \a reader.
    /// \param kept  collects the bytes while there are no rows and few bytes; else emptied
    [[nodiscard]] Result<void> feedAll(RowReader &reader, std::optional<std::string> &kept);
    [[nodiscard]] Result<void> endRows(RowReader &reader);
    [[nodiscard]] Result<void> pushRows(RowReader &reader);
    [[nodiscard]] Result<void> pushWhenMany(RowReader &reader);

    const Source &m_source;
    const SourceSettings m_settings;
    ByteInput &m_input;
    BatchQueue &m_queue;
    const CancelToken m_cancel;
    std::vector<char> m_buffer;
    std::optional<ShapeDetector> m_open; ///< still undecided after a long first line
    std::string m_head; ///< kept while detecting, to be read again
    std::size_t m_replayed = 0; ///< of m_head
    qint64 m_bytes = 0; ///< of the file, read for rows
    qint64 m_pushedBytes = 0;
    qint64 m_pushedRows = 0;
};

} // namespace Trailglass
