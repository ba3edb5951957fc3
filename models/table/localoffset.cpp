// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/localoffset.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Trailglass {

QString offsetIfRepeated(UtcMicros time, const Filter::ZoneCalendar &calendar)
{
    const UtcMicros local = calendar.toLocal(time);
    if (calendar.whenLocal(local, local + 1).size() < 2)
        return {};
    const qint64 minutes = (local - time) / UtcMicros::PerMinute;
    return u" %1%2:%3"_s.arg(QChar(minutes < 0 ? u'-' : u'+'))
        .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
        .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
}

} // namespace Trailglass
