// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/textparts.h"

#include "models/json/utf8.h"

#include <utility>

namespace Trailglass {

namespace {

constexpr std::size_t BytesPerRead = 16 * 1024;

/// Where a part ends of which more than PartBytes are there.
std::size_t endOfPart(const std::string &text)
{
    const std::size_t line = text.rfind('\n', TextParts::PartBytes - 1);
    if (line != std::string::npos && line > TextParts::PartBytes / 2)
        return line + 1;
    std::size_t end = TextParts::PartBytes;
    for (int back = 0; back < 3 && isContinuationByte(text[end]); ++back)
        --end;
    return end;
}

} // namespace

TextParts::TextParts(Source source)
    : m_starts{{std::move(source), {}}}
{
    read(0);
}

void TextParts::goNext()
{
    read(m_number + 1);
}

void TextParts::goPrevious()
{
    read(m_number - 1);
}

void TextParts::read(std::size_t number)
{
    m_number = number;
    Start next = m_starts[number];
    m_part = std::exchange(next.ahead, {});
    while (m_part.size() <= PartBytes) {
        const std::string read = next.source(BytesPerRead);
        if (read.empty())
            return; // the last part
        m_part += read;
    }
    const std::size_t end = endOfPart(m_part);
    next.ahead = m_part.substr(end);
    m_part.resize(end);
    if (number + 1 == m_starts.size())
        m_starts.push_back(std::move(next));
}

} // namespace Trailglass
