// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/codedtexts.h"

#include <utility>

namespace Trailglass {

CodedTexts::CodedTexts(std::initializer_list<std::string_view> texts)
{
    for (const std::string_view text : texts)
        appendNext(text);
}

void CodedTexts::append(std::size_t code, std::string_view text)
{
    while (size() < code) {
        // Gaps of many codes cost next to nothing: their stretches are one.
        if (m_last.ends.empty() && code - size() >= StretchSize)
            m_full.push_back(emptyStretch());
        else
            appendNext({});
    }
    appendNext(text);
}

const std::shared_ptr<const CodedTexts::Stretch> &CodedTexts::emptyStretch()
{
    static const auto Empty =
        std::make_shared<const Stretch>(Stretch{{}, std::vector<std::size_t>(StretchSize)});
    return Empty;
}

void CodedTexts::appendNext(std::string_view text)
{
    m_last.bytes += text;
    m_last.ends.push_back(m_last.bytes.size());
    if (m_last.ends.size() < StretchSize)
        return;
    m_last.bytes.shrink_to_fit();
    m_last.ends.shrink_to_fit();
    m_full.push_back(std::make_shared<const Stretch>(std::exchange(m_last, {})));
}

} // namespace Trailglass
