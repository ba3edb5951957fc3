// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/jsondisplay.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/json/jsonstring.h"
#include "models/json/jsontokenreader.h"
#include "models/table/jsonnode.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::JsonDisplay {

namespace {

/// How much of an object or array is shown, in bytes.
constexpr std::size_t PreviewBytes = 160;

/// No character of a JSON string takes more bytes a UTF-16 unit than an escape does.
constexpr std::size_t MaxBytesPerUnit = 6;

/// As much of the text as is shown.
QString visibleStart(const QString &text)
{
    qsizetype length = std::min<qsizetype>(text.size(), JsonTreeModel::DisplayedCharacters);
    if (length > 0 && length < text.size() && text[length - 1].isHighSurrogate())
        --length;
    return visiblePart(text, 0, length);
}

/// Enough of a string's text to see whether it is cut; the end of a longer one may be half an escape.
QString startOfString(std::string_view token)
{
    constexpr auto Enough = MaxBytesPerUnit * (JsonTreeModel::DisplayedCharacters + 3);
    return toQString(decodeJsonString(insideOf(token).substr(0, Enough)));
}

QString preview(std::string_view bytes)
{
    const std::string_view start = bytes.substr(0, PreviewBytes);
    if (const auto whole = firstValue(start))
        return visibleText(toQString(whole->token).simplified());
    QString text = toQString(start);
    // The cut may have gone through a character.
    while (start.size() < bytes.size() && text.endsWith(QChar::ReplacementCharacter))
        text.chop(1);
    return visibleText(text.simplified()) + u'…';
}

QString noteText(const JsonNode &node)
{
    if (node.note == JsonNode::Note::Omitted)
        return Trailglass::tr("Only the first %L1 are shown here; see the Raw tab for all.")
            .arg(JsonTreeModel::MaxRows);
    return Trailglass::tr("Invalid JSON from here on; see the Raw tab for the bytes received.");
}

} // namespace

JsonTreeModel::Kind kind(const JsonNode &node)
{
    using Shown = JsonTreeModel::Kind;
    if (node.note != JsonNode::Note::None)
        return Shown::Note;
    switch (node.value.kind) {
    case JsonKind::Object:
        return Shown::Object;
    case JsonKind::Array:
        return Shown::Array;
    case JsonKind::String:
        return Shown::String;
    case JsonKind::Number:
        return Shown::Number;
    case JsonKind::Bool:
        return Shown::Boolean;
    case JsonKind::Null:
    case JsonKind::Missing:
        return Shown::Null;
    }
    Q_UNREACHABLE();
}

QString name(const JsonNode &node)
{
    if (node.note != JsonNode::Note::None)
        return {};
    if (!node.name.empty())
        return visibleStart(startOfString(node.name));
    const bool isDocument = node.bytes.data() == node.parent->bytes.data();
    return isDocument ? QString() : u"[%1]"_s.arg(node.row);
}

QString value(JsonNode &node)
{
    if (node.note != JsonNode::Note::None)
        return noteText(node);
    if (node.isContainer())
        return preview(node.bytes);
    if (node.holdsJson()) {
        const QString start =
            node.contents ? preview(node.contents->bytes) : visibleStart(startOfString(node.value.token));
        return Trailglass::tr("JSON in a string: %1").arg(start);
    }
    if (node.value.kind != JsonKind::String) {
        // A number may be as long as the document.
        const QString text = toQString(node.value.token.substr(0, JsonTreeModel::DisplayedCharacters));
        return isCut(node) ? text + u'…' : text;
    }
    const QString text = visibleStart(startOfString(node.value.token));
    return isCut(node) ? u'"' + text + u'…' : u'"' + text + u'"';
}

bool isCut(const JsonNode &node)
{
    if (node.note != JsonNode::Note::None || node.isContainer())
        return false;
    if (node.value.kind == JsonKind::String)
        return startOfString(node.value.token).size() > JsonTreeModel::DisplayedCharacters;
    return node.value.token.size() > JsonTreeModel::DisplayedCharacters;
}

std::string text(const JsonNode &node)
{
    if (node.note != JsonNode::Note::None)
        return {};
    return node.isContainer() ? std::string(node.wholeContainer()) : node.value.text();
}

std::optional<Filter::JsonPath> path(const JsonNode &node)
{
    using Filter::PathStep;
    if (node.note != JsonNode::Note::None)
        return std::nullopt;
    Filter::JsonPath path;
    for (const JsonNode *step = &node; step->parent; step = step->parent) {
        if (step->name.empty())
            path.steps.push_back({PathStep::Kind::Index, {}, step->row});
        else
            path.steps.push_back({PathStep::Kind::Member, decodeJsonString(insideOf(step->name)), 0});
    }
    std::ranges::reverse(path.steps);
    // A path begins with a member: events are objects.
    if (path.steps.empty() || path.steps.front().kind != PathStep::Kind::Member)
        return std::nullopt;
    return path;
}

} // namespace Trailglass::JsonDisplay
