// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/changes/changesides.h"

#include "models/json/jsonstring.h"
#include "models/json/jsontext.h"
#include "models/json/jsontokenreader.h"

#include <algorithm>
#include <utility>

namespace Trailglass::Testing {

namespace {

using Kind = ValueChange::Kind;

/// Which of the two values is put together.
struct Side
{
    JsonValueView ValueChange::*value;
    std::optional<quint32> ValueChange::*place;
    std::vector<TextRun> LineChange::*runs;
    Kind absent;
    LineChange::Kind absentLine;
};

const Side Before{&ValueChange::before, &ValueChange::beforePlace, &LineChange::before, Kind::Added,
                  LineChange::Kind::Added};
const Side After{&ValueChange::after, &ValueChange::afterPlace, &LineChange::after, Kind::Removed,
                 LineChange::Kind::Removed};

std::string jsonTextOf(std::string_view text)
{
    std::string json;
    appendJsonString(text, json);
    return json;
}

std::string textOfLines(const ValueChange &change, const Side &side)
{
    std::string text;
    bool isFirst = true;
    for (const LineChange &line : change.lines) {
        if (line.kind == side.absentLine)
            continue;
        text += std::exchange(isFirst, false) ? "" : "\n";
        for (const TextRun &run : line.*side.runs)
            text += run.text;
    }
    return text;
}

std::string build(const ValueChange &change, const Side &side)
{
    if (!change.lines.empty())
        return jsonTextOf(textOfLines(change, side));
    if (change.children.empty())
        return spelled((change.*side.value).token);
    std::vector<const ValueChange *> children;
    for (const ValueChange &child : change.children) {
        if (child.kind != side.absent)
            children.push_back(&child);
    }
    std::ranges::sort(children, {}, [&side](const ValueChange *child) { return *(child->*side.place); });
    const bool isObject = (change.*side.value).kind == JsonKind::Object;
    std::string json(1, isObject ? '{' : '[');
    for (const ValueChange *child : children) {
        json += json.size() > 1 ? "," : "";
        json += child->isMember ? jsonTextOf(child->name) + ':' : std::string();
        json += build(*child, side);
    }
    return json + (isObject ? '}' : ']');
}

} // namespace

std::string sideBefore(const ValueChange &change)
{
    return build(change, Before);
}

std::string sideAfter(const ValueChange &change)
{
    return build(change, After);
}

std::string spelled(std::string_view json)
{
    using Token = JsonTokenReader::Token;
    JsonTokenReader reader(json);
    std::string out;
    std::vector<JsonKind> open;
    bool needsComma = false;
    for (Token token = reader.next(); token != Token::Done && token != Token::Broken; token = reader.next()) {
        if (token == Token::End) {
            out += open.back() == JsonKind::Object ? '}' : ']';
            open.pop_back();
            needsComma = true;
            continue;
        }
        out += needsComma ? "," : "";
        const JsonValueView &value = reader.value();
        if (token == Token::BeginObject || token == Token::BeginArray) {
            out += value.token;
            open.push_back(value.kind);
        } else if (value.token.front() == '"') {
            out += jsonTextOf(decodeJsonString(insideOf(value.token)));
        } else {
            out += value.token;
        }
        out += token == Token::Name ? ":" : "";
        needsComma = token == Token::Scalar;
    }
    return out;
}

} // namespace Trailglass::Testing
