// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/eventfinder.h"

#include "models/core/translation.h"
#include "models/json/wholedocument.h"
#include "models/sources/rowpaths.h"
#include "models/sync/collectorrecord.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace Trailglass {

namespace {

/// A response, a hit in it, the object of the hit, the text in it, a response as that text, an event.
constexpr int MaxLayers = 5;

/// What is cut into elements at once: short elements take a hundred times the memory of their text.
constexpr std::size_t CutBytes = 64 * 1024;

std::vector<std::vector<std::string>> allRowPaths(const Source &source)
{
    std::vector<std::vector<std::string>> paths = rowPathsOf(source);
    std::ranges::copy(collectorRowPaths(), std::back_inserter(paths));
    return paths;
}

bool isObject(const Slice &slice)
{
    return slice.bytes.starts_with('{');
}

/// Cuts a whole text into elements.
/// \param take  some of them, in order; returns false when it needs no more
/// \returns what is wrong beside the elements, as far as it was cut
std::optional<SliceError> cutElements(JsonSlicer &slicer, std::string_view text,
                                      const std::function<bool(std::vector<Slice>)> &take)
{
    while (!text.empty()) {
        slicer.feed(text.substr(0, CutBytes));
        text.remove_prefix(std::min(CutBytes, text.size()));
        std::vector<Slice> elements = slicer.take();
        if (!elements.empty() && !take(std::move(elements)))
            return {};
    }
    const std::optional<SliceError> error = slicer.finish();
    std::vector<Slice> rest = slicer.take();
    if (!rest.empty())
        take(std::move(rest));
    return error;
}

} // namespace

EventFinder::EventFinder(const Source &source, const SourceSettings &settings, RowSink &rows)
    : m_source(source)
    , m_settings(settings)
    , m_rows(rows)
    , m_rowPaths(allRowPaths(source))
{
}

JsonSlicer EventFinder::responseSlicer() const
{
    return JsonSlicer(JsonSlicer::Shape::Envelope, m_rowPaths);
}

JsonSlicer EventFinder::slicerFor(std::string_view value) const
{
    return value.starts_with('[') ? JsonSlicer(JsonSlicer::Shape::Array) : responseSlicer();
}

void EventFinder::read(std::string value, TextPlace place)
{
    Slice slice;
    slice.bytes = std::move(value);
    slice.offset = place.offset;
    slice.line = place.line;
    openSlice(std::move(slice), place, 0);
}

void EventFinder::readElement(Slice slice, TextPlace list)
{
    readElement(std::move(slice), list, 1);
}

void EventFinder::readElement(Slice slice, TextPlace list, int layer)
{
    slice.offset += list.offset;
    slice.line = list.isWholeLine ? list.line : 0;
    if (slice.error) {
        slice.error->offset += list.offset;
        return reject(slice, placedText(*slice.error));
    }
    const TextPlace place{slice.offset, slice.line, list.isWholeLine};
    openSlice(std::move(slice), place, layer);
}

void EventFinder::openSlice(Slice slice, TextPlace place, int layer)
{
    const std::optional<QString> reason = open(slice.bytes, place, layer);
    if (!reason)
        return;
    slice.length = static_cast<qint64>(slice.bytes.size());
    reject(slice, *reason);
}

/// \param value  becomes what is in it, as far as that is JSON, when there is no event: the row to be quarantined
/// \returns why there is no event in it
std::optional<QString> EventFinder::open(std::string &value, TextPlace place, int layer)
{
    if (layer > MaxLayers)
        return Trailglass::tr("The event is wrapped too many times.");
    if (value.starts_with('[')) {
        const bool isList = openList(value, place, layer) != ListContent::NoList;
        return isList ? std::optional<QString>() : Trailglass::tr("Expected a JSON object.");
    }
    if (!value.starts_with('{'))
        return Trailglass::tr("Expected a JSON object.");
    std::optional<QString> reason;
    std::string inner;
    qint64 changedTexts = 0; // if it is the text that is stored
    if (const std::optional<CollectedText> collected = collectedText(value)) {
        changedTexts = collected->hasLoneSurrogate ? 1 : 0;
        reason = openText(collected->text, inner, place, layer);
        if (!reason) {
            m_changedTexts += changedTexts;
            return {};
        }
    }
    Result<Event> event = m_source.readEvent(value, m_settings);
    if (event) {
        event->raw = std::move(value);
        m_rows.take(*std::move(event));
        return {};
    }
    if (!inner.empty()) {
        m_changedTexts += changedTexts;
        value = std::move(inner);
    }
    if (reason)
        return reason;
    if (const std::string_view source = hitSource(value); !source.empty()) {
        value = std::string(source);
        return open(value, place, layer + 1);
    }
    const ListContent content = openList(value, place, layer);
    // An event that cannot be read may have a field of the name of the list.
    const bool isEmptyResponse = content == ListContent::Empty && event.error().kind == ErrorKind::NotFound;
    if (content == ListContent::Elements || isEmptyResponse)
        return {};
    return event.error().message;
}

/// \param inner  becomes what the text holds, as far as that is JSON
std::optional<QString> EventFinder::openText(const std::string &text, std::string &inner, TextPlace place,
                                             int layer)
{
    Result<std::string> value = wholeDocument(text);
    if (!value) {
        return Trailglass::tr("The text in the log collector's record is not JSON: %1")
            .arg(value.error().message);
    }
    inner = *std::move(value);
    return open(inner, place, layer + 1);
}

/// A list or a response.
EventFinder::ListContent EventFinder::openList(std::string_view value, TextPlace place, int layer)
{
    JsonSlicer slicer = slicerFor(value);
    bool isFirst = true;
    bool isOther = false;
    const std::optional<SliceError> error = cutElements(slicer, value, [&](std::vector<Slice> elements) {
        if (std::exchange(isFirst, false))
            isOther = value.starts_with('[') && !isObject(elements.front());
        if (!isOther)
            readElements(std::move(elements), place, layer);
        return !isOther && !isClosed();
    });
    if (isOther)
        return ListContent::NoList;
    if (!slicer.sawRowArray()) {
        const bool isNull = !error && hasNullForRows(m_source, slicer.envelope());
        return isNull ? ListContent::Empty : ListContent::NoList;
    }
    if (error) // too much beside the events
        rejectText(value, place, {error->offset + place.offset, error->reason, error->kind});
    return isFirst && !error ? ListContent::Empty : ListContent::Elements;
}

void EventFinder::readElements(std::vector<Slice> elements, TextPlace list, int layer)
{
    for (Slice &element : elements) {
        if (isClosed())
            return;
        readElement(std::move(element), list, layer + 1);
    }
}

void EventFinder::readBroken(std::string_view text, TextPlace place, const SliceError &error)
{
    bool holdsEvents = false;
    bool isBadElement = false;
    JsonSlicer look = slicerFor(text);
    (void)cutElements(look, text, [&](const std::vector<Slice> &elements) { // the caller knows what is wrong
        holdsEvents =
            holdsEvents || std::ranges::any_of(elements, [this](const Slice &element) {
                return !element.error && isObject(element) && m_source.readEvent(element.bytes, m_settings);
            });
        isBadElement = isBadElement
            || std::ranges::any_of(elements, [](const Slice &element) { return element.error.has_value(); });
        return !(holdsEvents && isBadElement) && !isClosed();
    });
    if (!holdsEvents || !isBadElement)
        rejectText(text, place, error);
    if (!holdsEvents)
        return;
    JsonSlicer slicer = slicerFor(text);
    (void)cutElements(slicer, text, [&](std::vector<Slice> elements) {
        readElements(std::move(elements), place, 0);
        return !isClosed();
    });
}

void EventFinder::rejectText(std::string_view text, TextPlace place, const SliceError &error)
{
    const auto kept = text.substr(0, static_cast<std::size_t>(JsonSlicer::MaxKept));
    reject({.bytes = std::string(kept),
            .offset = place.offset,
            .length = static_cast<qint64>(text.size()),
            .line = place.line,
            .error = error},
           placedText(error));
}

} // namespace Trailglass
