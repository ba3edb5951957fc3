// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/zonecalendar.h"

#include <bitset>

namespace Trailglass::Filter {

/// A term on `hour` or `weekday`, compiled to ask about `created`.
/// \thread one object a thread
class DerivedMatcher
{
public:
    /// \param term  on a DerivedField
    DerivedMatcher(const Term &term, ZoneCalendar calendar);

    [[nodiscard]] bool matches(UtcMicros created) const;

private:
    void acceptHours(Comparison comparison, const Value &value);
    void acceptWeekday(const Value &value);

    DerivedField m_field;
    ZoneCalendar m_calendar;
    std::bitset<24> m_accepted; ///< hours, or weekdays from Monday
};

} // namespace Trailglass::Filter
