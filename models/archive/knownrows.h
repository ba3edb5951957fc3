// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/eventkey.h"

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace Trailglass {

/// The rows of a result whose places are known, because somebody read them. Bounded: the rows that were noted first go
/// first, some pages at a time.
/// \thread any
class KnownRows
{
public:
    static constexpr std::size_t MaxRows = 200'000;

    KnownRows() = default;
    KnownRows(const KnownRows &) = delete;
    KnownRows &operator=(const KnownRows &) = delete;

    /// \param first  the place of the first of \a keys; the others follow
    void note(std::size_t first, std::span<const EventKey> keys);

    [[nodiscard]] std::optional<EventKey> at(std::size_t place) const;
    [[nodiscard]] std::optional<std::size_t> placeOf(RowId row) const;
    [[nodiscard]] std::optional<EventKey> keyOf(RowId row) const;

private:
    struct Range
    {
        std::size_t first = 0;
        std::size_t count = 0;
    };
    void forgetOldest();

    mutable std::mutex m_guard;
    std::map<std::size_t, EventKey> m_keys; ///< by place
    std::unordered_map<qint64, std::size_t> m_places; ///< by row
    std::vector<Range> m_noted; ///< in the order of the calls
};

} // namespace Trailglass
