// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/rowreader.h"

#include "models/core/translation.h"
#include "models/sources/rowpaths.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

UnreadableRow unreadableRow(const Slice &slice, const QString &reason)
{
    const auto kept = std::min(static_cast<qsizetype>(slice.bytes.size()), qsizetype{JsonSlicer::MaxKept});
    return {QByteArray(slice.bytes.data(), kept), slice.length, slice.offset, slice.line, reason};
}

RowReader::RowReader(const Source &source, SourceSettings settings, std::optional<TimeWindow> window,
                     JsonSlicer::Shape shape)
    : m_source(source)
    , m_settings(std::move(settings))
    , m_window(window)
    , m_slicer(shape, rowPathsOf(source))
{
}

void RowReader::setMoments(const std::optional<UtcMicros> &date, UtcMicros asked,
                           const std::optional<UtcMicros> &asOf)
{
    m_summary.isServerTime = date.has_value();
    m_summary.answered = date.value_or(asked);
    m_summary.asOf = asOf.value_or(*m_summary.answered);
}

void RowReader::feed(std::string_view bytes)
{
    m_slicer.feed(bytes);
    drain();
}

ParsedRows RowReader::take()
{
    return std::exchange(m_batch, {});
}

Result<PageSummary> RowReader::finish()
{
    const auto error = m_slicer.finish();
    drain();
    m_summary.envelope = m_slicer.envelope();
    m_summary.hadRowArray = m_slicer.sawRowArray();
    m_summary.hadNullForRows = !m_summary.hadRowArray && hasNullForRows(m_source, m_summary.envelope);
    if (error)
        return Error{error->kind, placedText(*error)};
    return m_summary;
}

void RowReader::drain()
{
    std::vector<Slice> slices = m_slicer.take();
    auto &events = m_batch.events;
    if (events.capacity() < events.size() + slices.size())
        events.reserve(std::max(events.size() + slices.size(), 2 * events.capacity()));
    for (Slice &slice : slices)
        read(std::move(slice));
}

void RowReader::read(Slice slice)
{
    if (slice.error)
        return reject(slice, placedText(*slice.error));
    if (!slice.bytes.starts_with('{'))
        return reject(slice, Trailglass::tr("Expected a JSON object."));
    Result<Event> event = m_source.readEvent(slice.bytes, m_settings);
    if (!event)
        return reject(slice, event.error().message);
    event->raw = std::move(slice.bytes);
    m_summary.add(*event, m_window);
    m_batch.events.push_back(std::move(*event));
}

void RowReader::reject(const Slice &slice, const QString &reason)
{
    UnreadableRow row = unreadableRow(slice, reason);
    m_summary.addUnreadable(row.bytes, row.length);
    m_batch.unreadable.push_back(std::move(row));
}

} // namespace Trailglass
