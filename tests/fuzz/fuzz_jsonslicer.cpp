// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// JsonSlicer over any document, in all four shapes: slices lie in order within the stream, good ones are JSON and verbatim,
// chunks make no difference, and all is good exactly when the whole is JSON.

#include "tests/fuzz/fuzztarget.h"
#include "tests/json/referencejson.h"
#include "tests/sources/slicing.h"

#include <algorithm>

using namespace Trailglass;

using Fuzz::require;
using Shape = JsonSlicer::Shape;

namespace {

JsonSlicer makeSlicer(Shape shape)
{
    return JsonSlicer(shape, {{"data"}, {"a", "b"}});
}

bool isDeep(std::string_view json)
{
    return std::count_if(json.begin(), json.end(), [](char c) { return c == '[' || c == '{'; })
        > MaxJsonDepth;
}

void checkSlices(const Sliced &sliced, std::string_view bytes)
{
    qint64 free = 0;
    for (const Slice &slice : sliced.slices) {
        require(slice.offset >= free, "slices are in order and do not overlap");
        free = slice.offset + slice.length;
        const auto length = static_cast<std::size_t>(slice.length);
        const auto verbatim = bytes.substr(static_cast<std::size_t>(slice.offset), length);
        require(verbatim.size() == length, "a slice lies within the stream");
        if (slice.error) {
            require(slice.bytes == verbatim.substr(0, JsonSlicer::MaxKept), "a bad slice is kept verbatim");
            require(slice.error->offset >= slice.offset, "a fault lies in its slice");
            require(slice.error->offset <= static_cast<qint64>(bytes.size()), "a fault lies in the stream");
        } else {
            require(slice.bytes == verbatim, "a good slice is verbatim");
            require(referenceTokens(slice.bytes).has_value(), "a good slice is JSON");
        }
    }
}

void checkChunks(const Sliced &sliced, Shape shape, std::string_view bytes)
{
    Fuzz::PieceLengths lengths(bytes);
    const auto nextLength = [&lengths] {
        return lengths.next();
    };
    require(sliceDocument(makeSlicer(shape), bytes, nextLength).description() == sliced.description(),
            "chunks make no difference");
}

bool isAllGood(const Sliced &sliced)
{
    return !sliced.error && std::none_of(sliced.slices.begin(), sliced.slices.end(), [](const Slice &slice) {
        return slice.error;
    });
}

void checkLines(const Sliced &sliced, std::string_view bytes)
{
    for (const Slice &slice : sliced.slices) {
        const auto offset = static_cast<std::size_t>(slice.offset);
        const auto lineEnd = std::min(bytes.find('\n', offset), bytes.size());
        const auto line = bytes.substr(offset, lineEnd - offset);
        require(slice.line == 1 + std::count(bytes.begin(), bytes.begin() + slice.offset, '\n'),
                "lines are counted");
        require(slice.error.has_value() != referenceTokens(line).has_value() || isDeep(line),
                "a line is good exactly when it is JSON");
    }
}

/// Of a document that is one value.
void checkDocument(const Sliced &sliced, Shape shape, std::string_view bytes)
{
    const auto tokens = referenceTokens(bytes);
    require(isAllGood(sliced) == tokens.has_value() || isDeep(bytes),
            "all is good exactly when the whole is JSON");
    if (sliced.error || shape == Shape::Single)
        return;
    const std::string envelope = sliced.envelope.toStdString();
    require(referenceTokens(envelope).has_value(), "an envelope is JSON");
    if (!tokens || shape != Shape::Array || !sliced.sawRowArray)
        return;
    std::string joined;
    for (const Slice &slice : sliced.slices)
        joined += (joined.empty() ? "[" : ",") + slice.bytes;
    joined += joined.empty() ? "[]" : "]";
    require(referenceTokens(joined) == tokens, "the slices make up the array");
}

void check(Shape shape, std::string_view bytes)
{
    const Sliced sliced = sliceDocument(makeSlicer(shape), bytes);
    checkSlices(sliced, bytes);
    checkChunks(sliced, shape, bytes);
    Fuzz::reached(sliced.error ? "document refused" : isAllGood(sliced) ? "all good" : "bad slices");
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byteOrderMark))
        return;
    if (shape == Shape::Lines)
        checkLines(sliced, bytes);
    else
        checkDocument(sliced, shape, bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const Shape shape : {Shape::Envelope, Shape::Array, Shape::Lines, Shape::Single})
        check(shape, Fuzz::inputOf(data, size));
    return 0;
}
