// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/jsonnode.h"

#include "models/json/jsonstring.h"
#include "models/json/jsontokenreader.h"
#include "models/json/stringscan.h"

namespace Trailglass {

namespace {

/// Whether the value that starts here can be seen to have no children without reading far.
bool isSeenEmpty(std::string_view bytes)
{
    const std::string_view start = skipJsonWhitespace(bytes.substr(1, 64));
    return start.starts_with('}') || start.starts_with(']');
}

bool looksLikeJson(std::string_view token)
{
    const std::string start = decodeJsonString(token.substr(1, 64));
    const std::string_view value = skipJsonWhitespace(start);
    return value.starts_with('{') || value.starts_with('[');
}

} // namespace

bool JsonNode::isContainer() const
{
    return note == Note::None && value.isContainer();
}

bool JsonNode::holdsJson()
{
    if (note != Note::None || value.kind != JsonKind::String || inside == Inside::No)
        return false;
    if (inside == Inside::Yes)
        return true;
    if (!mayHoldJson(value.token) || !looksLikeJson(value.token)) {
        inside = Inside::No;
        return false;
    }
    if (value.token.size() > LookedInto)
        return true;
    return open();
}

bool JsonNode::isExpandable()
{
    if (contents)
        return !contents->isWhole || !contents->children.empty();
    if (isContainer())
        return !isSeenEmpty(bytes);
    // A long string is opened only when its children are requested; a short one is open by now.
    return holdsJson() && (!contents || isExpandable());
}

bool JsonNode::open()
{
    if (contents)
        return true;
    if (isContainer()) {
        contents =
            std::make_unique<Contents>(Contents{{}, bytes, JsonChildScanner(bytes, nesting), {}, false});
        return true;
    }
    if (note != Note::None || value.kind != JsonKind::String || inside == Inside::No)
        return false;
    auto text = jsonInside(value.token);
    inside = text ? Inside::Yes : Inside::No;
    if (!text)
        return false;
    openText(*std::move(text));
    return true;
}

void JsonNode::openText(std::string text)
{
    auto owner = std::make_shared<const std::string>(std::move(text));
    const std::string_view inner = skipJsonWhitespace(*owner);
    contents = std::make_unique<Contents>(
        Contents{std::move(owner), inner, JsonChildScanner(inner, nesting), {}, false});
    contents->isWhole = isSeenEmpty(inner);
}

std::string_view JsonNode::wholeContainer() const
{
    const auto whole = firstValue(bytes);
    return whole ? whole->token : bytes;
}

} // namespace Trailglass
