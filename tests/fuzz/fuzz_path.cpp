// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// A JSON path in the first line, over the JSON in the rest: a path prints as it reads, what is found is JSON, a value is found by
// its own text, no index rules out a value that is there, and a path that is offered has a value.

#include "models/filter/fieldnames.h"
#include "models/filter/jsonpathcollector.h"
#include "models/filter/jsonpathreader.h"
#include "models/filter/memberprobe.h"
#include "models/filter/pathmatcher.h"
#include "models/filter/querycontext.h"
#include "models/json/jsonvalidator.h"
#include "models/json/textsignature.h"
#include "models/json/utf8.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>

using namespace Trailglass;
using namespace Trailglass::Filter;

using Fuzz::require;

namespace {

constexpr std::size_t MaxOffered = 20; ///< paths of one JSON that are followed

std::optional<JsonPath> readPath(std::string_view text)
{
    const auto read =
        parseFieldReference(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    const auto *reference = std::get_if<FieldReference>(&read);
    if (!reference)
        return {};
    const auto again = parseFieldReference(fieldReferenceName(*reference));
    require(std::holds_alternative<FieldReference>(again) && std::get<FieldReference>(again) == *reference,
            "a field prints as it reads");
    const auto *path = std::get_if<JsonPath>(reference);
    return path ? std::optional(*path) : std::nullopt;
}

/// Values as they were visited.
struct Found
{
    std::vector<std::string> tokens;
    std::vector<std::string> texts; ///< of strings, numbers and booleans
    bool hasPresent = false;
};

Found valuesAt(std::string_view raw, const JsonPath &path,
               void (*visitValues)(std::string_view, const JsonPath &, const JsonVisitor &))
{
    Found found;
    visitValues(raw, path, [&](const JsonValueView &value) {
        require(value.token.size() <= raw.size() && isJson(value.token),
                "what is found is JSON of the event");
        found.tokens.emplace_back(value.token);
        found.hasPresent = found.hasPresent || value.isPresent();
        if (!value.isContainer() && value.kind != JsonKind::Null)
            found.texts.push_back(value.text());
        return true;
    });
    return found;
}

/// An event's JSON, and what the store keeps to skip it.
struct SignedJson
{
    explicit SignedJson(std::string_view json)
        : raw(json)
    {
        TextSignature made;
        made.add(json);
        signature = made.bits();
    }

    std::string_view raw;
    std::vector<quint8> signature;
};

void checkIndexes(const SignedJson &json, const JsonPath &path)
{
    const MemberProbe probe(path);
    require(probe.mayHold(json.raw), "no probe rules out a value that is there");
    require(probe.mayHoldSigned(json.signature), "no signature rules out a value that is there");
}

void checkCells(std::string_view raw, const JsonPath &path, const Found &found)
{
    const auto token = cellToken(raw, path);
    const auto text = cellText(raw, path);
    require(token.has_value() == !found.tokens.empty(), "a cell has what is found");
    const bool isNull = found.tokens.empty() || (found.tokens.size() == 1 && found.tokens.front() == "null");
    require(text.has_value() == !isNull, "null is nothing");
    require(!token || isJson(*token), "a cell is JSON");
}

bool matches(const SignedJson &json, const JsonPath &path, Comparison comparison, Value value)
{
    const Term term{path, comparison, {std::move(value)}};
    const auto matcher = PathMatcher::compile(term, {UtcMicros{1'790'000'000'000'000}});
    require(matcher.hasValue(), "a term on a path compiles");
    SearchTime time;
    const bool isMatch = matcher->matches(json.raw, time) == Match::Yes;
    require(!isMatch || matcher->mayMatchSigned(json.signature), "no signature rules out a match");
    return isMatch;
}

void checkFilters(const SignedJson &json, const JsonPath &path, const Found &elements)
{
    require(matches(json, path, Comparison::Matches, PresentValue{}) == elements.hasPresent,
            "`*` finds what is there");
    if (elements.texts.empty() || elements.texts.front().empty())
        return;
    const TextValue text{elements.texts.front(), {}};
    require(matches(json, path, Comparison::Exactly, text), "a value is found by its text");
    require(matches(json, path, Comparison::Contains, text), "a value contains its text");
}

void checkPath(const SignedJson &json, const JsonPath &path)
{
    const Found whole = valuesAt(json.raw, path, visit);
    const Found elements = valuesAt(json.raw, path, visitElements);
    Fuzz::reached(whole.tokens.empty() ? "nothing found" : "values found");
    if (!whole.tokens.empty())
        checkIndexes(json, path);
    // A cell of several values is one array deeper than they are.
    if (std::ranges::count(json.raw, '[') + std::ranges::count(json.raw, '{') < MaxJsonDepth)
        checkCells(json.raw, path, whole);
    if (isValidUtf8(json.raw)) // as everything stored is
        checkFilters(json, path, elements);
}

void checkOffered(const SignedJson &json)
{
    JsonPathCollector collector;
    collector.add(json.raw);
    std::vector<JsonPath> paths = collector.paths();
    paths.resize(std::min(paths.size(), MaxOffered));
    for (const JsonPath &path : paths) {
        require(!valuesAt(json.raw, path, visitElements).tokens.empty(),
                "a path that is offered has a value");
        checkPath(json, path);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = Fuzz::inputOf(data, size);
    const std::size_t line = std::min(input.find('\n'), input.size());
    const SignedJson json(input.substr(std::min(line + 1, input.size())));
    if (const auto path = readPath(input.substr(0, line)))
        checkPath(json, *path);
    checkOffered(json);
    return 0;
}
