// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/schema.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// The texts of all dictionaries by code, read as they are needed and kept. \thread the connection's
class DictionaryTexts
{
public:
    /// \param connection  must outlive this
    explicit DictionaryTexts(SqlConnection &connection);

    /// \returns the text of a code; empty for code 0 and for a code that a purge has removed meanwhile. Valid
    /// until the
    ///          next call
    Result<std::string_view> text(Schema::Dictionary dictionary, qint64 code);

private:
    /// The texts of one dictionary behind one another: one place in memory to visit for a text, not two.
    struct Part
    {
        std::string bytes;
        std::vector<std::size_t> ends{0}; ///< by code; code 0 is the empty text

        [[nodiscard]] std::string_view text(std::size_t code) const
        {
            return std::string_view(bytes).substr(ends[code - 1], ends[code] - ends[code - 1]);
        }
    };

    Result<void> readLater(Schema::Dictionary dictionary);

    SqlConnection &m_connection;
    std::array<Part, Schema::DictionaryCount> m_parts;
};

} // namespace Trailglass
