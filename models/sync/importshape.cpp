// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/importshape.h"

#include "models/core/translation.h"
#include "models/json/stringscan.h"
#include "models/json/utf8.h"

namespace Trailglass {

namespace {

Error notEvents(const QString &message)
{
    return {.kind = ErrorKind::Malformed, .message = message};
}

/// Of another file that was joined to the first one; a file may begin with a mark.
bool beginsValue(char byte)
{
    return byte == '{' || byte == '[' || byte == ByteOrderMark.front();
}

Error otherText()
{
    return notEvents(tr("The input is not JSON: expected an object, an array, or one object per line."));
}

} // namespace

Result<std::optional<ImportShape>> ShapeDetector::feed(std::string_view bytes)
{
    for (const char byte : bytes) {
        switch (m_place) {
        case Place::Start:
            if (const std::optional<Error> error = start(byte)) {
                return *error;
            }
            break;
        case Place::FirstLine:
            if (const std::optional<ImportShape> shape = firstLine(byte)) {
                return std::optional(*shape);
            }
            break;
        case Place::NextLine:
            if (!isJsonWhitespace(byte)) {
                return nextLine(byte);
            }
            break;
        }
    }
    return std::optional<ImportShape>();
}

Result<ImportShape> ShapeDetector::finish() const
{
    if (m_place == Place::Start) {
        return notEvents(Trailglass::tr("The input is empty."));
    }
    if (m_first != '{' && m_first != '[') {
        return otherText();
    }
    return ImportShape::Values;
}

std::optional<Error> ShapeDetector::start(char byte)
{
    if (byte == ByteOrderMark[m_markBytes]) {
        m_markBytes = (m_markBytes + 1) % ByteOrderMark.size();
        return {};
    }
    m_markBytes = 0;
    if (isJsonWhitespace(byte)) {
        return {};
    }
    const auto code = static_cast<unsigned char>(byte);
    if (code < 0x20 || code >= 0x7F) {
        return notEvents(
            Trailglass::tr("The input is not JSON in UTF-8: it looks binary or is in another encoding."));
    }
    if (byte == '<') {
        return notEvents(Trailglass::tr("The input is a web page or XML, not JSON."));
    }
    m_first = byte;
    m_place = Place::FirstLine;
    m_broken = byte != '{' && byte != '[';
    (void)firstLine(byte); // no decision can fall on a first byte that is no line break
    return {};
}

std::optional<ImportShape> ShapeDetector::firstLine(char byte)
{
    if (byte == '\n') {
        m_broken = m_broken || m_inString;
        if (!m_closed && !m_broken) {
            return ImportShape::Values; // it goes on in the next line
        }
        m_place = Place::NextLine;
    } else if (m_inString) {
        m_inString = m_escaped || byte != '"';
        m_escaped = !m_escaped && byte == '\\';
    } else if (m_closed) {
        if (!m_broken && beginsValue(byte)) {
            return ImportShape::Values;
        }
        m_broken = m_broken || !isJsonWhitespace(byte);
    } else if (byte == '"') {
        m_inString = true;
    } else if (byte == '{' || byte == '[') {
        ++m_depth;
    } else if (byte == '}' || byte == ']') {
        --m_depth;
        m_closed = m_depth <= 0;
    }
    return {};
}

Result<std::optional<ImportShape>> ShapeDetector::nextLine(char byte) const
{
    if (!m_broken || byte == '{') {
        return std::optional(ImportShape::Lines);
    }
    if (m_first != '{' && m_first != '[') {
        return otherText();
    }
    return std::optional(ImportShape::Values);
}

} // namespace Trailglass
