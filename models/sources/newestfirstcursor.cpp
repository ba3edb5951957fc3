// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/newestfirstcursor.h"

#include "models/sources/cursorjson.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Where a range that was left is taken up again: one page above, since the list may have shrunk. Where its place was being
/// looked for, that goes on.
void takeUpAgain(ListRange &range, bool fromItsTop)
{
    range.page = fromItsTop ? 1 : std::max<qint64>(1, range.page - 1);
    if (fromItsTop) {
        range.count.reset();
        range.low.reset();
        range.known.reset();
        range.after.reset();
    }
    // Its count is not that of the page that ended with low: no count says how far the list has moved up since.
    if (range.after)
        range.count.reset();
    range.above.reset();
    range.below = false;
    range.left = false;
    range.lowAfter.reset();
    range.stepsBack = 0;
    range.unclearLooks = 0;
}

/// Joins the oldest ranges while there are too many: what lies between them is read again.
void joinOldest(QList<ListRange> &ranges)
{
    while (ranges.size() > NewestFirstCursor::MaxRanges) {
        const ListRange oldest = ranges.takeLast();
        ListRange &joined = ranges.last();
        joined.from = joined.from && oldest.from ? std::min(joined.from, oldest.from) : std::nullopt;
        joined.to = joined.to && oldest.to ? std::max(joined.to, oldest.to) : std::nullopt;
        takeUpAgain(joined, true);
    }
}

ListRange readRange(const QJsonObject &object)
{
    ListRange range;
    range.newest = object.value(u"newest").toBool();
    range.from = readTime(object, u"from");
    range.to = readTime(object, u"to");
    range.page = std::max<qint64>(1, readCount(object, u"page").value_or(1));
    range.count = readCount(object, u"count");
    range.pageRows = std::max<qint64>(1, readCount(object, u"page_rows").value_or(1));
    range.low = readTime(object, u"low");
    range.above = readTime(object, u"above");
    range.known = readTime(object, u"known");
    range.below = object.value(u"below").toBool();
    range.left = object.value(u"left").toBool();
    range.after = readCount(object, u"after");
    range.lowAfter = readTime(object, u"low_after");
    range.stepsBack = readCount(object, u"steps_back").value_or(0);
    range.unclearLooks = readCount(object, u"unclear_looks").value_or(0);
    return range;
}

QJsonObject rangeJson(const ListRange &range)
{
    QJsonObject object;
    writeFlag(object, u"newest"_s, range.newest);
    writeTime(object, u"from"_s, range.from);
    writeTime(object, u"to"_s, range.to);
    writeCount(object, u"page"_s, range.page);
    writeCount(object, u"count"_s, range.count);
    writeCount(object, u"page_rows"_s, range.pageRows);
    writeTime(object, u"low"_s, range.low);
    writeTime(object, u"above"_s, range.above);
    writeTime(object, u"known"_s, range.known);
    writeFlag(object, u"below"_s, range.below);
    writeFlag(object, u"left"_s, range.left);
    writeCount(object, u"after"_s, range.after);
    writeTime(object, u"low_after"_s, range.lowAfter);
    writeCount(object, u"steps_back"_s, range.stepsBack);
    if (range.unclearLooks > 0)
        writeCount(object, u"unclear_looks"_s, range.unclearLooks);
    return object;
}

} // namespace

void NewestFirstCursor::settle(bool askedByDate)
{
    const auto newest = std::ranges::find_if(ranges, &ListRange::newest);
    if (newest != ranges.end()) {
        if (!leavesGap && !unordered && newest->known && top) {
            read += cutBelow(*newest);
            mark = later(mark, top);
        } else {
            ranges.erase(newest); // the next run reads all of it
        }
    }
    for (ListRange &range : ranges) {
        if (askedByDate && !unordered && range.known && range.to) {
            read += coveredInterval(*range.known + 1, *range.to);
            range.to = *range.known + 1;
        }
        takeUpAgain(range, askedByDate || unordered);
    }
    joinOldest(ranges);
    while (read.size() > MaxRanges)
        read.removeFirst(); // the ledger then shows less than was read
}

void NewestFirstCursor::start(const RunPlan &plan, const RunOptions &options,
                              const std::optional<UtcMicros> &end)
{
    // `--since` asks for a time, not for what other runs have left.
    for (ListRange &range : ranges)
        range.left = options.since.has_value();
    ranges.prepend({.newest = true, .from = plan.from, .to = end});
    running = true;
    leavesGap = plan.leavesGap;
    sawDisorder = false;
    newestLeft = false;
    restarted = false;
    asOf.reset();
    top.reset();
}

QList<TimeWindow> NewestFirstCursor::cutBelow(ListRange &range) const
{
    const UtcMicros end = asOf.value_or(*range.known);
    const auto above = coveredInterval(*range.known + 1, std::min(range.to.value_or(end), end));
    range.newest = false;
    range.to = *range.known + 1;
    return above;
}

NewestFirstCursor NewestFirstCursor::fromJson(const Checkpoint &checkpoint)
{
    NewestFirstCursor cursor;
    cursor.watermark = readWatermark(checkpoint);
    cursor.mark = cursor.watermark;
    cursor.unordered = checkpoint.value(u"unordered").toBool();
    if (!isCurrent(checkpoint))
        return cursor;
    cursor.mark = later(cursor.watermark, readTime(checkpoint, u"mark"));
    for (const QJsonValue range : checkpoint.value(u"stretches").toArray())
        cursor.ranges.append(readRange(range.toObject()));
    for (const QJsonValue window : checkpoint.value(u"read").toArray())
        cursor.read.append(readWindow(window.toObject()));
    cursor.running = checkpoint.value(u"running").toBool();
    if (!cursor.running)
        return cursor;
    cursor.leavesGap = checkpoint.value(u"leaves_gap").toBool();
    cursor.sawDisorder = checkpoint.value(u"saw_disorder").toBool();
    cursor.newestLeft = checkpoint.value(u"newest_left").toBool();
    cursor.restarted = checkpoint.value(u"restarted").toBool();
    cursor.asOf = readTime(checkpoint, u"as_of");
    cursor.top = readTime(checkpoint, u"top");
    return cursor;
}

Checkpoint NewestFirstCursor::toJson() const
{
    Checkpoint checkpoint = newCheckpoint(watermark);
    writeFlag(checkpoint, u"unordered"_s, unordered);
    if (mark != watermark)
        writeTime(checkpoint, u"mark"_s, mark);
    QJsonArray parts;
    for (const ListRange &range : ranges)
        parts.append(rangeJson(range));
    if (!parts.isEmpty())
        checkpoint.insert(u"stretches"_s, parts);
    QJsonArray windows;
    for (const TimeWindow &window : read) {
        QJsonObject object;
        writeWindow(object, window);
        windows.append(object);
    }
    if (!windows.isEmpty())
        checkpoint.insert(u"read"_s, windows);
    if (!running)
        return checkpoint;
    writeFlag(checkpoint, u"running"_s, running);
    writeFlag(checkpoint, u"leaves_gap"_s, leavesGap);
    writeFlag(checkpoint, u"saw_disorder"_s, sawDisorder);
    writeFlag(checkpoint, u"newest_left"_s, newestLeft);
    writeFlag(checkpoint, u"restarted"_s, restarted);
    writeTime(checkpoint, u"as_of"_s, asOf);
    writeTime(checkpoint, u"top"_s, top);
    return checkpoint;
}

QList<TimeWindow> partsOutside(const QList<ListRange> &ranges, const TimeWindow &window)
{
    QList<TimeWindow> parts{window};
    for (const ListRange &range : ranges) {
        QList<TimeWindow> rest;
        for (const TimeWindow &part : std::as_const(parts)) {
            const bool meets = (!range.from || !part.to || *range.from < *part.to)
                && (!range.to || !part.from || *part.from < *range.to);
            if (!meets) {
                rest.append(part);
                continue;
            }
            if (range.from && range.from > part.from)
                rest.append({part.from, range.from});
            if (range.to && (!part.to || *range.to < *part.to))
                rest.append({range.to, part.to});
        }
        parts = rest;
    }
    return parts;
}

} // namespace Trailglass
