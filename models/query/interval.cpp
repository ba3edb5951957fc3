// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/interval.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/core/utcmicros.h"

#include <algorithm>
#include <limits>

namespace Trailglass {

namespace {

/// Microseconds of a unit letter; 0 for any other letter.
qint64 unitMicros(QChar unit)
{
    switch (unit.unicode()) {
    case u's':
        return UtcMicros::PerSecond;
    case u'm':
        return UtcMicros::PerMinute;
    case u'h':
        return UtcMicros::PerHour;
    case u'd':
        return UtcMicros::PerDay;
    case u'w':
        return 7 * UtcMicros::PerDay;
    default:
        return 0;
    }
}

Error badInterval(QStringView text)
{
    return {ErrorKind::Usage,
            tr("“%1” is not an interval. Write a whole number and one of s, m, h, "
               "d or w, for example 15m or 1h.")
                .arg(visibleText(text.toString()))};
}

} // namespace

Result<qint64> parseInterval(QStringView text)
{
    const auto isDigit = [](QChar character) {
        return character >= u'0' && character <= u'9';
    };
    if (text.size() < 2 || !std::all_of(text.begin(), text.end() - 1, isDigit))
        return badInterval(text);
    const qint64 unit = unitMicros(text.back());
    bool fits = false;
    const qint64 amount = text.chopped(1).toLongLong(&fits);
    if (unit == 0 || !fits || amount == 0 || amount > std::numeric_limits<qint64>::max() / unit)
        return badInterval(text);
    return amount * unit;
}

} // namespace Trailglass
