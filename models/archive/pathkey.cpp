// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/pathkey.h"

#include "models/archive/searchtexts.h"
#include "models/archive/textforms.h"
#include "models/filter/decimal.h"
#include "models/filter/timetext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Trailglass {

namespace {

constexpr quint32 PathHashPrime = 16'777'619U;

/// Added to what may be negative, so that all keys of a kind have one length up to the digits.
constexpr qint64 MagnitudeBias = 500'000'000'000'000'000;
constexpr qint64 TimeBias = 1'000'000'000'000'000'000;
constexpr qint64 MaxKeyTime = 8 * TimeBias;

/// As compareDecimals() takes them.
constexpr std::size_t MaxKeyExponentDigits = 17;
constexpr qint64 MaxKeyExponent = 100'000'000'000'000'000;

constexpr std::size_t BiasedDigits = 19;

std::array<char, BiasedDigits> biasedDigits(qint64 value)
{
    std::array<char, BiasedDigits> digits{};
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        *digit = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    return digits;
}

/// \param text  after the `e`
qint64 exponentOf(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
    qint64 exponent = 0;
    if (text.size() > MaxKeyExponentDigits) {
        exponent = MaxKeyExponent;
    } else {
        for (const char digit : text)
            exponent = exponent * 10 + (digit - '0');
    }
    return negative ? -exponent : exponent;
}

/// The digits of a number without zeros at either end: 0.{whole}{fraction} × 10^magnitude.
struct SignificantDigits
{
    std::string_view whole;
    std::string_view fraction;
    qint64 magnitude = 0;
};

/// \param text  without a sign
SignificantDigits significantDigits(std::string_view text)
{
    SignificantDigits digits;
    if (const auto mark = text.find_first_of("eE"); mark != std::string_view::npos) {
        digits.magnitude = exponentOf(text.substr(mark + 1));
        text = text.substr(0, mark);
    }
    const std::size_t point = std::min(text.find('.'), text.size());
    digits.whole = text.substr(0, point);
    digits.fraction = text.substr(std::min(point + 1, text.size()));
    digits.magnitude += static_cast<qint64>(point);
    const auto dropLeadingZeros = [&digits](std::string_view &part) {
        const std::size_t zeros = std::min(part.find_first_not_of('0'), part.size());
        digits.magnitude -= static_cast<qint64>(zeros);
        part.remove_prefix(zeros);
    };
    dropLeadingZeros(digits.whole);
    if (digits.whole.empty())
        dropLeadingZeros(digits.fraction);
    digits.fraction = digits.fraction.substr(0, digits.fraction.find_last_not_of('0') + 1);
    if (digits.fraction.empty())
        digits.whole = digits.whole.substr(0, digits.whole.find_last_not_of('0') + 1);
    return digits;
}

/// So that a greater size sorts first.
void appendComplement(std::string &key, std::string_view digits)
{
    for (const char digit : digits)
        key += static_cast<char>('9' - (digit - '0'));
}

/// Whether a text may be a time: all that vendorMoment() reads begins with a year and a hyphen.
bool startsLikeTime(std::string_view text)
{
    constexpr std::size_t YearDigits = 4;
    return text.size() > YearDigits && text[YearDigits] == '-';
}

bool isAddressCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.'
        || c == '[' || c == ']';
}

/// Whether a part of a list may be an address: never false for one. IPv6 has two colons, IPv4 three dots, and what is
/// after a percent sign is a zone.
bool mayBeAddress(std::string_view part)
{
    const std::string_view address = part.substr(0, part.find('%'));
    return std::ranges::all_of(address, isAddressCharacter)
        && (std::ranges::count(address, ':') >= 2 || std::ranges::count(address, '.') >= 3);
}

/// Whether a text may hold addresses: never false if addressesIn() finds some. Texts are many, and few hold any.
bool mayHoldAddresses(std::string_view text)
{
    if (std::ranges::count(text, ':') < 2 && std::ranges::count(text, '.') < 3)
        return false;
    const auto isSeparator = [](char c) {
        return c == ' ' || c == ',' || (c >= '\t' && c <= '\r');
    };
    for (auto start = text.begin();; ++start) {
        const auto end = std::find_if(start, text.end(), isSeparator);
        if (mayBeAddress({start, end}))
            return true;
        if (end == text.end())
            return false;
        start = end;
    }
}

/// What the texts of numbers and times begin with.
bool startsLikeNumber(std::string_view text)
{
    return !text.empty() && (text.front() == '-' || (text.front() >= '0' && text.front() <= '9'));
}

} // namespace

quint32 extendPathHash(quint32 hash, std::string_view bytes)
{
    for (const char byte : bytes)
        hash = (hash ^ static_cast<quint8>(byte)) * PathHashPrime;
    return hash;
}

void appendPathName(std::string &path, std::string_view name)
{
    for (const char c : name) {
        if (c == '.' || c == '"' || c == '\\')
            path += '\\';
        path += c;
    }
}

std::string archivePath(const Filter::JsonPath &path)
{
    std::string text;
    bool isFirst = true;
    for (const Filter::PathStep &step : path.steps) {
        if (step.kind != Filter::PathStep::Kind::Member)
            continue;
        if (!std::exchange(isFirst, false))
            text += '.';
        appendPathName(text, step.member);
    }
    return text;
}

void appendNumberKey(std::string &key, std::string_view decimal)
{
    const bool negative = decimal.starts_with('-');
    const SignificantDigits digits = significantDigits(decimal.substr(negative ? 1 : 0));
    key += NumberKeys;
    if (digits.whole.empty() && digits.fraction.empty()) {
        key += '1';
        return;
    }
    const auto magnitude = biasedDigits(MagnitudeBias + digits.magnitude);
    const std::string_view size(magnitude.data(), magnitude.size());
    key += negative ? '0' : '2';
    for (const std::string_view part : {size, digits.whole, digits.fraction}) {
        if (negative)
            appendComplement(key, part);
        else
            key += part;
    }
    if (negative)
        key += '~'; // after every digit: of two that begin alike, the one with more digits is less
}

std::string numberKey(std::string_view decimal)
{
    std::string key;
    appendNumberKey(key, decimal);
    return key;
}

void appendTimeKey(std::string &key, UtcMicros moment)
{
    const auto digits = biasedDigits(TimeBias + std::clamp(moment.value, -TimeBias, MaxKeyTime));
    key += TimeKeys;
    key.append(digits.data(), digits.size());
}

std::string timeKey(UtcMicros moment)
{
    std::string key;
    appendTimeKey(key, moment);
    return key;
}

bool appendAddressKey(std::string &key, std::string_view text)
{
    const std::string addresses = mayHoldAddresses(text) ? addressKey(text) : std::string();
    if (addresses.empty())
        return false;
    key += AddressKeys;
    key += addresses;
    return true;
}

void appendValueKey(std::string &key, JsonKind kind, std::string_view text)
{
    if (kind == JsonKind::Number) {
        appendNumberKey(key, text);
        return;
    }
    if (kind == JsonKind::Null)
        key += NullKey;
    if (kind != JsonKind::String)
        return;
    if (startsLikeNumber(text)) {
        if (Filter::isDecimal(text)) {
            appendNumberKey(key, text);
            return;
        }
        if (const auto moment = startsLikeTime(text) ? Filter::vendorMoment(text) : std::nullopt) {
            appendTimeKey(key, *moment);
            return;
        }
    }
    appendAddressKey(key, text);
}

} // namespace Trailglass
