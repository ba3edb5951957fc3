// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/linevalues.h"

#include "models/json/stringscan.h"
#include "models/json/utf8.h"

namespace Trailglass {

namespace {

constexpr auto MaxLine = static_cast<std::size_t>(JsonSlicer::MaxElement); // bytes, of one that is kept

std::string_view withoutMarks(std::string_view text)
{
    for (;;) {
        text = skipJsonWhitespace(text);
        if (!text.starts_with(ByteOrderMark))
            return text;
        text.remove_prefix(ByteOrderMark.size());
    }
}

/// Whether a value may end before \a rest: at the end of its line, or where another file was joined.
bool mayEndBefore(std::string_view rest)
{
    rest = withoutMarks(rest);
    return rest.empty() || rest.starts_with('{') || rest.starts_with('[');
}

std::string_view withoutSpacesAtEnd(std::string_view text)
{
    while (!text.empty() && isJsonWhitespace(text.back()))
        text.remove_suffix(1);
    return text;
}

JsonFault faultOf(const JsonValidator &validator)
{
    return validator.status() == JsonValidator::Status::Complete ? JsonFault::TextAfterValue
                                                                 : validator.fault();
}

} // namespace

LineValues::LineValues(EventFinder &finder)
    : m_finder(finder)
{
}

void LineValues::feed(std::string_view text)
{
    while (!text.empty() && !m_finder.isClosed()) {
        const std::size_t lineEnd = text.find('\n');
        const std::string_view part = text.substr(0, lineEnd);
        if (lineEnd == std::string_view::npos)
            return addToLine(part);
        text.remove_prefix(lineEnd + 1);
        if (m_line.empty() && !m_long && part.size() <= MaxLine) {
            readLine(part);
            m_place.offset += static_cast<qint64>(part.size());
        } else {
            addToLine(part);
            endLine();
        }
        ++m_place.offset; // the line break
        ++m_place.line;
    }
}

void LineValues::addToLine(std::string_view text)
{
    if (!m_long && m_line.size() + text.size() > MaxLine) {
        m_long.emplace(m_finder, m_place);
        m_long->feed(m_line);
        m_longBytes = static_cast<qint64>(m_line.size());
        std::string().swap(m_line); // its memory too
    }
    if (!m_long) {
        m_line.append(text);
        return;
    }
    m_long->feed(text);
    m_longBytes += static_cast<qint64>(text.size());
}

void LineValues::endLine()
{
    if (m_long)
        return endLongLine();
    readLine(m_line);
    m_place.offset += static_cast<qint64>(m_line.size());
    m_line.clear();
}

void LineValues::endLongLine()
{
    const Result<void> read = m_long->finish();
    // A line that is one broken value is reported already.
    if (!read && m_long->hasBrokenList()) {
        m_finder.reject(
            {.bytes = {}, .offset = m_place.offset, .length = m_longBytes, .line = m_place.line, .error = {}},
            read.error().message);
    }
    m_place.offset += m_longBytes;
    m_long.reset();
}

void LineValues::readLine(std::string_view line)
{
    std::string_view rest = withoutMarks(line);
    while (!rest.empty() && !m_finder.isClosed()) {
        TextPlace place = m_place;
        place.offset += static_cast<qint64>(line.size() - rest.size());
        rest = withoutMarks(rest.substr(readValue(rest, place)));
    }
}

std::size_t LineValues::readValue(std::string_view line, TextPlace place)
{
    JsonValidator validator;
    const std::size_t size = validator.run(line);
    validator.end();
    const std::string_view value = line.substr(0, size);
    const std::size_t invalid = findInvalidUtf8(value);
    if (invalid != std::string_view::npos) {
        m_finder.readBroken(withoutSpacesAtEnd(line), place,
                            elementError(JsonFault::BadUtf8, place.offset + static_cast<qint64>(invalid)));
        return line.size();
    }
    if (validator.status() != JsonValidator::Status::Complete || !mayEndBefore(line.substr(size))) {
        const std::size_t fault = line.size() - skipJsonWhitespace(line.substr(size)).size();
        m_finder.readBroken(withoutSpacesAtEnd(line), place,
                            elementError(faultOf(validator), place.offset + static_cast<qint64>(fault)));
        return line.size();
    }
    m_finder.read(std::string(withoutSpacesAtEnd(value)), place);
    return size;
}

Result<void> LineValues::finish()
{
    if (!m_line.empty() || m_long)
        endLine();
    return {};
}

} // namespace Trailglass
