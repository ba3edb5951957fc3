// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/datafold/datafoldcursor.h"

#include "models/sources/apirequest.h"
#include "models/sources/cursorjson.h"
#include "models/sources/runplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qint64 Millisecond = UtcMicros::PerSecond / 1'000;

} // namespace

TimeWindow DatafoldCursor::range() const
{
    if (!position)
        return {std::nullopt, to};
    return {position, std::max(*position, std::min(*position + step, to))};
}

bool DatafoldCursor::isLast() const
{
    return !position || *position + step >= to;
}

TimeWindow DatafoldCursor::asked() const
{
    TimeWindow window = range();
    if (window.from) {
        // An event of just this time is part of the range, whether or not the server counts a start as included.
        const qint64 below = window.from == from ? Millisecond : WindowOverlap;
        window.from = floorToMillis(*window.from - below);
        if (from)
            window.from = std::max(*window.from, floorToMillis(*from - Millisecond));
    }
    window.to = isLast() ? std::nullopt : std::optional(ceilToMillis(*window.to));
    return window;
}

QList<TimeWindow> DatafoldCursor::moveOn(const std::optional<UtcMicros> &answered,
                                         const std::optional<UtcMicros> &end)
{
    const TimeWindow done = range();
    running = !isLast();
    const qint64 larger = std::min(2 * step, LargestStep);
    if (!failedStep || larger < *failedStep)
        step = larger;
    if (!asOf && answered) {
        asOf = answered;
        to = std::min(end.value_or(*answered), *answered);
    }
    position = running ? *done.to : std::max(to, done.from.value_or(to));
    return coveredInterval(done.from, std::min({*position, to, asOf.value_or(to)}));
}

void DatafoldCursor::halve(bool isOpen)
{
    if (!position) {
        from = std::min(Beginning, to - FirstStep);
        position = from;
        step = to - *from;
    }
    const qint64 failed = std::clamp<qint64>(to - *position, 0, step);
    if (failed <= SmallestStep && isOpen && isLast() && *position < Ending) {
        // Much is dated later than the clocks say: this machine's is slow, and the server does not report its
        // own.
        step = failedStep ? std::max(*failedStep / 2, SmallestStep) : FirstStep;
        to = *position + 2 * step;
        return;
    }
    exhausted = failed <= SmallestStep;
    failedStep = std::min(failedStep.value_or(failed), failed);
    step = std::max(failed / 2, SmallestStep);
}

void DatafoldCursor::resume(UtcMicros now)
{
    if (position) {
        UtcMicros place = std::min(*position, asOf.value_or(*position));
        // Where this machine's clock is ahead and no server says the time, the run may have come into the future,
        // and events have been dated below its place since: the latest one tells how far it had truly come.
        if (reached && asOf && place > *asOf - UtcMicros::PerDay)
            place = std::min(place, *reached);
        position = std::max(from, std::optional(place - Overlap));
    }
    asOf.reset();
    to = std::max(to, now);
    exhausted = false;
    failedStep.reset();
}

DatafoldCursor DatafoldCursor::fromJson(const Checkpoint &checkpoint)
{
    DatafoldCursor cursor;
    cursor.watermark = readWatermark(checkpoint);
    const auto to = readTime(checkpoint, u"to");
    const qint64 step = readCount(checkpoint, u"step_seconds").value_or(0) * UtcMicros::PerSecond;
    cursor.running = isCurrent(checkpoint) && checkpoint.value(u"running").toBool() && to;
    if (!cursor.running)
        return cursor;
    cursor.leavesGap = checkpoint.value(u"leaves_gap").toBool();
    cursor.exhausted = checkpoint.value(u"exhausted").toBool();
    cursor.reached = readTime(checkpoint, u"reached");
    cursor.from = readTime(checkpoint, u"from");
    cursor.position = readTime(checkpoint, u"position");
    cursor.asOf = readTime(checkpoint, u"as_of");
    cursor.to = *to;
    if (step >= SmallestStep)
        cursor.step = step;
    if (const auto failed = readCount(checkpoint, u"failed_seconds"))
        cursor.failedStep = *failed * UtcMicros::PerSecond;
    return cursor;
}

Checkpoint DatafoldCursor::toJson() const
{
    Checkpoint checkpoint = newCheckpoint(watermark);
    if (!running)
        return checkpoint;
    writeFlag(checkpoint, u"running"_s, running);
    writeFlag(checkpoint, u"leaves_gap"_s, leavesGap);
    writeFlag(checkpoint, u"exhausted"_s, exhausted);
    writeTime(checkpoint, u"reached"_s, reached);
    writeTime(checkpoint, u"from"_s, from);
    writeTime(checkpoint, u"position"_s, position);
    writeTime(checkpoint, u"as_of"_s, asOf);
    writeTime(checkpoint, u"to"_s, to);
    writeCount(checkpoint, u"step_seconds"_s, step / UtcMicros::PerSecond);
    if (failedStep)
        writeCount(checkpoint, u"failed_seconds"_s, *failedStep / UtcMicros::PerSecond);
    return checkpoint;
}

} // namespace Trailglass
