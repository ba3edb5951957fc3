// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/jsontext.h"

#include "models/core/text.h"

#include <QByteArrayView>

#include <algorithm>
#include <iterator>

namespace Trailglass {

namespace {

bool isPlain(char character)
{
    return static_cast<unsigned char>(character) >= 0x20 && character != '"' && character != '\\';
}

void appendEscaped(char character, std::string &out)
{
    constexpr std::string_view Digits = "0123456789abcdef";
    switch (character) {
    case '"':
    case '\\':
        out += '\\';
        out += character;
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00";
        out += Digits[static_cast<unsigned char>(character) >> 4];
        out += Digits[static_cast<unsigned char>(character) & 0x0F];
    }
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char character) { return static_cast<signed char>(character) >= 0; });
}

} // namespace

void appendJsonString(std::string_view text, std::string &out)
{
    std::string repaired;
    if (!isAscii(text) && !QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8()) {
        repaired = toUtf8(toQString(text));
        text = repaired;
    }
    out += '"';
    while (!text.empty()) {
        const auto end = std::ranges::find_if_not(text, isPlain);
        const auto plain = static_cast<std::size_t>(end - text.begin());
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (!text.empty()) {
            appendEscaped(text.front(), out);
            text.remove_prefix(1);
        }
    }
    out += '"';
}

void appendJsonOnOneLine(std::string_view json, std::string &out)
{
    // Nearly every vendor sends compact JSON: two memchr() are far cheaper than looking at each byte.
    if (json.find('\n') == std::string_view::npos && json.find('\r') == std::string_view::npos) {
        out += json;
        return;
    }
    std::ranges::copy_if(json, std::back_inserter(out),
                         [](char character) { return character != '\n' && character != '\r'; });
}

} // namespace Trailglass
