// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/retryafter.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// A day's worth is already past every limit; the cap keeps the arithmetic from overflowing.
constexpr qint64 MaxSeconds = 1'000'000'000;

} // namespace

std::optional<UtcMicros> parseHttpDate(QByteArrayView text)
{
    QString date = QString::fromLatin1(text).simplified();
    // Day, month and year say which day it is. Its name may be wrong or spelled out (RFC 850), which Qt refuses.
    static const QRegularExpression asctime(u"^\\w+ (\\w{3}) (\\d{1,2}) ([\\d:]{8}) (\\d{4})$"_s);
    date.replace(asctime, u"\\2 \\1 \\4 \\3 GMT"_s);
    date.remove(0, date.indexOf(u',') + 1);
    static const QRegularExpression obsolete(u"^ ?(\\d\\d)-(\\w\\w\\w)-(\\d\\d) "_s);
    if (const auto match = obsolete.match(date); match.hasMatch()) {
        const int year = match.capturedView(3).toInt();
        date.replace(0, match.capturedLength(),
                     u"%1 %2 %3 "_s.arg(match.captured(1), match.captured(2))
                         .arg(year < 70 ? year + 2000 : year + 1900));
    }
    date.replace(":60 "_L1, ":59 "_L1); // a leap second
    if (date.endsWith(" GMT"_L1))
        date.replace(date.size() - 3, 3, "+0000"_L1);
    const QDateTime time = QDateTime::fromString(date.trimmed(), Qt::RFC2822Date);
    // Qt takes years of five digits.
    const int year = time.isValid() ? time.toUTC().date().year() : 0;
    return year >= 1 && year <= 9999 ? std::optional(UtcMicros{time.toMSecsSinceEpoch() * 1'000})
                                     : std::nullopt;
}

std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView header, QByteArrayView date,
                                                         UtcMicros now)
{
    const QByteArray text = header.trimmed().toByteArray();
    const bool isSeconds = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char character) {
        return character >= '0' && character <= '9';
    });
    if (isSeconds) {
        bool ok = false;
        const qint64 seconds = text.toLongLong(&ok);
        return std::chrono::seconds(ok ? std::min(seconds, MaxSeconds) : MaxSeconds);
    }
    const std::optional<UtcMicros> then = parseHttpDate(text);
    if (!then) {
        return {};
    }
    const qint64 micros = *then - parseHttpDate(date).value_or(now);
    return std::chrono::milliseconds(std::max<qint64>(0, micros / 1'000));
}

} // namespace Trailglass
