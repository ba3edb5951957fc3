// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// A text in the first line, and the JSON of an event in the rest, as rows of an archive: a path finds in flattened JSON what a
// visit of it finds, values are in the list of their path, a search for the text finds it, and a block reads back.

#include "models/archive/eventcolumns.h"
#include "models/archive/pathkey.h"
#include "models/filter/jsonpathcollector.h"
#include "models/filter/jsonpathreader.h"
#include "models/filter/textsearcher.h"
#include "models/json/jsonlimits.h"
#include "models/json/utf8.h"
#include "tests/archive/flatlookup.h"
#include "tests/archive/nativereader.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>

using namespace Trailglass;
using namespace Trailglass::Testing;

using Fuzz::require;

namespace {

constexpr std::size_t MaxFollowed = 20; ///< paths of one JSON

void checkLists(const JsonFlattener &json)
{
    std::size_t values = 0;
    for (int list = 0; list < JsonFlattener::ListCount; ++list) {
        for (const FlatValue &value : json.values(list)) {
            require(list != JsonFlattener::ObjectList || !value.text.empty(), "an object has a text");
            ++values;
        }
    }
    Fuzz::reached(values > 0 ? "values" : "no values");
}

void checkPath(std::string_view raw, const JsonFlattener &json, const Filter::JsonPath &path)
{
    const std::vector<FlatMatch> found = FlatLookup(path).values(json);
    std::size_t visited = 0;
    Filter::visitElements(raw, path, [&](const JsonValueView &value) {
        require(visited < found.size(), "what a visit finds is among the flattened values");
        require(found[visited].text == value.text(), "flattened texts are those of the JSON");
        require(found[visited].isObject == (value.kind == JsonKind::Object), "objects are objects");
        ++visited;
        return true;
    });
    require(visited == found.size(), "a visit finds every flattened value");
}

void checkPaths(std::string_view raw)
{
    JsonFlattener json;
    if (!json.flatten(raw))
        return;
    checkLists(json);
    // Deeper JSON ends a visit, and is left out here.
    if (std::ranges::count(raw, '[') + std::ranges::count(raw, '{') >= MaxJsonDepth)
        return;
    Filter::JsonPathCollector collector;
    collector.add(raw);
    std::vector<Filter::JsonPath> paths = collector.paths();
    paths.resize(std::min(paths.size(), MaxFollowed));
    for (const Filter::JsonPath &path : paths)
        checkPath(raw, json, path);
}

void checkBlock(const EventRecord &record, ArchiveDialect dialect)
{
    EventColumns columns(dialect);
    const auto appended = columns.append(record);
    if (!appended) {
        require(appended.error().kind == ErrorKind::TooLarge, "only what is too large is refused");
        require(columns.rows() == 0, "a refused event is no row");
        return;
    }
    const auto block = readNativeBlock(columns.block(1, 1));
    require(block && block->rows == 1, "a block reads back");
    require(block->column("raw").values.front() == record.event.raw, "the JSON is kept byte for byte");
}

void checkSearch(const EventRecord &record)
{
    SearchTexts texts;
    readSearchTexts(record, texts);
    if (record.event.message.empty())
        return;
    const Filter::TextSearcher searcher(record.event.message);
    bool isFound = searcher.contains(record.event.raw) || searcher.contains(texts.decoded);
    for (std::string_view rest = texts.extra; !isFound && !rest.empty();) {
        const std::size_t end = std::min(rest.find(SearchTexts::Separator), rest.size());
        isFound = searcher.contains(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    require(isFound, "a search finds the text of a field");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = Fuzz::inputOf(data, size);
    const std::size_t line = std::min(input.find('\n'), input.size());
    const std::string_view raw = input.substr(std::min(line + 1, input.size()));
    checkPaths(raw);
    EventRecord record;
    record.event.raw = raw;
    if (isValidUtf8(input.substr(0, line))) { // as the texts of all events are
        record.event.message = input.substr(0, line);
        record.event.ip = record.event.message;
    }
    checkBlock(record, ArchiveDialect::Modern);
    checkBlock(record, ArchiveDialect::Plain);
    if (isValidUtf8(raw))
        checkSearch(record);
    return 0;
}
