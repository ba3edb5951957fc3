// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// Strings by code, such as the texts of a dictionary. Grows at the end only.
///
/// A value that is cheap to copy: copies share all full ranges of RangeSize strings, so that millions of
/// strings are in memory once, however many copies there are.
/// \thread any for const functions; copies are independent
class CodedStrings
{
public:
    /// How many strings a shared range has.
    static constexpr std::size_t RangeSize = 4096;

    /// The greatest code + 1.
    [[nodiscard]] std::size_t size() const { return m_full.size() * RangeSize + m_last.ends.size(); }

    /// \returns the string of a code, empty for a code without one; valid until this is changed or moved
    [[nodiscard]] std::string_view operator[](std::size_t code) const
    {
        if (code >= size())
            return {};
        const std::size_t range = code / RangeSize;
        return (range < m_full.size() ? *m_full[range] : m_last)[code % RangeSize];
    }

    /// Codes from size() to \a code - 1 get an empty string.
    /// \pre code >= size()
    void append(std::size_t code, std::string_view string);

private:
    /// Strings of consecutive codes, stored back to back: reading one accesses one place in memory, not two.
    struct Range
    {
        std::string bytes;
        std::vector<std::size_t> ends; ///< offset in bytes after each string

        [[nodiscard]] std::string_view operator[](std::size_t index) const
        {
            const std::size_t begin = index == 0 ? 0 : ends[index - 1];
            return std::string_view(bytes).substr(begin, ends[index] - begin);
        }
    };

    void appendNext(std::string_view string);
    static const std::shared_ptr<const Range> &emptyRange();

    std::vector<std::shared_ptr<const Range>> m_full;
    Range m_last; ///< fewer than RangeSize strings
};

/// \returns the string of a code; empty for a negative code and for one without a string
[[nodiscard]] inline std::string_view codedText(const CodedStrings &strings, long long code)
{
    return code < 0 ? std::string_view() : strings[static_cast<std::size_t>(code)];
}

} // namespace Trailglass
