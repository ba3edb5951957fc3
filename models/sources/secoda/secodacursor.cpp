// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/secoda/secodacursor.h"

#include "models/sources/cursorjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

void SecodaCursor::startDescent(const std::optional<UtcMicros> &newFloor, UtcMicros now)
{
    SecodaCursor fresh;
    fresh.watermark = watermark;
    fresh.unordered = unordered;
    fresh.running = true;
    fresh.floor = newFloor;
    fresh.asOf = now;
    *this = fresh;
}

void SecodaCursor::resumeDescent(UtcMicros now)
{
    page = std::max<qint64>(1, page - 1);
    stepsBack = 0;
    restarted = false;
    followUp = now;
}

SecodaCursor SecodaCursor::fromJson(const Checkpoint &checkpoint)
{
    SecodaCursor cursor;
    cursor.watermark = readTime(checkpoint, u"watermark");
    cursor.unordered = checkpoint.value(u"unordered").toBool();
    cursor.running = checkpoint.value(u"running").toBool();
    if (!cursor.running)
        return cursor;
    cursor.leavesGap = checkpoint.value(u"leaves_gap").toBool();
    cursor.incomplete = checkpoint.value(u"incomplete").toBool();
    cursor.sawDisorder = checkpoint.value(u"saw_disorder").toBool();
    cursor.restarted = checkpoint.value(u"restarted").toBool();
    cursor.followUp = readTime(checkpoint, u"follow_up");
    cursor.page = std::max<qint64>(1, readCount(checkpoint, u"page").value_or(1));
    cursor.floor = readTime(checkpoint, u"floor");
    cursor.top = readTime(checkpoint, u"top");
    cursor.count = readCount(checkpoint, u"count");
    cursor.pageRows = std::max<qint64>(1, readCount(checkpoint, u"page_rows").value_or(1));
    cursor.stepsBack = readCount(checkpoint, u"steps_back").value_or(0);
    cursor.asOf = readTime(checkpoint, u"as_of").value_or(UtcMicros{});
    return cursor;
}

Checkpoint SecodaCursor::toJson() const
{
    Checkpoint checkpoint;
    writeTime(checkpoint, u"watermark"_s, watermark);
    writeFlag(checkpoint, u"unordered"_s, unordered);
    if (!running)
        return checkpoint;
    writeFlag(checkpoint, u"running"_s, running);
    writeFlag(checkpoint, u"leaves_gap"_s, leavesGap);
    writeFlag(checkpoint, u"incomplete"_s, incomplete);
    writeFlag(checkpoint, u"saw_disorder"_s, sawDisorder);
    writeFlag(checkpoint, u"restarted"_s, restarted);
    writeTime(checkpoint, u"follow_up"_s, followUp);
    writeCount(checkpoint, u"page"_s, page);
    writeTime(checkpoint, u"floor"_s, floor);
    writeTime(checkpoint, u"top"_s, top);
    writeCount(checkpoint, u"count"_s, count);
    writeCount(checkpoint, u"page_rows"_s, pageRows);
    writeCount(checkpoint, u"steps_back"_s, stepsBack);
    writeTime(checkpoint, u"as_of"_s, asOf);
    return checkpoint;
}

} // namespace Trailglass
