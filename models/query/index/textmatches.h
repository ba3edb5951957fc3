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

/// What the texts and raw JSON of rows have told about one condition.
///
/// The row of a number never changes, so what was told stays true: facets, histogram and the next key press
/// need not look again.
/// \thread one at a time
class TextMatches
{
public:
    /// \param segment  its number
    /// \returns which of \a asked are known to meet the condition, and which are not known
    [[nodiscard]] RowTruths known(qint64 segment, const RowBits &asked) const;

    /// \param size  of the segment
    /// \param first  of the segment's rows, what the others count from; a multiple of RowBits::WordBits
    /// \param decided  what was looked at
    /// \param matched  a part of \a decided
    void note(qint64 segment, std::size_t size, std::size_t first, const RowBits &decided,
              const RowBits &matched);

private:
    struct Rows
    {
        RowBits decided;
        RowBits matched;
    };

    std::map<qint64, Rows> m_segments;
};

/// The answers to the conditions that were asked last, shared by all who ask.
///
/// \thread any
class MatchCache
{
public:
    /// Two bits a row each: 20 MB at ten million rows.
    static constexpr std::size_t MaxConditions = 8;

    struct Entry
    {
        std::timed_mutex guard; ///< of answers; held by who looks rows up, so that nobody looks twice
        TextMatches answers;
    };

    /// \param identity  of the condition: Filter::identityOf()
    std::shared_ptr<Entry> of(const std::string &identity);

    /// Forgets everything: the rows are others.
    void clear();

private:
    std::mutex m_guard;
    std::list<std::pair<std::string, std::shared_ptr<Entry>>> m_entries; ///< last asked first
};

} // namespace Trailglass
