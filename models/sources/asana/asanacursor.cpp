// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/asana/asanacursor.h"

#include "models/sources/cursorjson.h"
#include "models/sources/runplan.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

void AsanaCursor::resume()
{
    fellBack = false;
    if (!nearPresent && !followUp) {
        asOf.reset(); // what has been passed is final: the run is as good as asked now
    } else if (!followUp) {
        followUp = true;
        followFrom = reached;
    }
}

bool AsanaCursor::turnToFollowUp()
{
    if (!std::exchange(followUp, false))
        return false;
    if (const auto from = std::exchange(followFrom, std::nullopt))
        startAt = later(startAt, *from - Overlap);
    offset.clear();
    reached.reset();
    asOf.reset();
    nearPresent = false;
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
    return cursor;
}

Checkpoint AsanaCursor::toJson() const
{
    Checkpoint checkpoint = newCheckpoint(watermark);
    if (!offset.isEmpty())
        checkpoint.insert(u"offset"_s, offset);
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
    return checkpoint;
}

} // namespace Trailglass
