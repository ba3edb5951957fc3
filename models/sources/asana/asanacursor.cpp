// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/asana/asanacursor.h"

#include "models/sources/cursorjson.h"
#include "models/sources/runplan.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

void AsanaCursor::observe(const PageSummary &page)
{
    if (!asOf)
        asOf = page.asOf;
    reached = later(reached, page.latestPresent);
    unordered = unordered || !page.ascending || (passed && page.earliest && *page.earliest < *passed);
    ascends = ascends || page.earliest < page.latest || (passed && page.latest && *page.latest > *passed);
    passed = later(passed, page.latest);
    const bool isNear = page.latest && asOf && *page.latest > *asOf - Overlap;
    nearPresent = nearPresent || isNear || !page.isServerTime || !isSorted();
    if (unordered && trusted) {
        const auto from = std::exchange(trusted, std::nullopt);
        followFrom = followUp ? std::min(followFrom, from) : from; // nothing stays nothing: all is read again
        followUp = true;
    }
}

void AsanaCursor::moveWatermark()
{
    if (!leavesGap)
        watermark = later(watermark, reached);
}

void AsanaCursor::resume()
{
    fellBack = false;
    if (!nearPresent && !followUp) {
        // What has been passed is final: the run is as good as asked now.
        trusted = trusted ? trusted : asOf;
        asOf.reset();
    } else if (!followUp) {
        followUp = true;
        followFrom = reached;
    }
}

bool AsanaCursor::fallBack()
{
    const bool hasPlace = reached && isSorted();
    if (hasPlace)
        startAt = later(startAt, *reached - Overlap);
    fellBack = true;
    offset.clear();
    passed.reset();
    cycle = {};
    return hasPlace;
}

bool AsanaCursor::turnToFollowUp()
{
    if (!std::exchange(followUp, false))
        return false;
    // Not from startAt, which an expired offset may have moved past what came late.
    const auto from = std::exchange(followFrom, std::nullopt);
    startAt = from ? later(coveredFrom, *from - Overlap) : coveredFrom;
    offset.clear();
    reached.reset();
    asOf.reset();
    nearPresent = false;
    trusted.reset();
    passed.reset();
    cycle = {};
    return true;
}

AsanaCursor AsanaCursor::fromJson(const Checkpoint &checkpoint)
{
    AsanaCursor cursor;
    cursor.watermark = readWatermark(checkpoint);
    if (!isCurrent(checkpoint))
        return cursor;
    cursor.offset = checkpoint.value(u"offset").toString();
    cursor.running = checkpoint.value(u"running").toBool();
    cursor.leavesGap = checkpoint.value(u"leaves_gap").toBool();
    cursor.fellBack = checkpoint.value(u"fell_back").toBool();
    cursor.nearPresent = checkpoint.value(u"near_present").toBool();
    cursor.followUp = checkpoint.value(u"follow_up").toBool();
    cursor.followFrom = readTime(checkpoint, u"follow_from");
    cursor.reached = readTime(checkpoint, u"reached");
    cursor.startAt = readTime(checkpoint, u"start_at");
    cursor.coveredFrom = readTime(checkpoint, u"covered_from");
    cursor.asOf = readTime(checkpoint, u"as_of");
    cursor.passed = readTime(checkpoint, u"passed");
    cursor.ascends = checkpoint.value(u"ascends").toBool();
    cursor.unordered = checkpoint.value(u"unordered").toBool();
    cursor.trusted = readTime(checkpoint, u"trusted");
    cursor.cycle = PageCycle::fromJson(checkpoint);
    return cursor;
}

Checkpoint AsanaCursor::toJson() const
{
    Checkpoint checkpoint = newCheckpoint(watermark);
    writeText(checkpoint, u"offset"_s, offset);
    if (!running)
        return checkpoint;
    writeFlag(checkpoint, u"running"_s, running);
    writeFlag(checkpoint, u"leaves_gap"_s, leavesGap);
    writeFlag(checkpoint, u"fell_back"_s, fellBack);
    writeFlag(checkpoint, u"near_present"_s, nearPresent);
    writeFlag(checkpoint, u"follow_up"_s, followUp);
    writeTime(checkpoint, u"follow_from"_s, followFrom);
    writeTime(checkpoint, u"reached"_s, reached);
    writeTime(checkpoint, u"start_at"_s, startAt);
    writeTime(checkpoint, u"covered_from"_s, coveredFrom);
    writeTime(checkpoint, u"as_of"_s, asOf);
    writeTime(checkpoint, u"passed"_s, passed);
    writeFlag(checkpoint, u"ascends"_s, ascends);
    writeFlag(checkpoint, u"unordered"_s, unordered);
    writeTime(checkpoint, u"trusted"_s, trusted);
    cycle.write(checkpoint);
    return checkpoint;
}

} // namespace Trailglass
