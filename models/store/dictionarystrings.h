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

/// Finds the text of a code in any dictionary.
///
/// Looks up single codes at first, which is enough for a screenful of events, and reads a dictionary whole
/// once that many look-ups would have paid for it.
/// \thread the connection's
class DictionaryStrings
{
public:
    /// \param connection  must outlive this
    explicit DictionaryStrings(SqlConnection &connection);

    /// \returns the text of a code; empty for code 0 and for a code that a purge has removed meanwhile. Valid
    /// until the next call
    /// \error Storage, Cancelled
    Result<std::string_view> text(Schema::Dictionary dictionary, qint64 code);

private:
    struct Part
    {
        CodedStrings strings; ///< empty until the dictionary is read whole
        std::unordered_map<qint64, std::string> lookedUp; ///< used until then
        qint64 lookups = 0;
        qint64 greatestCode = 0; ///< 0 while unknown
    };

    Result<bool> shouldReadWhole(Schema::Dictionary dictionary, Part &part);
    Result<std::string_view> lookUp(Schema::Dictionary dictionary, qint64 code, Part &part);
    Result<void> readNewer(Schema::Dictionary dictionary, Part &part);

    SqlConnection &m_connection;
    Statement m_single; ///< prepared by the first lookUp()
    std::array<Part, Schema::DictionaryCount> m_parts;
};

} // namespace Trailglass
