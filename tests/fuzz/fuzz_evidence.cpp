// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Files of evidence bundles: what has one form is written again byte for byte, and nothing else is read.

#include "models/evidence/checksums.h"
#include "models/evidence/coveragefile.h"
#include "models/evidence/eventline.h"
#include "models/evidence/manifest.h"
#include "models/evidence/prooflines.h"
#include "tests/fuzz/fuzztarget.h"

using namespace Trailglass;

using Fuzz::require;

namespace {

/// \returns whether the bytes are a line of proofs.ndjson or of a member with records
bool readLine(std::string_view line)
{
    std::string again;
    if (const auto proof = parseProofLine(line))
        appendProofLine(*proof, again);
    else if (const auto node = parseNodeLine(line); node && node->part.level <= Subtree::MaxLevel)
        appendNodeLine(*node, again);
    else if (const auto size = parseSizeLine(line))
        appendSizeLine(*size, again);
    else if (const auto record = parseRecordLine(line))
        appendRecordLine(*record, again);
    require(again.empty() || again == line, "a line has one form");
    return !again.empty();
}

bool readEvent(std::string_view line)
{
    const auto event = parseEventLine(line);
    if (!event)
        return false;
    require(line.find(event->event.raw) != std::string_view::npos, "raw is a part of the line");
    require(formatTime(event->event.created).size() == formatTime(event->received).size(), "times are times");
    return true;
}

bool readFile(const QByteArray &bytes)
{
    if (const auto sums = parseChecksums(bytes); sums && !sums->empty()) {
        require(checksumsText(*sums) == bytes, "sums have one form");
        return true;
    }
    if (const auto manifest = parseManifest(bytes)) {
        const QByteArray json = manifestJson(*manifest);
        const auto again = parseManifest(json);
        require(again && manifestJson(*again) == json, "a manifest that was read can be read again");
        return true;
    }
    const auto coverage = parseCoverageFile(bytes);
    if (!coverage)
        return false;
    const QByteArray json = coverageFile(*coverage);
    const auto again = parseCoverageFile(json);
    require(again && coverageFile(*again) == json, "coverage that was read can be read again");
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = Fuzz::inputOf(data, size);
    const bool isLine = readLine(input);
    const bool isEvent = readEvent(input);
    const bool isFile = readFile(QByteArray(input.data(), static_cast<qsizetype>(input.size())));
    Fuzz::reached(isLine ? "a line" : isEvent ? "an event" : isFile ? "a file" : "refused");
    return 0;
}
