// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/eventkey.h"

#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>

namespace Trailglass {

/// When events happened that were read lately, so that a row of an earlier result is found in a later one without a search
/// through the whole archive.
/// \thread any
class RowTimes
{
public:
    static constexpr std::size_t MaxRows = 200'000;

    void note(std::span<const EventKey> keys);
    [[nodiscard]] std::optional<EventKey> keyOf(RowId row) const;

private:
    mutable std::mutex m_guard;
    std::unordered_map<RowId, UtcMicros> m_times;
    std::unordered_map<RowId, UtcMicros> m_earlier; ///< what m_times was before it was full
};

} // namespace Trailglass
