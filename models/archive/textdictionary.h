// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// Numbers the distinct texts of a column of a block, in the order in which they come first.
/// \thread any, one at a time
class TextDictionary
{
public:
    /// \returns the number of \a wanted: 0 for the first one. A text that is new is added.
    /// \pre fewer than 2^31 texts
    quint32 indexOf(std::string_view wanted);

    [[nodiscard]] std::size_t size() const { return m_texts.size(); }

    /// The texts in order, as appendNativeText() writes them.
    [[nodiscard]] const std::string &bytes() const { return m_bytes; }

    void clear();

private:
    struct Text
    {
        std::size_t hash;
        std::size_t start; ///< in m_bytes
        std::size_t size;
    };

    [[nodiscard]] std::string_view text(quint32 index) const;
    void grow();

    std::string m_bytes;
    std::vector<Text> m_texts;
    std::vector<quint32>
        m_slots; ///< number + 1 at the first free slot from the hash on; 0: free. A power of two
};

} // namespace Trailglass
