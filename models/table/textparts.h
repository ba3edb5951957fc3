// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>
#include <string>
#include <vector>

namespace Trailglass {

/// A text of any length in parts of about PartBytes, one at a time: what shows it needs memory and time for one
/// part, however long the text is. A part ends after a line, or between characters where lines are longer.
/// Pure.
/// \thread any, one at a time
class TextParts
{
public:
    /// Gives at most about so many bytes more of a UTF-8 text; nothing at its end. May end within a character.
    /// A copy goes on from where the original was.
    using Source = std::function<std::string(std::size_t bytes)>;

    static constexpr std::size_t PartBytes = 256 * 1024;

    /// Without a text.
    TextParts() = default;
    /// Reads the first part.
    /// \param source  what it refers to outlives this object
    explicit TextParts(Source source);

    [[nodiscard]] const std::string &part() const { return m_part; }
    /// Of the current part, from 0.
    [[nodiscard]] std::size_t number() const { return m_number; }
    [[nodiscard]] bool hasNext() const { return m_number + 1 < m_starts.size(); }

    /// Reads the part after the current one.
    /// \pre hasNext()
    void goNext();
    /// \pre number() > 0
    void goPrevious();

private:
    /// What a part is read from.
    struct Start
    {
        Source source;
        std::string ahead; ///< read from the source and not part of the part before
    };

    void read(std::size_t number);

    std::vector<Start> m_starts; ///< of the parts read so far, and of the next one
    std::size_t m_number = 0;
    std::string m_part;
};

} // namespace Trailglass
