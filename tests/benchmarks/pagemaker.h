// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <random>
#include <string>

namespace Trailglass {

/// Writes responses as the five vendors' list calls give them, for measuring. The same seed gives the same
/// bytes.
class PageMaker
{
public:
    /// \param first  number of the first event; events are a minute apart, and number 0 is of the year 2000
    PageMaker(Vendor vendor, std::uint64_t seed, std::uint64_t first = 0);

    /// When an event is made to have happened, to the minute: `2000-01-31T23:59`, in UTC.
    /// \param event  its number, of any vendor
    [[nodiscard]] static std::string minuteOf(std::uint64_t event, char separator = 'T');

    /// One response with \a rows events, a minute apart, ids going on from the last page.
    [[nodiscard]] std::string page(int rows);

private:
    [[nodiscard]] std::string asanaRow();
    [[nodiscard]] std::string secodaRow();
    [[nodiscard]] std::string datafoldRow();
    [[nodiscard]] std::string paradimeRow();
    [[nodiscard]] std::string nectedRow();

    [[nodiscard]] std::string row();
    [[nodiscard]] std::string number(std::uint64_t below);
    [[nodiscard]] std::string hex(int digits);
    [[nodiscard]] std::string uuid();
    [[nodiscard]] std::string address();
    [[nodiscard]] std::string time(char separator, int fractionDigits) const;
    template <std::size_t N>
    [[nodiscard]] std::string any(const char *const (&choices)[N])
    {
        return choices[m_random() % N];
    }

    Vendor m_vendor;
    std::mt19937_64 m_random;
    std::uint64_t m_id;
};

} // namespace Trailglass
