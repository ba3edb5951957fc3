// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <QString>

#include <random>
#include <span>
#include <vector>

namespace Trailglass {

/// Makes events and filters about them, the same ones for the same seed.
///
/// Values come from small pools, so that filters hit: texts in several cases and scripts, absent values,
/// equal times, arrays, duplicate keys and JSON inside strings.
class EventGenerator
{
public:
    explicit EventGenerator(std::uint64_t seed)
        : m_random(seed)
    {
    }

    /// \param id  of the event, unique within its source
    [[nodiscard]] Event event(const std::string &id);

    /// A filter expression of terms on every kind of field, up to \a depth operators deep.
    [[nodiscard]] QString expression(int depth);

    /// Every term that expression() has to choose from.
    [[nodiscard]] static std::span<const char *const> terms();

    [[nodiscard]] std::size_t below(std::size_t end) { return m_random() % end; }

private:
    [[nodiscard]] std::string pick(const std::vector<std::string> &pool) { return pool[below(pool.size())]; }
    [[nodiscard]] std::string raw(const Event &event);

    std::mt19937_64 m_random;
};

} // namespace Trailglass
