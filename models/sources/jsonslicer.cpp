// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/jsonslicer.h"

#include "models/json/stringscan.h"
#include "models/json/utf8.h"
#include "models/sources/documenthead.h"
#include "models/sources/elementreader.h"
#include "models/sources/envelopereader.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

std::vector<EnvelopeReader::Path> pathsOf(JsonSlicer::Shape shape, std::vector<EnvelopeReader::Path> rowPaths)
{
    if (shape == JsonSlicer::Shape::Array)
        return {EnvelopeReader::Path()};
    return rowPaths;
}

bool isMadeOfOneArray(JsonSlicer::Shape shape)
{
    return shape == JsonSlicer::Shape::Envelope || shape == JsonSlicer::Shape::Array;
}

} // namespace

class JsonSlicer::Private
{
public:
    Private(Shape shape, std::vector<std::vector<std::string>> rowPaths);

    void feed(std::string_view bytes);
    std::size_t feedDocument(std::string_view bytes);
    std::optional<SliceError> finish();

    std::vector<Slice> slices;
    EnvelopeReader envelope;
    qint64 bytesRead = 0;

private:
    std::string_view passByteOrderMark(std::string_view bytes);
    void process(std::string_view bytes);
    std::size_t step(std::string_view bytes);
    std::size_t stepInRows(std::string_view bytes);
    std::size_t stepInElement(std::string_view bytes);
    std::size_t stepInLines(std::string_view bytes);
    std::size_t passWhitespace(std::string_view bytes);
    void beginElement();
    void endElement();
    [[nodiscard]] SliceError documentError() const;

    /// What stands before the next byte of a row array.
    enum class After : quint8
    {
        OpeningBracket,
        Element,
        Comma
    };

    const Shape m_shape;
    ElementReader m_element;
    DocumentHead m_head;
    std::size_t m_markBytes = 0; ///< of the byte order mark, seen so far
    bool m_isPastMark = false;
    bool m_isInElement = false;
    bool m_sawElement = false;
    After m_after = After::OpeningBracket;
    qint64 m_position = 0; ///< offset of the next byte to process
    qint64 m_line = 1; ///< of the next byte to process
};

JsonSlicer::Private::Private(Shape shape, std::vector<std::vector<std::string>> rowPaths)
    : envelope(pathsOf(shape, std::move(rowPaths)))
    , m_shape(shape)
    , m_element(isMadeOfOneArray(shape) ? ElementReader::Ending::InArray : ElementReader::Ending::WithInput)
{
}

void JsonSlicer::Private::feed(std::string_view bytes)
{
    bytesRead += static_cast<qint64>(bytes.size());
    process(passByteOrderMark(bytes));
}

std::size_t JsonSlicer::Private::feedDocument(std::string_view bytes)
{
    m_isPastMark = true;
    std::size_t taken = 0;
    while (taken < bytes.size() && envelope.fault() == JsonFault::None && !envelope.isComplete()) {
        const std::size_t count = step(bytes.substr(taken));
        taken += count;
        m_position += static_cast<qint64>(count);
    }
    m_head.feed(bytes.substr(0, taken));
    bytesRead += static_cast<qint64>(taken);
    return taken;
}

/// \returns what follows the mark; nothing while that is undecided
std::string_view JsonSlicer::Private::passByteOrderMark(std::string_view bytes)
{
    while (!m_isPastMark && !bytes.empty()) {
        if (bytes.front() == ByteOrderMark[m_markBytes]) {
            bytes.remove_prefix(1);
            ++m_markBytes;
            m_isPastMark = m_markBytes == ByteOrderMark.size();
            m_position += m_isPastMark ? static_cast<qint64>(ByteOrderMark.size()) : 0;
        } else {
            m_isPastMark = true;
            process(ByteOrderMark.substr(0, m_markBytes));
        }
    }
    return bytes;
}

void JsonSlicer::Private::process(std::string_view bytes)
{
    m_head.feed(bytes);
    while (!bytes.empty() && envelope.fault() == JsonFault::None) {
        const std::size_t taken = step(bytes);
        bytes.remove_prefix(taken);
        m_position += static_cast<qint64>(taken);
    }
}

std::size_t JsonSlicer::Private::step(std::string_view bytes)
{
    if (!isMadeOfOneArray(m_shape))
        return stepInLines(bytes);
    if (envelope.isInRows())
        return stepInRows(bytes);
    m_after = After::OpeningBracket;
    return envelope.feed(bytes);
}

std::size_t JsonSlicer::Private::stepInRows(std::string_view bytes)
{
    if (m_isInElement)
        return stepInElement(bytes);
    if (const std::size_t spaces = passWhitespace(bytes); spaces > 0)
        return spaces;
    if (m_after == After::Element && bytes.front() == ',') {
        m_after = After::Comma;
        return 1;
    }
    if (m_after != After::Comma && bytes.front() == ']') {
        envelope.closeRows();
        return 0;
    }
    beginElement();
    return 0;
}

std::size_t JsonSlicer::Private::stepInElement(std::string_view bytes)
{
    const std::size_t taken = m_element.feed(bytes);
    if (taken < bytes.size()) {
        endElement();
        m_after = After::Element;
    }
    return taken;
}

std::size_t JsonSlicer::Private::stepInLines(std::string_view bytes)
{
    if (!m_isInElement) {
        const std::size_t spaces = passWhitespace(bytes);
        if (spaces == 0)
            beginElement();
        return spaces;
    }
    const auto newline = m_shape == Shape::Lines ? bytes.find('\n') : std::string_view::npos;
    const auto line = bytes.substr(0, newline);
    m_element.feed(line);
    if (newline != std::string_view::npos)
        endElement();
    return line.size();
}

std::size_t JsonSlicer::Private::passWhitespace(std::string_view bytes)
{
    const std::string_view whitespace = bytes.substr(0, bytes.size() - skipJsonWhitespace(bytes).size());
    if (m_shape == Shape::Lines)
        m_line += std::count(whitespace.begin(), whitespace.end(), '\n');
    return whitespace.size();
}

void JsonSlicer::Private::beginElement()
{
    m_element.begin(m_position, m_shape == Shape::Lines ? m_line : 0);
    m_isInElement = true;
    m_sawElement = true;
}

void JsonSlicer::Private::endElement()
{
    slices.push_back(m_element.finish());
    m_isInElement = false;
}

std::optional<SliceError> JsonSlicer::Private::finish()
{
    if (!m_isPastMark)
        process(ByteOrderMark.substr(0, m_markBytes));
    if (m_isInElement)
        endElement();
    if (m_shape == Shape::Lines || (m_shape == Shape::Single && m_sawElement))
        return {};
    envelope.end();
    if (envelope.fault() == JsonFault::None)
        return {};
    return documentError();
}

SliceError JsonSlicer::Private::documentError() const
{
    if (m_head.isEmpty())
        return envelopeError(JsonFault::Empty, m_position);
    SliceError error = envelopeError(envelope.fault(), m_position);
    if (!m_head.looksLikeJson())
        error.reason = m_head.notJsonText();
    return error;
}

JsonSlicer::JsonSlicer(Shape shape, std::vector<std::vector<std::string>> rowPaths)
    : d(std::make_unique<Private>(shape, std::move(rowPaths)))
{
}

JsonSlicer::~JsonSlicer() = default;
JsonSlicer::JsonSlicer(JsonSlicer &&) noexcept = default;
JsonSlicer &JsonSlicer::operator=(JsonSlicer &&) noexcept = default;

void JsonSlicer::feed(std::string_view bytes)
{
    d->feed(bytes);
}

std::size_t JsonSlicer::feedDocument(std::string_view bytes)
{
    return d->feedDocument(bytes);
}

bool JsonSlicer::isComplete() const
{
    return d->envelope.isComplete();
}

std::vector<Slice> JsonSlicer::take()
{
    return std::exchange(d->slices, {});
}

std::optional<SliceError> JsonSlicer::finish()
{
    return d->finish();
}

const QByteArray &JsonSlicer::envelope() const
{
    return d->envelope.bytes();
}

bool JsonSlicer::sawRowArray() const
{
    return d->envelope.sawRows();
}

qint64 JsonSlicer::bytesRead() const
{
    return d->bytesRead;
}

} // namespace Trailglass
