// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/importreader.h"

#include "models/core/translation.h"

namespace Trailglass {

namespace {

constexpr std::size_t ChunkBytes = 1024 * 1024;

// Large enough for the store to be fast, small enough to be committed well within the 100 ms a cancel may
// take.
constexpr qint64 BatchRows = 5'000;
constexpr qint64 BatchBytes = 4 * 1024 * 1024;

Error cancelled()
{
    return {.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Cancelled.")};
}

} // namespace

ImportReader::ImportReader(const Source &source, const SourceSettings &settings, ByteInput &input,
                           BatchQueue &queue, const CancelToken &cancel)
    : m_source(source)
    , m_settings(settings)
    , m_input(input)
    , m_queue(queue)
    , m_cancel(cancel)
    , m_buffer(ChunkBytes)
{
}

Result<void> ImportReader::run()
{
    Result<void> outcome = readAll();
    m_queue.end();
    return outcome;
}

Result<void> ImportReader::readAll()
{
    TRY(const ImportShape shape, detectShape());
    switch (shape) {
    case ImportShape::Lines:
        return readRows(JsonSlicer::Shape::Lines);
    case ImportShape::Array:
        return readRows(JsonSlicer::Shape::Array);
    case ImportShape::Object:
        return m_open ? readUndecided(*m_open) : readObject();
    }
    Q_UNREACHABLE();
    return {};
}

Result<ImportShape> ImportReader::detectShape()
{
    ShapeDetector detector;
    while (m_head.size() <= static_cast<std::size_t>(JsonSlicer::MaxElement)) {
        TRY(const std::optional<ImportShape> shape, lookFurther(detector, &m_head));
        if (shape) {
            return *shape;
        }
    }
    // The first line is longer than any event.
    if (m_input.rewind()) {
        return detectShapeBehindLongLine();
    }
    // A pipe cannot be read again: while it is read for the one object it seems to be, the question stays
    // open.
    m_open = detector;
    return detector.finish();
}

Result<ImportShape> ImportReader::detectShapeBehindLongLine()
{
    m_head = {};
    ShapeDetector detector;
    for (;;) {
        TRY(const std::optional<ImportShape> shape, lookFurther(detector, nullptr));
        if (shape) {
            if (!m_input.rewind()) {
                return Error{.kind = ErrorKind::Storage,
                             .message = Trailglass::tr("Cannot rewind this input.")};
            }
            return *shape;
        }
    }
}

Result<std::optional<ImportShape>> ImportReader::lookFurther(ShapeDetector &detector, std::string *kept)
{
    TRY(const std::string_view chunk, readInput());
    if (kept) {
        *kept += chunk;
    }
    if (!chunk.empty()) {
        return detector.feed(chunk);
    }
    TRY(const ImportShape shape, detector.finish());
    return std::optional(shape);
}

Result<std::string_view> ImportReader::readInput()
{
    TRY(const qint64 count, m_input.read(m_buffer, m_cancel));
    return std::string_view(m_buffer.data(), static_cast<std::size_t>(count));
}

Result<std::string_view> ImportReader::nextChunk()
{
    if (m_replayed < m_head.size()) {
        const std::string_view piece = std::string_view(m_head).substr(m_replayed, ChunkBytes);
        m_replayed += piece.size();
        return piece;
    }
    m_head = {};
    m_replayed = 0;
    return readInput();
}

Result<void> ImportReader::readRows(JsonSlicer::Shape shape)
{
    RowReader reader(m_source, m_settings, {}, shape);
    std::optional<std::string> kept;
    return feedAll(reader, kept);
}

Result<void> ImportReader::readObject()
{
    RowReader page(m_source, m_settings, {}, JsonSlicer::Shape::Envelope);
    std::optional<std::string> kept(std::in_place);
    const Result<void> read = feedAll(page, kept);
    const bool couldBeRead =
        read || read.error().kind == ErrorKind::Malformed || read.error().kind == ErrorKind::TooLarge;
    if (!kept || !couldBeRead)
        return read;
    // A page without events, unless the object is an event with a field of the list's name.
    const bool hadRows = page.summary().hadRowArray || page.summary().hadNullForRows;
    return readSingle(*kept, read, hadRows ? EmptyPage::Possible : EmptyPage::Impossible);
}

Result<void> ImportReader::readUndecided(ShapeDetector detector)
{
    RowReader page(m_source, m_settings, {}, JsonSlicer::Shape::Envelope);
    RowReader lines(m_source, m_settings, {}, JsonSlicer::Shape::Lines);
    std::optional<std::string> kept;
    for (;;) {
        TRY(const std::string_view chunk, nextChunk());
        if (chunk.empty()) {
            break;
        }
        m_bytes += static_cast<qint64>(chunk.size());
        page.feed(chunk);
        lines.feed(chunk);
        if (page.summary().rows > 0) {
            return feedAll(page, kept);
        }
        const bool isReplayed = !m_head.empty(); // which the detector has seen
        TRY(const std::optional<ImportShape> shape,
            isReplayed ? std::optional<ImportShape>() : detector.feed(chunk));
        if (shape) {
            return feedAll(*shape == ImportShape::Lines ? lines : page, kept);
        }
    }
    const Result<void> read = endRows(page);
    if (read) {
        return read;
    }
    const Result<void> asLine = endRows(lines); // what is too long for an event is kept all the same
    return asLine ? read : asLine;
}

Result<void> ImportReader::readSingle(const std::string &object, const Result<void> &asPage,
                                      EmptyPage emptyPage)
{
    RowReader reader(m_source, m_settings, {}, JsonSlicer::Shape::Single);
    reader.feed(object);
    const bool isWhole = reader.finish().hasValue();
    ParsedRows rows = reader.take();
    if (rows.events.empty() && emptyPage == EmptyPage::Possible)
        return asPage;
    if (rows.events.empty() && !asPage) {
        const bool pushed = m_queue.push({.rows = std::move(rows), .bytes = m_bytes});
        return pushed ? asPage : cancelled();
    }
    const QString words =
        m_source.errorText(QByteArrayView(object.data(), static_cast<qsizetype>(object.size())));
    if (rows.events.empty() && isWhole && !words.isEmpty()) {
        return Error{.kind = ErrorKind::Vendor,
                     .message =
                         Trailglass::tr("This file contains an error response from %1, not events: “%2”.")
                             .arg(m_source.type().displayName, words)};
    }
    return m_queue.push({.rows = std::move(rows), .bytes = m_bytes}) ? Result<void>() : cancelled();
}

Result<void> ImportReader::feedAll(RowReader &reader, std::optional<std::string> &kept)
{
    for (;;) {
        TRY(const std::string_view chunk, nextChunk());
        if (chunk.empty()) {
            break;
        }
        m_bytes += static_cast<qint64>(chunk.size());
        reader.feed(chunk);
        if (kept) {
            *kept += chunk;
            const bool isTooMuch = kept->size() > static_cast<std::size_t>(JsonSlicer::MaxElement);
            if (reader.summary().rows > 0 || isTooMuch) {
                kept.reset();
            }
        }
        TRY(pushWhenMany(reader));
    }
    return endRows(reader);
}

Result<void> ImportReader::endRows(RowReader &reader)
{
    const Result<PageSummary> summary = reader.finish();
    TRY(pushRows(reader));
    TRY(summary);
    return {};
}

Result<void> ImportReader::pushWhenMany(RowReader &reader)
{
    const bool isMany =
        reader.summary().rows - m_pushedRows >= BatchRows || m_bytes - m_pushedBytes >= BatchBytes;
    return isMany ? pushRows(reader) : Result<void>();
}

Result<void> ImportReader::pushRows(RowReader &reader)
{
    m_pushedRows = reader.summary().rows;
    m_pushedBytes = m_bytes;
    return m_queue.push({.rows = reader.take(), .bytes = m_bytes}) ? Result<void>() : cancelled();
}

} // namespace Trailglass
