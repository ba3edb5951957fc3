// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// Texts by code: a list that grows at its end. Copies share all but the last few thousand texts, so that all
/// who hold one of several million texts hold them once.
///
/// A value, cheap to copy.
/// \thread any for const calls; copies are independent
class CodedStrings
{
public:
    /// Codes in a range.
    static constexpr std::size_t RangeSize = 4096;

    CodedStrings() = default;
    /// \param texts  by code from 0
    CodedStrings(std::initializer_list<std::string_view> texts);

    /// One more than the greatest code.
    [[nodiscard]] std::size_t size() const { return m_full.size() * RangeSize + m_last.ends.size(); }

    /// \returns the text of a code, empty where there is none; valid until this is changed or moved
    [[nodiscard]] std::string_view operator[](std::size_t code) const
    {
        if (code >= size())
            return {};
        const std::size_t range = code / RangeSize;
        return (range < m_full.size() ? *m_full[range] : m_last).text(code % RangeSize);
    }

    /// Codes between the last one and this have no text.
    /// \pre code >= size()
    void append(std::size_t code, std::string_view text);

private:
    /// Adjacent, so that a text needs one memory access, not two.
    struct Range
    {
        std::string bytes;
        std::vector<std::size_t> ends; ///< in bytes, by code

        [[nodiscard]] std::string_view text(std::size_t place) const
        {
            const std::size_t begin = place == 0 ? 0 : ends[place - 1];
            return std::string_view(bytes).substr(begin, ends[place] - begin);
        }
    };

    void appendNext(std::string_view text);
    static const std::shared_ptr<const Range> &emptyRange();

    std::vector<std::shared_ptr<const Range>> m_full;
    Range m_last; ///< of fewer than RangeSize
};

/// The text of a code; empty for codes without text and negative ones.
[[nodiscard]] inline std::string_view codedText(const CodedStrings &texts, long long code)
{
    return code < 0 ? std::string_view() : texts[static_cast<std::size_t>(code)];
}

} // namespace Trailglass
