// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsontext.h"

#include "models/core/text.h"
#include "models/json/stringscan.h"
#include "models/json/utf8.h"

#include <algorithm>
#include <iterator>

namespace Trailglass {

namespace {

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

} // namespace

void appendJsonString(std::string_view text, std::string &out)
{
    std::string repaired;
    if (!isValidUtf8(text)) {
        repaired = toUtf8(toQString(text));
        text = repaired;
    }
    out += '"';
    while (!text.empty()) {
        const char *const special = findStringSpecial(text.data(), text.data() + text.size());
        const auto plain = static_cast<std::size_t>(special - text.data());
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
    // Nearly every vendor sends compact JSON: two memchr() are far cheaper than a loop over all bytes.
    if (json.find('\n') == std::string_view::npos && json.find('\r') == std::string_view::npos) {
        out += json;
        return;
    }
    std::ranges::copy_if(json, std::back_inserter(out),
                         [](char character) { return character != '\n' && character != '\r'; });
}

} // namespace Trailglass
