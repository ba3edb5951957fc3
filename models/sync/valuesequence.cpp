// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/valuesequence.h"

#include "models/json/stringscan.h"
#include "models/json/utf8.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

qint64 signedSize(std::string_view text)
{
    return static_cast<qint64>(text.size());
}

/// Also a byte order mark, after which a joined file begins.
bool opensLine(char c)
{
    return c == '{' || c == '[' || c == ByteOrderMark.front();
}

} // namespace

ValueSequence::ValueSequence(EventFinder &finder, TextPlace start)
    : m_finder(finder)
    , m_place(start)
{
}

void ValueSequence::feed(std::string_view text)
{
    while (!text.empty() && !m_finder.isClosed()) {
        const std::size_t taken = step(text);
        pass(text.substr(0, taken));
        text.remove_prefix(taken);
    }
}

std::size_t ValueSequence::step(std::string_view text)
{
    switch (m_state) {
    case State::Between:
        return stepBetween(text);
    case State::Object:
        return stepInObject(text);
    case State::Elements:
        return stepInElements(text);
    case State::Skipping:
        return stepOver(text);
    }
    Q_UNREACHABLE();
    return text.size();
}

void ValueSequence::pass(std::string_view text)
{
    if (text.empty())
        return;
    m_place.offset += signedSize(text);
    m_place.line += std::count(text.begin(), text.end(), '\n');
    m_isAtLineStart = text.back() == '\n';
}

std::size_t ValueSequence::stepBetween(std::string_view text)
{
    if (text.front() == ByteOrderMark[m_markBytes]) {
        m_markBytes = (m_markBytes + 1) % ByteOrderMark.size();
        return 1;
    }
    if (m_markBytes == 0) {
        const std::size_t spaces = text.size() - skipJsonWhitespace(text).size();
        if (spaces > 0)
            return spaces;
    }
    if (m_markBytes == 0 && text.front() == '{') {
        begin(State::Object);
    } else if (m_markBytes == 0 && text.front() == '[') {
        begin(State::Elements);
        m_slicer.emplace(JsonSlicer::Shape::Array);
        m_isList = true;
    } else {
        beginSkipping();
    }
    return 0;
}

/// With the bytes before that began like a byte order mark.
void ValueSequence::beginSkipping()
{
    const std::string_view mark = ByteOrderMark.substr(0, std::exchange(m_markBytes, 0));
    begin(State::Skipping);
    m_begin.offset -= signedSize(mark);
    keep(mark);
    skip(elementError(JsonFault::ValueExpected, m_begin.offset));
}

void ValueSequence::begin(State state)
{
    m_state = state;
    m_begin = m_place;
    m_value.clear();
    m_validator.reset();
    m_skipped = 0;
    m_inked = 0;
    ++m_values;
}

std::size_t ValueSequence::stepInObject(std::string_view text)
{
    const std::size_t room = static_cast<std::size_t>(JsonSlicer::MaxElement) + 1 - m_value.size();
    const std::size_t taken = m_validator.run(text.substr(0, room));
    m_value.append(text.substr(0, taken));
    if (signedSize(m_value) > JsonSlicer::MaxElement || m_validator.status() == JsonValidator::Status::Failed)
        readAsResponse();
    else if (m_validator.status() == JsonValidator::Status::Complete)
        endObject();
    return taken;
}

void ValueSequence::endObject()
{
    if (!isValidUtf8(m_value))
        return readAsResponse();
    m_state = State::Between;
    m_finder.read(std::exchange(m_value, {}), m_begin);
}

/// What is kept is fed again, and then as it comes.
void ValueSequence::readAsResponse()
{
    m_state = State::Elements;
    m_slicer.emplace(m_finder.responseSlicer());
    m_isList = false;
    const std::string value = std::exchange(m_value, {});
    const std::size_t taken = feedSlicer(value);
    if (m_state == State::Skipping) // all of it is one value, that may have been faulty before its end
        keep(std::string_view(value).substr(taken));
}

std::size_t ValueSequence::stepInElements(std::string_view text)
{
    return feedSlicer(text);
}

std::size_t ValueSequence::feedSlicer(std::string_view text)
{
    constexpr std::size_t PieceBytes = 64 * 1024; // what is cut waits until it is read
    std::size_t taken = 0;
    while (taken < text.size() && !m_finder.isClosed()) {
        const std::string_view piece = text.substr(taken, PieceBytes);
        const std::size_t count = m_slicer->feedDocument(piece);
        for (Slice &slice : m_slicer->take())
            m_finder.readElement(std::move(slice), m_begin);
        if (!m_isList && !m_slicer->sawRowArray())
            keep(piece.substr(0, count)); // it may be no response at all
        taken += count;
        if (count < piece.size() || m_slicer->isComplete()) {
            endElements();
            break;
        }
    }
    return taken;
}

void ValueSequence::endElements()
{
    std::optional<SliceError> error = m_slicer->finish();
    for (Slice &slice : m_slicer->take())
        m_finder.readElement(std::move(slice), m_begin);
    const bool holdsElements = m_isList || m_slicer->sawRowArray();
    m_slicer.reset();
    m_state = State::Between;
    if (!error && holdsElements)
        return;
    if (error)
        error->offset += m_begin.offset;
    else // whole, but larger than an event
        error = elementError(JsonFault::TooLarge, m_begin.offset + JsonSlicer::MaxElement);
    m_state = State::Skipping;
    if (!holdsElements)
        return skip(*error);
    if (!m_error)
        m_error = Error{.kind = error->kind, .message = placedText(*error)};
    m_fault.reset();
}

void ValueSequence::skip(const SliceError &error)
{
    m_fault = error;
    if (!m_firstFault)
        m_firstFault = Error{.kind = error.kind, .message = placedText(error)};
}

/// Up to the next line that begins with a bracket.
std::size_t ValueSequence::stepOver(std::string_view text)
{
    if (m_isAtLineStart && opensLine(text.front()) && m_place.offset > m_begin.offset) {
        endSkipping();
        return 0;
    }
    const std::size_t lineEnd = text.find('\n');
    const std::size_t taken = lineEnd == std::string_view::npos ? text.size() : lineEnd + 1;
    keep(text.substr(0, taken));
    return taken;
}

void ValueSequence::keep(std::string_view text)
{
    std::string_view inked = text;
    while (!inked.empty() && isJsonWhitespace(inked.back()))
        inked.remove_suffix(1);
    if (!inked.empty())
        m_inked = m_skipped + signedSize(inked);
    m_skipped += signedSize(text);
    const qint64 room = JsonSlicer::MaxKept - signedSize(m_value);
    m_value.append(text.substr(0, static_cast<std::size_t>(std::max<qint64>(room, 0))));
}

void ValueSequence::endSkipping()
{
    m_state = State::Between;
    if (m_fault) {
        m_value.resize(std::min(m_value.size(), static_cast<std::size_t>(m_inked)));
        m_finder.reject({.bytes = m_value,
                         .offset = m_begin.offset,
                         .length = m_inked,
                         .line = m_begin.line,
                         .error = m_fault},
                        placedText(*m_fault));
    }
    m_fault.reset();
}

Result<void> ValueSequence::finish()
{
    if (m_state == State::Between && m_markBytes > 0)
        beginSkipping();
    if (m_state == State::Object) // broken off
        readAsResponse();
    if (m_state == State::Elements)
        endElements();
    if (m_state == State::Skipping)
        endSkipping();
    if (m_error)
        return *m_error;
    if (m_firstFault && m_values == 1)
        return *m_firstFault;
    return {};
}

} // namespace Trailglass
