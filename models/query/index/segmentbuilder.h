// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/segment.h"

#include <array>
#include <span>
#include <vector>

namespace Trailglass {

/// Collects the rows of one segment in ascending order and packs them.
///
/// \thread one at a time
class SegmentBuilder
{
public:
    /// Begins an empty segment.
    explicit SegmentBuilder(qint64 number);
    /// Goes on where a segment ends.
    explicit SegmentBuilder(const ListedSegment &segment);

    [[nodiscard]] qint64 number() const { return m_number; }

    /// \param numbers  by IndexColumn
    /// \pre \a offset is after every row added before
    void add(std::size_t offset, std::span<const qint64, IndexColumnCount> numbers);

    /// \param size  at least one more than the last offset added: the rows between are not listed
    [[nodiscard]] ListedSegment finish(std::size_t size);

private:
    void fillTo(std::size_t size);

    qint64 m_number = 0;
    std::array<std::vector<qint64>, IndexColumnCount> m_numbers;
    RowBits m_listed;
};

} // namespace Trailglass
