// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/json/jsongenerator.h"

#include <iterator>

namespace Trailglass {

std::string JsonGenerator::value(int depthLeft, bool onOneLine)
{
    switch (below(depthLeft > 0 ? 8 : 5)) {
    case 0:
        return "true";
    case 1:
        return "false";
    case 2:
        return "null";
    case 3:
        return number();
    case 4:
        return string();
    case 5:
        return "[" + members(depthLeft - 1, onOneLine, false) + "]";
    default:
        return "{" + members(depthLeft - 1, onOneLine, true) + "}";
    }
}

std::string JsonGenerator::members(int depthLeft, bool onOneLine, bool named)
{
    std::string text = whitespace(onOneLine);
    const std::size_t count = below(5);
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0)
            text += "," + whitespace(onOneLine);
        if (named)
            text += string() + whitespace(onOneLine) + ":" + whitespace(onOneLine);
        text += value(depthLeft, onOneLine) + whitespace(onOneLine);
    }
    return text;
}

std::string JsonGenerator::string()
{
    static constexpr const char *pieces[] = {"a",
                                             "name",
                                             "\\\"",
                                             "\\\\",
                                             "\\/",
                                             "\\n",
                                             "\\u0000",
                                             "\\ud83d\\ude00",
                                             "\\uD800",
                                             "[{",
                                             "]}",
                                             ",",
                                             ":",
                                             "\x7F",
                                             " ",
                                             "\u00e9",
                                             "\u65e5\u672c",
                                             "\U0001F600",
                                             "<script>",
                                             "0123456789abcdef"};
    std::string text = "\"";
    const std::size_t count = below(8);
    for (std::size_t i = 0; i < count; ++i)
        text += pieces[below(std::size(pieces))];
    return text + "\"";
}

std::string JsonGenerator::number()
{
    std::string text = below(3) == 0 ? "-" : "";
    text += below(4) == 0 ? "0" : std::to_string(below(9) + 1) + digits(0);
    if (below(3) == 0)
        text += "." + digits(1);
    if (below(4) == 0)
        text += std::string(below(2) == 0 ? "e" : "E") + (below(2) == 0 ? "" : "-") + digits(1);
    return text;
}

std::string JsonGenerator::digits(std::size_t least)
{
    std::string text;
    const std::size_t count = least + below(30);
    for (std::size_t i = 0; i < count; ++i)
        text += static_cast<char>('0' + below(10));
    return text;
}

std::string JsonGenerator::whitespace(bool onOneLine)
{
    static constexpr const char *pieces[] = {"", "", "", " ", "\t", "\r", "  ", "\n", "\r\n    "};
    return pieces[below(std::size(pieces) - (onOneLine ? 2 : 0))];
}

} // namespace Trailglass
