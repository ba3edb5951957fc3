// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/collectorrecord.h"

#include "models/json/jsonfields.h"
#include "models/json/jsonstring.h"

#include <array>
#include <cstring>

namespace Trailglass {

namespace {

enum RecordField
{
    RawField,
    RawFieldOfResult,
    OriginalField,
    OriginalFieldWithDot,
    RecordFieldCount,
};

constexpr FieldTable RecordPaths(std::array<FieldPath, RecordFieldCount>{{
    {"", "_raw"},
    {"result", "_raw"},
    {"event", "original"},
    {"", "event.original"},
}});

constexpr FieldTable HitPaths(std::array<FieldPath, 1>{{{"", "_source"}}});

bool occurs(std::string_view word, std::string_view text)
{
    return memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
}

/// False for nearly every event that is not wrapped, at a fraction of the cost of reading it.
bool mayBeWrapped(std::string_view object)
{
    return occurs("_raw\"", object) || occurs("original\"", object);
}

} // namespace

std::optional<CollectedText> collectedText(std::string_view object)
{
    if (!mayBeWrapped(object))
        return {};
    JsonFields fields(RecordPaths);
    if (!fields.read(object))
        return {};
    for (std::size_t field = 0; field < RecordPaths.size(); ++field) {
        if (fields.kind(field) == JsonKind::String)
            return CollectedText{fields.text(field), hasLoneSurrogate(fields.raw(field))};
    }
    return {};
}

std::string_view hitSource(std::string_view object)
{
    JsonFields fields(HitPaths);
    const bool isFound = fields.read(object) && fields.kind(0) == JsonKind::Object;
    return isFound ? fields.raw(0) : std::string_view();
}

std::vector<std::vector<std::string>> collectorRowPaths()
{
    return {{"hits", "hits"}, {"results"}};
}

} // namespace Trailglass
