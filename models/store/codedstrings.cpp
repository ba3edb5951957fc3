// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/codedstrings.h"

#include <utility>

namespace Trailglass {

CodedStrings::CodedStrings(std::initializer_list<std::string_view> texts)
{
    for (const std::string_view text : texts)
        appendNext(text);
}

void CodedStrings::append(std::size_t code, std::string_view text)
{
    while (size() < code) {
        // Gaps of many codes cost next to nothing: their ranges are one.
        if (m_last.ends.empty() && code - size() >= RangeSize)
            m_full.push_back(emptyRange());
        else
            appendNext({});
    }
    appendNext(text);
}

const std::shared_ptr<const CodedStrings::Range> &CodedStrings::emptyRange()
{
    static const auto Empty = std::make_shared<const Range>(Range{{}, std::vector<std::size_t>(RangeSize)});
    return Empty;
}

void CodedStrings::appendNext(std::string_view text)
{
    m_last.bytes += text;
    m_last.ends.push_back(m_last.bytes.size());
    if (m_last.ends.size() < RangeSize)
        return;
    m_last.bytes.shrink_to_fit();
    m_last.ends.shrink_to_fit();
    m_full.push_back(std::make_shared<const Range>(std::exchange(m_last, {})));
}

} // namespace Trailglass
