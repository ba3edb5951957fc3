// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/elementreader.h"

#include "models/json/stringscan.h"
#include "models/json/utf8.h"

#include <algorithm>

namespace Trailglass {

namespace {

qint64 signedSize(std::string_view bytes)
{
    return static_cast<qint64>(bytes.size());
}

/// Length without trailing whitespace.
qint64 inkedLength(std::string_view bytes)
{
    while (!bytes.empty() && isJsonWhitespace(bytes.back()))
        bytes.remove_suffix(1);
    return signedSize(bytes);
}

} // namespace

ElementReader::ElementReader(Ending ending)
    : m_ending(ending)
{
}

void ElementReader::begin(qint64 offset, qint64 line)
{
    m_validator.reset();
    m_fault = JsonFault::None;
    m_bytes.clear();
    m_length = 0;
    m_inked = 0;
    m_offset = offset;
    m_line = line;
}

std::size_t ElementReader::feed(std::string_view bytes)
{
    std::size_t taken = 0;
    if (isGood() && m_validator.status() == JsonValidator::Status::Reading)
        taken += read(bytes);
    if (isGood() && m_validator.status() == JsonValidator::Status::Complete)
        taken += passWhitespace(bytes.substr(taken));
    if (!isGood())
        taken += skip(bytes.substr(taken));
    return taken;
}

std::size_t ElementReader::read(std::string_view bytes)
{
    // One byte more than may be, so that a fault there is found whatever pieces the element comes in.
    const auto room = static_cast<std::size_t>(JsonSlicer::MaxElement + 1 - m_length);
    const std::size_t taken = m_validator.run(bytes.substr(0, room));
    keep(bytes.substr(0, taken), JsonSlicer::MaxElement + 1);
    if (m_length > JsonSlicer::MaxElement)
        setFault(JsonFault::TooLarge, JsonSlicer::MaxElement);
    else if (m_validator.status() == JsonValidator::Status::Failed)
        setFault(m_validator.fault(), m_length);
    return taken;
}

std::size_t ElementReader::passWhitespace(std::string_view bytes)
{
    const std::string_view rest = skipJsonWhitespace(bytes);
    const std::size_t taken = bytes.size() - rest.size();
    keep(bytes.substr(0, taken), JsonSlicer::MaxKept);
    const bool isEnded =
        rest.empty() || (m_ending == Ending::InArray && (rest.starts_with(',') || rest.starts_with(']')));
    if (!isEnded)
        setFault(JsonFault::TextAfterValue, m_length);
    return taken;
}

std::size_t ElementReader::skip(std::string_view bytes)
{
    const std::size_t taken = m_ending == Ending::InArray ? m_skipper.run(bytes) : bytes.size();
    keep(bytes.substr(0, taken), JsonSlicer::MaxKept);
    return taken;
}

void ElementReader::keep(std::string_view bytes, qint64 limit)
{
    if (const qint64 inked = inkedLength(bytes); inked > 0)
        m_inked = m_length + inked;
    m_length += signedSize(bytes);
    const qint64 room = std::max(qint64{0}, limit - signedSize(m_bytes));
    m_bytes.append(bytes.substr(0, static_cast<std::size_t>(room)));
}

/// Keeps the first fault, where bad UTF-8 before it counts too: that is looked for late, at memory speed.
void ElementReader::setFault(JsonFault fault, qint64 index)
{
    m_fault = fault;
    m_faultIndex = index;
    const auto checked = std::string_view(m_bytes).substr(0, static_cast<std::size_t>(index));
    if (const auto invalid = findInvalidUtf8(checked); invalid != std::string_view::npos) {
        m_fault = JsonFault::BadUtf8;
        m_faultIndex = static_cast<qint64>(invalid);
    }
    m_skipper.begin(m_validator);
    if (signedSize(m_bytes) > JsonSlicer::MaxKept) {
        m_bytes.resize(static_cast<std::size_t>(JsonSlicer::MaxKept));
        m_bytes.shrink_to_fit();
    }
}

Slice ElementReader::finish()
{
    if (isGood() && m_ending == Ending::WithInput)
        m_validator.end();
    if (isGood() && m_validator.status() != JsonValidator::Status::Complete)
        setFault(JsonFault::CutOff, m_length);
    m_bytes.resize(std::min(m_bytes.size(), static_cast<std::size_t>(m_inked)));
    if (isGood() && !isValidUtf8(m_bytes))
        setFault(JsonFault::BadUtf8, m_inked);

    Slice slice;
    slice.bytes = std::move(m_bytes);
    slice.offset = m_offset;
    slice.length = m_inked;
    slice.line = m_line;
    if (!isGood())
        slice.error = elementError(m_fault, m_offset + m_faultIndex);
    return slice;
}

} // namespace Trailglass
