// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/newestfirstcursor.h"

#include "models/sources/cursorjson.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Where a stretch that was left is taken up again: one page above, since the list may have shrunk.
void takeUpAgain(ListStretch &stretch, bool fromItsTop)
{
    stretch.page = fromItsTop ? 1 : std::max<qint64>(1, stretch.page - 1);
    if (fromItsTop) {
        stretch.count.reset();
        stretch.low.reset();
    }
    stretch.above.reset();
    stretch.below = false;
    stretch.left = false;
    stretch.after.reset();
    stretch.lowAfter.reset();
    stretch.stepsBack = 0;
}

/// Joins the oldest stretches while there are too many: what lies between them is read again.
void joinOldest(QList<ListStretch> &stretches)
{
    while (stretches.size() > NewestFirstCursor::MostStretches) {
        const ListStretch oldest = stretches.takeLast();
        ListStretch &joined = stretches.last();
        joined.from = joined.from && oldest.from ? std::min(joined.from, oldest.from) : std::nullopt;
        joined.to = joined.to && oldest.to ? std::max(joined.to, oldest.to) : std::nullopt;
        takeUpAgain(joined, true);
    }
}

ListStretch readStretch(const QJsonObject &object)
{
    ListStretch stretch;
    stretch.newest = object.value(u"newest").toBool();
    stretch.from = readTime(object, u"from");
    stretch.to = readTime(object, u"to");
    stretch.page = std::max<qint64>(1, readCount(object, u"page").value_or(1));
    stretch.count = readCount(object, u"count");
    stretch.pageRows = std::max<qint64>(1, readCount(object, u"page_rows").value_or(1));
    stretch.low = readTime(object, u"low");
    stretch.above = readTime(object, u"above");
    stretch.below = object.value(u"below").toBool();
    stretch.left = object.value(u"left").toBool();
    stretch.after = readCount(object, u"after");
    stretch.lowAfter = readTime(object, u"low_after");
    stretch.stepsBack = readCount(object, u"steps_back").value_or(0);
    return stretch;
}

QJsonObject stretchJson(const ListStretch &stretch)
{
    QJsonObject object;
    writeFlag(object, u"newest"_s, stretch.newest);
    writeTime(object, u"from"_s, stretch.from);
    writeTime(object, u"to"_s, stretch.to);
    writeCount(object, u"page"_s, stretch.page);
    writeCount(object, u"count"_s, stretch.count);
    writeCount(object, u"page_rows"_s, stretch.pageRows);
    writeTime(object, u"low"_s, stretch.low);
    writeTime(object, u"above"_s, stretch.above);
    writeFlag(object, u"below"_s, stretch.below);
    writeFlag(object, u"left"_s, stretch.left);
    writeCount(object, u"after"_s, stretch.after);
    writeTime(object, u"low_after"_s, stretch.lowAfter);
    writeCount(object, u"steps_back"_s, stretch.stepsBack);
    return object;
}

} // namespace

void NewestFirstCursor::settle(bool askedByDate)
{
    const auto newest = std::ranges::find_if(stretches, &ListStretch::newest);
    if (newest != stretches.end()) {
        if (!leavesGap && !unordered && newest->low && top) {
            read += cutBelow(*newest);
            mark = later(mark, top);
        } else {
            stretches.erase(newest); // the next run reads all of it
        }
    }
    for (ListStretch &stretch : stretches) {
        if (askedByDate && !unordered && stretch.low && stretch.to) {
            read += coveredInterval(*stretch.low + 1, *stretch.to);
            stretch.to = *stretch.low + 1;
        }
        takeUpAgain(stretch, askedByDate || unordered);
    }
    joinOldest(stretches);
    while (read.size() > MostStretches)
        read.removeFirst(); // the ledger then shows less than was read
}

void NewestFirstCursor::start(const RunPlan &plan, const RunOptions &options,
                              const std::optional<UtcMicros> &end)
{
    // `--since` asks for a time, not for what other runs have left.
    for (ListStretch &stretch : stretches)
        stretch.left = options.since.has_value();
    stretches.prepend({.newest = true, .from = plan.from, .to = end});
    running = true;
    leavesGap = plan.leavesGap;
    sawDisorder = false;
    newestLeft = false;
    restarted = false;
    asOf.reset();
    top.reset();
}

QList<TimeWindow> NewestFirstCursor::cutBelow(ListStretch &stretch) const
{
    const UtcMicros end = asOf.value_or(*stretch.low);
    const auto above = coveredInterval(*stretch.low + 1, std::min(stretch.to.value_or(end), end));
    stretch.newest = false;
    stretch.to = *stretch.low + 1;
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
    for (const QJsonValue stretch : checkpoint.value(u"stretches").toArray())
        cursor.stretches.append(readStretch(stretch.toObject()));
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
    for (const ListStretch &stretch : stretches)
        parts.append(stretchJson(stretch));
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

} // namespace Trailglass
