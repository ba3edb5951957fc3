// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/decimal.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace Trailglass::Filter {

namespace {

constexpr std::size_t MaxExponentDigits = 17;
constexpr std::int64_t MaxExponent = 100'000'000'000'000'000;

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// Moves past a run of digits.
/// \returns whether there was one
bool skipDigits(std::string_view text, std::size_t &position)
{
    const std::size_t start = position;
    while (position < text.size() && isDigit(text[position]))
        ++position;
    return position > start;
}

/// 0.d1d2d3… × 10^magnitude, without zeros at either end of the digits. No digits: zero.
struct Parts
{
    bool negative = false;
    std::string digits;
    std::int64_t magnitude = 0;
};

std::int64_t readExponent(std::string_view text)
{
    const bool negative = text.front() == '-';
    if (negative || text.front() == '+')
        text.remove_prefix(1);
    text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
    std::int64_t exponent = 0;
    if (text.size() > MaxExponentDigits) {
        exponent = MaxExponent;
    } else {
        for (const char digit : text)
            exponent = exponent * 10 + (digit - '0');
    }
    return negative ? -exponent : exponent;
}

Parts split(std::string_view text)
{
    Parts parts;
    parts.negative = text.front() == '-';
    if (parts.negative)
        text.remove_prefix(1);
    if (const auto mark = text.find_first_of("eE"); mark != std::string_view::npos) {
        parts.magnitude = readExponent(text.substr(mark + 1));
        text = text.substr(0, mark);
    }
    const std::size_t point = std::min(text.find('.'), text.size());
    parts.magnitude += static_cast<std::int64_t>(point);
    parts.digits.assign(text.substr(0, point));
    if (point < text.size())
        parts.digits.append(text.substr(point + 1));
    const std::size_t leadingZeros = std::min(parts.digits.find_first_not_of('0'), parts.digits.size());
    parts.digits.erase(0, leadingZeros);
    parts.magnitude -= static_cast<std::int64_t>(leadingZeros);
    parts.digits.erase(parts.digits.find_last_not_of('0') + 1);
    if (parts.digits.empty())
        parts = {};
    return parts;
}

std::strong_ordering compareSizes(const Parts &left, const Parts &right)
{
    if (left.digits.empty() || right.digits.empty())
        return left.digits.size() <=> right.digits.size();
    if (left.magnitude != right.magnitude)
        return left.magnitude <=> right.magnitude;
    return left.digits <=> right.digits;
}

} // namespace

bool isDecimal(std::string_view text)
{
    std::size_t position = !text.empty() && text.front() == '-' ? 1 : 0;
    if (!skipDigits(text, position))
        return false;
    if (position < text.size() && text[position] == '.' && !skipDigits(text, ++position))
        return false;
    if (position < text.size() && (text[position] == 'e' || text[position] == 'E')) {
        ++position;
        if (position < text.size() && (text[position] == '-' || text[position] == '+'))
            ++position;
        if (!skipDigits(text, position))
            return false;
    }
    return position == text.size();
}

std::strong_ordering compareDecimals(std::string_view left, std::string_view right)
{
    const Parts leftParts = split(left);
    const Parts rightParts = split(right);
    if (leftParts.negative != rightParts.negative)
        return leftParts.negative ? std::strong_ordering::less : std::strong_ordering::greater;
    return leftParts.negative ? compareSizes(rightParts, leftParts) : compareSizes(leftParts, rightParts);
}

} // namespace Trailglass::Filter
