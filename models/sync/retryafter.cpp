// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/retryafter.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <array>

namespace Trailglass {

namespace {

/// A day's worth is already past every limit; the cap keeps the arithmetic from overflowing.
constexpr qint64 MaxSeconds = 1'000'000'000;

/// The words of a date, split at spaces, commas and the dashes of the RFC 850 form.
QList<QByteArray> words(QByteArrayView text)
{
    QByteArray spaced = text.toByteArray();
    spaced.replace(',', ' ').replace('-', ' ');
    return spaced.simplified().split(' ');
}

std::optional<int> monthNumber(const QByteArray &name)
{
    static constexpr std::array Names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto found =
        std::find_if(Names.begin(), Names.end(), [&](const char *known) { return name == known; });
    return found == Names.end() ? std::nullopt : std::optional(static_cast<int>(found - Names.begin()) + 1);
}

std::optional<int> number(const QByteArray &digits)
{
    const bool allDigits = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](char character) {
        return character >= '0' && character <= '9';
    });
    bool ok = false;
    const int value = digits.toInt(&ok);
    return allDigits && ok ? std::optional(value) : std::nullopt;
}

/// Two digits name the year of this century or the last, as the obsolete form wants it.
std::optional<int> fullYear(const QByteArray &digits)
{
    const std::optional<int> year = number(digits);
    if (!year || digits.size() > 2) {
        return year;
    }
    return *year + (*year < 70 ? 2000 : 1900);
}

std::optional<UtcMicros> moment(const QByteArray &year, const QByteArray &month, const QByteArray &day,
                                const QByteArray &time)
{
    const QList<QByteArray> parts = time.split(':');
    if (parts.size() != 3) {
        return {};
    }
    const auto yearNumber = fullYear(year);
    const auto monthOfYear = monthNumber(month);
    const auto dayOfMonth = number(day);
    const auto hour = number(parts[0]);
    const auto minute = number(parts[1]);
    const auto second = number(parts[2]);
    if (!yearNumber || !monthOfYear || !dayOfMonth || !hour || !minute || !second) {
        return {};
    }
    return fromCivil({.year = *yearNumber,
                      .month = *monthOfYear,
                      .day = *dayOfMonth,
                      .hour = *hour,
                      .minute = *minute,
                      .second = std::min(*second, 59)});
}

} // namespace

std::optional<UtcMicros> parseHttpDate(QByteArrayView text)
{
    const QList<QByteArray> word = words(text);
    if (word.size() == 6 && word[5] == "GMT") {
        return moment(word[3], word[2], word[1], word[4]);
    }
    if (word.size() == 5) {
        return moment(word[4], word[1], word[2], word[3]);
    }
    return {};
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
