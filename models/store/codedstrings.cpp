// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/codedstrings.h"

#include <utility>

namespace Trailglass {

void CodedStrings::append(std::size_t code, std::string_view string)
{
    while (size() < code) {
        // A gap of many codes costs little memory: all its ranges are the same one.
        if (m_last.ends.empty() && code - size() >= RangeSize)
            m_full.push_back(emptyRange());
        else
            appendNext({});
    }
    appendNext(string);
}

const std::shared_ptr<const CodedStrings::Range> &CodedStrings::emptyRange()
{
    static const auto Empty = std::make_shared<const Range>(Range{{}, std::vector<std::size_t>(RangeSize)});
    return Empty;
}

void CodedStrings::appendNext(std::string_view string)
{
    m_last.bytes += string;
    m_last.ends.push_back(m_last.bytes.size());
    if (m_last.ends.size() < RangeSize)
        return;
    m_last.bytes.shrink_to_fit();
    m_last.ends.shrink_to_fit();
    m_full.push_back(std::make_shared<const Range>(std::exchange(m_last, {})));
}

} // namespace Trailglass
