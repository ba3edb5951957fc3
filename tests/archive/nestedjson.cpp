// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/nestedjson.h"

#include "models/json/jsontext.h"

#include <array>

namespace Trailglass::Testing {

using namespace Filter;

namespace {

const std::array<std::string, 8> Names{"a", "b", "c", "a.b", "a\"", "\\", "", "e\u0301"};

const std::array<std::string, 23> Texts{"",
                                        "x",
                                        "\u212Aelvin",
                                        "1.50",
                                        "-0",
                                        "007",
                                        "1e3",
                                        "+5",
                                        "2026-11-20T09:15:00.25Z",
                                        "2026-11-20 09:15 ",
                                        "2026-11",
                                        "2026",
                                        "10.0.0.1",
                                        "via 203.0.113.7:443, [2001:db8::1]",
                                        "caf\u00e9",
                                        "cafe\u0301",
                                        "\u0301",
                                        "null",
                                        "{}",
                                        " [1, \"x\"] ",
                                        "{\"a\":",
                                        "line\nbreak\tand \"quotes\" \\ \xF0\x9F\x98\x80",
                                        "[]"};

const std::array<std::string, 17> Scalars{"null",
                                          "true",
                                          "false",
                                          "0",
                                          "-0.0",
                                          "1",
                                          "1.0",
                                          "10e-1",
                                          "-2.5",
                                          "1e400",
                                          "12345678901234567890123",
                                          "\"\\u0041\\/\"",
                                          "\"\\ud83d\\ude00\"",
                                          "\"\\ud800\"",
                                          "\"e\\u0301\"",
                                          "\"\\u007b\\u007d\"",
                                          "\"\\u0000\""};

std::string quotedText(const std::string &text)
{
    std::string json;
    appendJsonString(text, json);
    return json;
}

} // namespace

std::string NestedJson::text()
{
    return Texts[below(Texts.size())];
}

std::string NestedJson::name()
{
    return Names[below(Names.size())];
}

std::string NestedJson::scalar()
{
    return below(2) == 0 ? quotedText(text()) : Scalars[below(Scalars.size())];
}

std::string NestedJson::value(int depth)
{
    switch (depth > 0 ? below(6) : 0) {
    case 1:
    case 2:
        return object(depth - 1);
    case 3:
    case 4: {
        std::string json = "[";
        const std::size_t count = below(4);
        for (std::size_t element = 0; element < count; ++element) {
            json += element > 0 ? "," : "";
            json += value(depth - 1);
        }
        return json + ']';
    }
    case 5:
        return quotedText(value(depth - 1));
    default:
        return scalar();
    }
}

std::string NestedJson::object(int depth)
{
    std::string json = "{";
    const std::size_t count = below(5);
    for (std::size_t member = 0; member < count; ++member) {
        json += member > 0 ? "," : "";
        json += below(8) == 0 ? " " : "";
        json += quotedText(name());
        json += ':';
        json += value(depth);
    }
    return json + '}';
}

JsonPath NestedJson::path()
{
    JsonPath path;
    const std::size_t names = 1 + below(4);
    for (std::size_t count = 0; count < names; ++count) {
        path.steps.push_back({PathStep::Kind::Member, name(), 0});
        const std::size_t indexes = below(3) == 0 ? 1 + below(2) : 0;
        for (std::size_t index = 0; index < indexes; ++index) {
            const bool isEvery = below(2) == 0;
            const auto element = static_cast<qsizetype>(below(3));
            path.steps.push_back({isEvery ? PathStep::Kind::Every : PathStep::Kind::Index, {}, element});
        }
    }
    return path;
}

} // namespace Trailglass::Testing
