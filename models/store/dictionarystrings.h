// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/codedstrings.h"
#include "models/store/schema.h"
#include "models/store/statement.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

namespace Trailglass {

class SqlConnection;

/// The texts of all dictionaries by code: looked up one by one for who reads a few events, read whole and
/// kept for who reads many.
/// \thread the connection's
class DictionaryStrings
{
public:
    /// \param connection  must outlive this
    explicit DictionaryStrings(SqlConnection &connection);

    /// \returns the text of a code; empty for code 0 and for a code that a purge has removed meanwhile. Valid
    /// until the next call
    Result<std::string_view> text(Schema::Dictionary dictionary, qint64 code);

private:
    struct Part
    {
        CodedStrings all; ///< once worth it
        std::unordered_map<qint64, std::string> some; ///< until then
        qint64 lookups = 0;
        qint64 greatestCode = 0;
    };

    Result<bool> isWorthReading(Schema::Dictionary dictionary, Part &part);
    Result<std::string_view> lookUp(Schema::Dictionary dictionary, qint64 code, Part &part);
    Result<void> readLater(Schema::Dictionary dictionary, Part &part);

    SqlConnection &m_connection;
    Statement m_single; ///< prepared by the first look-up
    std::array<Part, Schema::DictionaryCount> m_parts;
};

} // namespace Trailglass
