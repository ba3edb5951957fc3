// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/condition.h"

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace Trailglass {

/// Cached results of one condition on texts and raw JSON.
///
/// The row of a number never changes, so results stay true: facets, histogram and the next key press do not
/// search again.
/// \thread one at a time
class TextMatches
{
public:
    /// \param segment  its number
    /// \returns which of \a candidates are known to meet the condition, and which are not known
    [[nodiscard]] RowTruths known(qint64 segment, const RowBits &candidates) const;

    /// \param size  of the segment
    /// \param first  of the segment's rows, what the others count from; a multiple of RowBits::WordBits
    /// \param decided  the rows that were searched
    /// \param matched  a part of \a decided
    void record(qint64 segment, std::size_t size, std::size_t first, const RowBits &decided,
                const RowBits &matched);

private:
    struct Rows
    {
        RowBits decided;
        RowBits matched;
    };

    std::map<qint64, Rows> m_segments;
};

/// The results of the most recent conditions, shared by all engines.
///
/// \thread any
class MatchCache
{
public:
    /// Two bits a row each: 20 MB at ten million rows.
    static constexpr std::size_t MaxConditions = 8;

    struct Entry
    {
        std::timed_mutex guard; ///< of matches; locked during a search, so that no two search the same
        TextMatches matches;
    };

    /// \param identity  of the condition: Filter::identityOf()
    std::shared_ptr<Entry> of(const std::string &identity);

    /// For another database in the place of the cached one.
    void clear();

private:
    std::mutex m_guard;
    std::list<std::pair<std::string, std::shared_ptr<Entry>>> m_entries; ///< most recent first
};

} // namespace Trailglass
