// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/codedtexts.h"

namespace Trailglass {

CodedTexts::CodedTexts(std::initializer_list<std::string_view> texts)
{
    for (const std::string_view text : texts)
        appendNext(text);
}

void CodedTexts::append(std::size_t code, std::string_view text)
{
    while (m_size < code)
        appendNext({});
    appendNext(text);
}

void CodedTexts::appendNext(std::string_view text)
{
    if (m_size % StretchSize == 0) {
        // The last one will not grow any more.
        if (!m_stretches.empty())
            m_stretches.back()->bytes.shrink_to_fit();
        m_stretches.push_back(std::make_shared<Stretch>());
        m_stretches.back()->ends.reserve(StretchSize);
    } else if (m_stretches.back().use_count() > 1) {
        m_stretches.back() = std::make_shared<Stretch>(*m_stretches.back());
        m_stretches.back()->ends.reserve(StretchSize);
    }
    Stretch &last = *m_stretches.back();
    last.bytes += text;
    last.ends.push_back(last.bytes.size());
    ++m_size;
}

} // namespace Trailglass
