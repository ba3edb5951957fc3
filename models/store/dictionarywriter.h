// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/counters.h"
#include "models/store/schema.h"
#include "models/store/statement.h"

#include <array>
#include <string>
#include <unordered_map>

namespace Trailglass {

class SqlConnection;

/// Finds the codes of texts, assigning new codes to new texts.
///
/// Recently used texts are kept in memory, at most CacheLimit per dictionary.
/// \thread the connection's
class DictionaryWriter
{
public:
    /// Enough for the people and objects of a large company; about 10 MB per dictionary when full.
    static constexpr std::size_t CacheLimit = 100'000;

    static Result<DictionaryWriter> open(SqlConnection &connection);

    /// Call at the start of every transaction.
    Result<void> begin();

    /// \returns 0 for an empty text, which is stored as NULL
    Result<qint64> code(Schema::Dictionary dictionary, std::string_view text);

    /// Stores which codes are assigned; call before the transaction is committed.
    Result<void> finish();

    /// Clears the texts kept in memory, after a rollback or another process's commit.
    void forget();

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct Part
    {
        std::unordered_map<std::string, qint64, Hash, std::equal_to<>> codes;
        qint64 last = 0; ///< greatest code assigned
        qint64 stored = 0; ///< value of the counter
    };

    DictionaryWriter(Counters counters, Statement find, Statement insert);
    Result<qint64> storedCode(Schema::Dictionary dictionary, std::string_view text);

    Counters m_counters;
    Statement m_find;
    Statement m_insert;
    std::array<Part, Schema::DictionaryCount> m_parts;
};

} // namespace Trailglass
