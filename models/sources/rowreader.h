// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/jsonslicer.h"
#include "models/sources/source.h"

#include <vector>

namespace Trailglass {

/// A row that could not become an event; kept, counted, shown.
struct UnreadableRow
{
    QByteArray bytes; ///< as received, cut at JsonSlicer::MaxKept
    qint64 length = 0; ///< true length
    qint64 offset = 0; ///< in the response or file
    qint64 line = 0; ///< 1-based, for line-by-line files, else 0
    QString reason; ///< translated, one sentence
};

/// A row that is quarantined for this reason.
/// \thread any
[[nodiscard]] UnreadableRow unreadableRow(const Slice &slice, const QString &reason);

/// Rows read so far and not yet taken.
struct ParsedRows
{
    std::vector<Event> events; ///< with raw
    std::vector<UnreadableRow> unreadable;

    [[nodiscard]] bool isEmpty() const { return events.empty() && unreadable.empty(); }
};

/// Turns the bytes of one response (or import file) into events: slicer plus Source::readEvent().
///
/// An element that is broken, is no object or that the source cannot read becomes an UnreadableRow; the next
/// is still read. Memory: one element, the envelope, and what has not been taken. `raw` of an event is the
/// element's exact bytes.
/// \thread any, one at a time
class RowReader
{
public:
    /// \param source  outlives the reader
    /// \param shape  Envelope for responses; imports may hold the others
    RowReader(const Source &source, SourceSettings settings, std::optional<TimeWindow> window = {},
              JsonSlicer::Shape shape = JsonSlicer::Shape::Envelope);

    /// Says when the response was given, and when its run started: see PageSummary.
    /// \param date  the server's time; nothing: it did not say
    /// \param asked  by this machine's clock
    /// \pre nothing was fed
    void setMoments(const std::optional<UtcMicros> &date, UtcMicros asked,
                    const std::optional<UtcMicros> &asOf);

    void feed(std::string_view bytes);

    /// Moves out what has been read since the last call.
    [[nodiscard]] ParsedRows take();

    /// Ends the response; to be called once. Rows may still be waiting in take().
    ///
    /// \error Malformed with the place and what was found instead; TooLarge when there is more than
    /// JsonSlicer::MaxEnvelope beside the rows
    Result<PageSummary> finish();

    /// The summary so far, for progress and limits; the envelope is there after finish().
    [[nodiscard]] const PageSummary &summary() const { return m_summary; }

private:
    void drain();
    void read(Slice slice);
    void reject(const Slice &slice, const QString &reason);

    const Source &m_source;
    SourceSettings m_settings;
    std::optional<TimeWindow> m_window;
    JsonSlicer m_slicer;
    PageSummary m_summary;
    ParsedRows m_batch;
};

} // namespace Trailglass
