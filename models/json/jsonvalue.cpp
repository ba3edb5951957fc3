// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsonvalue.h"

#include "models/json/jsonstring.h"
#include "models/json/stringscan.h"

namespace Trailglass {

JsonKind jsonKindOf(char first)
{
    switch (first) {
    case '{':
        return JsonKind::Object;
    case '[':
        return JsonKind::Array;
    case '"':
        return JsonKind::String;
    case 't':
    case 'f':
        return JsonKind::Bool;
    case 'n':
        return JsonKind::Null;
    default:
        return JsonKind::Number;
    }
}

std::string JsonValueView::text() const
{
    if (kind != JsonKind::String)
        return std::string(token);
    return mayHaveEscapes ? decodeJsonString(insideOf(token)) : std::string(insideOf(token));
}

std::string_view JsonValueView::textView(std::string &scratch) const
{
    if (kind != JsonKind::String)
        return token;
    const std::string_view written = insideOf(token);
    if (!mayHaveEscapes || written.find('\\') == std::string_view::npos)
        return written;
    scratch = decodeJsonString(written);
    return scratch;
}

bool JsonValueView::isPresent() const
{
    if (kind == JsonKind::Missing || kind == JsonKind::Null)
        return false;
    if (kind == JsonKind::String)
        return token.size() > 2;
    return !isContainer() || !skipJsonWhitespace(insideOf(token)).empty();
}

} // namespace Trailglass
