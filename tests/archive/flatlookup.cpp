// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/flatlookup.h"

#include "models/archive/pathkey.h"
#include "models/archive/textforms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

using namespace Filter;

namespace {

/// What FlatValue::at says of the steps after each name: a step on an element may first go through strings; before the
/// next name any number of strings and arrays is passed, at the end of the path arrays only.
QString patternOfSteps(const JsonPath &path)
{
    QStringList names;
    for (const PathStep &step : path.steps) {
        if (step.kind == PathStep::Kind::Member)
            names.append(QString());
        else if (step.kind == PathStep::Kind::Every)
            names.last() += u"\"*\\[[0-9]+\\]"_s;
        else
            names.last() += u"\"*\\[%1\\]"_s.arg(step.index);
    }
    QString pattern = names.join(u"(\"|\\[[0-9]+\\])*/");
    return u"\\A"_s + pattern + u"(\\[[0-9]+\\])*\\z"_s;
}

} // namespace

FlatLookup::FlatLookup(const JsonPath &path)
    : m_path(archivePath(path))
    , m_bucket(bucketOf(m_path))
    , m_hasIndexes(std::ranges::any_of(
          path.steps, [](const PathStep &step) { return step.kind != PathStep::Kind::Member; }))
    , m_at(patternOfSteps(path))
{
}

bool FlatLookup::isHere(const FlatValue &value, std::string_view form) const
{
    if (!value.path.ends_with(form))
        return false;
    const std::string_view path = value.path.substr(0, value.path.size() - form.size());
    if (!m_hasIndexes)
        return path == m_path;
    return (path == m_path || path == m_path + '"')
        && m_at.match(QString::fromLatin1(value.at.data(), static_cast<qsizetype>(value.at.size())))
               .hasMatch();
}

std::vector<FlatMatch> FlatLookup::values(const JsonFlattener &json) const
{
    const auto isReceived = [this](const FlatValue &value) {
        return isHere(value, {}) || isHere(value, AsReceived);
    };
    std::vector<FlatMatch> objects;
    for (const FlatValue &object : json.values(JsonFlattener::ObjectList)) {
        if (isReceived(object))
            objects.push_back({std::string(object.text), std::string(object.key), true});
    }
    std::vector<FlatMatch> found;
    auto object = objects.begin();
    for (const FlatValue &value : json.values(m_bucket)) {
        if (!isReceived(value))
            continue;
        const bool isObject = value.key == ObjectKey || value.key == EmptyObjectKey;
        if (isObject && object != objects.end())
            found.push_back(*object++);
        else
            found.push_back({std::string(value.text), std::string(value.key), isObject});
    }
    return found;
}

std::vector<std::string> FlatLookup::composedTexts(const JsonFlattener &json) const
{
    std::vector<std::string> texts;
    for (const int list : {m_bucket, JsonFlattener::ObjectList}) {
        for (const FlatValue &value : json.values(list)) {
            const bool isEntryOfObject =
                list != JsonFlattener::ObjectList && (value.key == ObjectKey || value.key == EmptyObjectKey);
            if (!isEntryOfObject && (isHere(value, {}) || isHere(value, InFormC)))
                texts.emplace_back(value.text);
        }
    }
    std::ranges::sort(texts);
    return texts;
}

} // namespace Trailglass::Testing
