// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/pathvalues.h"

#include "models/archive/eventtable.h"
#include "models/archive/jsonflattener.h"
#include "models/archive/pathkey.h"
#include "models/archive/textforms.h"

namespace Trailglass {

namespace {

using Filter::PathStep;

/// A pattern for FlatValue::at, where the path has indexes: after each name, those that the path has there, strings that
/// are gone through, and then further elements, as arrays without an index are gone through.
std::string indexPattern(const Filter::JsonPath &path)
{
    std::string pattern = "^";
    bool hasIndex = false;
    bool isFirst = true;
    for (const PathStep &step : path.steps) {
        switch (step.kind) {
        case PathStep::Kind::Member:
            if (!isFirst)
                pattern += "(\"|\\[[0-9]+\\])*/";
            isFirst = false;
            break;
        case PathStep::Kind::Index:
            pattern += "\"*\\[" + std::to_string(step.index) + "\\]";
            hasIndex = true;
            break;
        case PathStep::Kind::Every:
            pattern += "\"*\\[[0-9]+\\]";
            hasIndex = true;
            break;
        }
    }
    // A string at the end is a value, whatever is in it.
    pattern += "(\\[[0-9]+\\])*$";
    return hasIndex ? pattern : std::string();
}

ArchiveSql hasText(const ArchiveSql &value, std::string_view text)
{
    return value + " = " + ArchiveSql::literal(text);
}

ArchiveSql hasOtherText(const ArchiveSql &value, std::string_view text)
{
    return value + " != " + ArchiveSql::literal(text);
}

} // namespace

PathValues::PathValues(const Filter::JsonPath &path)
    : m_names(archivePath(path))
    , m_bucket(bucketOf(std::string_view(m_names)))
    , m_at(indexPattern(path))
{
}

ArchiveSql PathValues::isPresent(const ArchiveSql &text, const ArchiveSql &key)
{
    return allOf({hasOtherText(key, NullKey), hasOtherText(key, EmptyObjectKey),
                  anyOf({text + " != ''", hasText(key, ObjectKey)})});
}

/// Of an element p of the paths and a of the indexes.
ArchiveSql PathValues::isAtPath(Spelling spelling) const
{
    const std::string_view mark = spelling == Spelling::InFormC ? InFormC : AsReceived;
    std::vector<ArchiveSql> paths;
    for (const std::string &path : {m_names, m_names + '"'}) {
        paths.push_back(hasText("p", path));
        paths.push_back(hasText("p", path + std::string(mark)));
        if (m_at.empty()) // elements of an array in a string at the end are values only where the path has an index
            break;
    }
    const ArchiveSql isPath = anyOf(paths);
    return m_at.empty() ? isPath : allOf({isPath, "match(a, " + ArchiveSql::literal(m_at) + ")"});
}

ArchiveSql PathValues::cut(Place place, Spelling spelling, std::string_view part) const
{
    const int list = place == Place::Objects ? int(JsonFlattener::ObjectList) : m_bucket;
    const auto column = [list](std::string_view name) {
        return ArchiveSql::identifier(flatColumnName(list, name));
    };
    const bool hasIndexes = !m_at.empty();
    ArchiveSql sql = "arrayFilter(";
    sql += hasIndexes ? ArchiveSql("(v, p, a) -> ") : ArchiveSql("(v, p) -> ");
    sql += isAtPath(spelling) + ", " + column(part) + ", " + column("path");
    if (hasIndexes)
        sql += ", " + column("at");
    return sql + ")";
}

ArchiveSql PathValues::texts(Place place, Spelling spelling) const
{
    return cut(place, spelling, "text");
}

ArchiveSql PathValues::keys(Place place, Spelling spelling) const
{
    return cut(place, spelling, "key");
}

ArchiveSql PathValues::presentTexts() const
{
    constexpr auto AsStored = Spelling::AsReceived;
    const ArchiveSql scalars = "arrayFilter((x, k) -> x != '' AND " + hasOtherText("k", NullKey) + ", "
        + texts(Place::Bucket, AsStored) + ", " + keys(Place::Bucket, AsStored) + ")";
    const ArchiveSql objects = "arrayFilter((x, k) -> " + hasOtherText("k", EmptyObjectKey) + ", "
        + texts(Place::Objects, AsStored) + ", " + keys(Place::Objects, AsStored) + ")";
    return "arrayConcat(" + scalars + ", " + objects + ")";
}

ArchiveSql PathValues::sortText() const
{
    constexpr auto AsStored = Spelling::AsReceived;
    // Number keys begin with n: all else goes after them with an o in front, and an object, whose text is elsewhere, is an o
    // alone.
    const ArchiveSql isNumber =
        allOf({"k >= " + ArchiveSql::literal(NumberKeys), "k < " + ArchiveSql::literal(EndOfNumberKeys)});
    const ArchiveSql bucketTexts = texts(Place::Bucket, AsStored);
    const ArchiveSql bucketKeys = keys(Place::Bucket, AsStored);
    const ArchiveSql first = "arrayElement(arrayFilter(y -> y != '', arrayMap((x, k) -> if("
        + isPresent("x", "k") + ", if(" + isNumber + ", k, concat('o', x)), ''), " + bucketTexts + ", "
        + bucketKeys + ")), 1)";
    const ArchiveSql object = "arrayElement(arrayFilter((x, k) -> " + hasOtherText("k", EmptyObjectKey) + ", "
        + texts(Place::Objects, AsStored) + ", " + keys(Place::Objects, AsStored) + "), 1)";
    return "if(" + first + " = 'o', concat('o', " + object + "), " + first + ")";
}

} // namespace Trailglass
