// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/importreader.h"

#include "models/core/countargument.h"
#include "models/core/translation.h"
#include "models/json/stringscan.h"
#include "models/sync/eventfinder.h"
#include "models/sync/rowbatch.h"
#include "models/sync/valuereader.h"
#include "models/sync/vendorguess.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace Trailglass {

namespace {

constexpr std::size_t ChunkBytes = 256 * 1024;

Error cancelled()
{
    return {.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Cancelled.")};
}

QString wrongVendorText(const Source &found, const Source &named)
{
    return Trailglass::tr("These events look like those of %1, not %2. Import them into a source of type %1.")
        .arg(found.type().displayName, named.type().displayName);
}

QString changedTextsText(qint64 number)
{
    return Trailglass::tr(
        "%Ln text(s) in records of a log collector have half of a surrogate pair, which is no "
        "character. U+FFFD is stored in its place.",
        nullptr, countArgument(number));
}

} // namespace

ImportReader::ImportReader(const Source &source, const SourceSettings &settings, ByteInput &input,
                           BatchQueue &queue, const CancelToken &cancel, Position position)
    : m_source(source)
    , m_settings(settings)
    , m_text(input)
    , m_queue(queue)
    , m_cancel(cancel)
    , m_position(std::move(position))
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
    const Result<void> read = readText(shape);
    const Result<void> judged = judge(read);
    if (m_end)
        return *m_end;
    return judged;
}

Result<ImportShape> ImportReader::detectShape()
{
    ShapeDetector detector;
    std::size_t seen = 0;
    for (std::size_t wanted = GuessBytes; wanted <= static_cast<std::size_t>(JsonSlicer::MaxElement);
         wanted *= 2) {
        TRY(const std::string_view head, m_text.head(wanted, m_cancel));
        if (seen == 0)
            m_sample = head;
        TRY(const std::optional<ImportShape> shape, detector.feed(head.substr(seen)));
        if (shape)
            return *shape;
        if (head.size() < wanted) {
            if (skipJsonWhitespace(head).empty()) {
                TRY(passRest()); // what is empty so far may be damaged
                m_isEmpty = true;
            }
            return detector.finish();
        }
        seen = head.size();
    }
    return ImportShape::Values; // the first line is longer than any event
}

Result<void> ImportReader::passRest()
{
    std::vector<char> buffer(ChunkBytes);
    qint64 count = 0;
    do {
        TRY(count, m_text.read(buffer, m_cancel));
    } while (count > 0);
    return {};
}

Result<void> ImportReader::readText(ImportShape shape)
{
    EventFinder finder(m_source, m_settings, *this);
    const std::unique_ptr<ValueReader> values = makeValueReader(shape, finder);
    std::vector<char> buffer(ChunkBytes);
    Result<void> read;
    while (!m_end) {
        const Result<qint64> count = m_text.read(buffer, m_cancel);
        if (!count) {
            read = count.error();
            break;
        }
        if (*count == 0)
            break;
        values->feed({buffer.data(), static_cast<std::size_t>(*count)});
    }
    const Result<void> finished = values->finish();
    m_changedTexts = finder.changedTexts();
    return read ? finished : read;
}

/// Pushes what is left, unless the text is to be refused as a whole.
Result<void> ImportReader::judge(const Result<void> &read)
{
    if (!read && read.error().kind == ErrorKind::Cancelled)
        return read;
    // An event of another vendor may have a field that looks like words for an error.
    if (read && !otherVendorOfAll()) {
        if (const std::optional<Error> error = errorResponse())
            return *error;
    }
    push();
    if (m_events > 0 && m_unreadable > m_events) {
        if (const Source *other = otherVendor())
            m_warnings.append(wrongVendorText(*other, m_source));
    }
    if (m_changedTexts > 0 && !m_end)
        m_warnings.append(changedTextsText(m_changedTexts));
    return read;
}

/// Of a text that is nothing but an object with the vendor's words for an error.
std::optional<Error> ImportReader::errorResponse() const
{
    if (m_hasPushed || m_events > 0 || m_rows.unreadable.size() != 1)
        return {};
    const UnreadableRow &row = m_rows.unreadable.front();
    const QString words = row.length == row.bytes.size() ? m_source.errorText(row.bytes) : QString();
    if (words.isEmpty())
        return {};
    return Error{.kind = ErrorKind::Vendor,
                 .message = Trailglass::tr("This file contains an error response from %1, not events: “%2”.")
                                .arg(m_source.type().displayName, words)};
}

const Source *ImportReader::otherVendor() const
{
    const Source *found = guessVendor(m_sample);
    return found == &m_source ? nullptr : found;
}

/// The same, as long as no row is an event of the vendor that was named.
const Source *ImportReader::otherVendorOfAll() const
{
    return !m_hasPushed && m_events == 0 && m_unreadable > 0 ? otherVendor() : nullptr;
}

void ImportReader::take(Event event)
{
    ++m_events;
    const std::size_t bytes = event.raw.size();
    m_rows.events.push_back(std::move(event));
    addRow(bytes);
}

void ImportReader::take(UnreadableRow row)
{
    ++m_unreadable;
    const auto bytes = static_cast<std::size_t>(row.bytes.size());
    m_rows.unreadable.push_back(std::move(row));
    addRow(bytes);
}

bool ImportReader::isClosed() const
{
    return m_end.has_value() || m_cancel.isCancelled();
}

void ImportReader::addRow(std::size_t bytes)
{
    ++m_waitingRows;
    m_waitingBytes += static_cast<qint64>(bytes);
    if (isFullBatch(m_waitingRows, m_waitingBytes))
        push();
}

void ImportReader::push()
{
    ParsedRows rows = std::exchange(m_rows, {});
    m_waitingRows = 0;
    m_waitingBytes = 0;
    if (m_end)
        return;
    if (const Source *other = otherVendorOfAll()) {
        m_end = Error{.kind = ErrorKind::Malformed, .message = wrongVendorText(*other, m_source)};
        return;
    }
    m_hasPushed = true;
    if (!m_queue.push({.rows = std::move(rows), .bytes = m_position ? m_position() : m_text.bytesRead()}))
        m_end = cancelled();
}

} // namespace Trailglass
