// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/nected/nectedcursor.h"

#include "models/sources/apirequest.h"
#include "models/sources/cursorjson.h"
#include "models/sources/runplan.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr std::array PhaseNames{"read"_L1, "check"_L1, "catch"_L1};

NectedCursor::Phase phaseFromName(const QString &name)
{
    const auto found = std::ranges::find(PhaseNames, name);
    return found == PhaseNames.end() ? NectedCursor::Phase::Read
                                     : static_cast<NectedCursor::Phase>(found - PhaseNames.begin());
}

QList<TimeWindow> readWindows(const QJsonArray &array)
{
    QList<TimeWindow> windows;
    for (const QJsonValue entry : array) {
        const QJsonObject window = entry.toObject();
        windows.append({readTime(window, u"from"), readTime(window, u"to")});
    }
    return windows;
}

QJsonArray windowsJson(const QList<TimeWindow> &windows)
{
    QJsonArray array;
    for (const TimeWindow &window : windows) {
        QJsonObject entry;
        writeTime(entry, u"from"_s, window.from);
        writeTime(entry, u"to"_s, window.to);
        array.append(entry);
    }
    return array;
}

} // namespace

TimeWindow NectedCursor::asked() const
{
    TimeWindow asked = window();
    if (asked.from)
        asked.from = floorToMillis(*asked.from);
    if (asked.to)
        asked.to = ceilToMillis(*asked.to);
    return asked;
}

void NectedCursor::resume(UtcMicros now)
{
    if (phase == Phase::Read)
        page = std::max<qint64>(1, page - 1);
    stepsBack = 0;
    if (now <= asOf)
        return;
    // A window that waits is extended; the one being read is pinned, or its pages would move.
    if (windows.size() > 1 && windows.last().to == asOf)
        windows.last().to = now;
    else
        windows.append({asOf - Overlap, now});
    asOf = now;
}

bool NectedCursor::canSplit() const
{
    const TimeWindow whole = window();
    return whole.to.value_or(asOf) - whole.from.value_or(Beginning) > SmallestWindow;
}

void NectedCursor::split()
{
    const TimeWindow whole = window();
    const UtcMicros from = whole.from.value_or(Beginning);
    const UtcMicros to = whole.to.value_or(asOf);
    const UtcMicros middle = from + (to - from) / 2;
    nextWindow();
    windows.prepend({from, middle});
    windows.prepend({middle - WindowOverlap, to});
}

void NectedCursor::nextWindow()
{
    windows.removeFirst();
    phase = Phase::Read;
    page = 1;
    total.reset();
    firstTotal.reset();
    stepsBack = 0;
}

NectedCursor NectedCursor::fromJson(const Checkpoint &checkpoint)
{
    NectedCursor cursor;
    cursor.watermark = readTime(checkpoint, u"watermark");
    cursor.windows = readWindows(checkpoint.value(u"windows").toArray());
    cursor.running = !cursor.windows.isEmpty();
    if (!cursor.running)
        return cursor;
    cursor.leavesGap = checkpoint.value(u"leaves_gap").toBool();
    cursor.incomplete = checkpoint.value(u"incomplete").toBool();
    cursor.phase = phaseFromName(checkpoint.value(u"phase").toString());
    cursor.page = std::max<qint64>(1, readCount(checkpoint, u"page").value_or(1));
    cursor.total = readCount(checkpoint, u"total");
    cursor.firstTotal = readCount(checkpoint, u"first_total");
    cursor.stepsBack = readCount(checkpoint, u"steps_back").value_or(0);
    cursor.reached = readTime(checkpoint, u"reached");
    cursor.asOf = readTime(checkpoint, u"as_of").value_or(UtcMicros{});
    return cursor;
}

Checkpoint NectedCursor::toJson() const
{
    Checkpoint checkpoint;
    writeTime(checkpoint, u"watermark"_s, watermark);
    if (!running)
        return checkpoint;
    writeFlag(checkpoint, u"leaves_gap"_s, leavesGap);
    writeFlag(checkpoint, u"incomplete"_s, incomplete);
    checkpoint.insert(u"windows"_s, windowsJson(windows));
    checkpoint.insert(u"phase"_s, PhaseNames[static_cast<std::size_t>(phase)]);
    writeCount(checkpoint, u"page"_s, page);
    writeCount(checkpoint, u"total"_s, total);
    writeCount(checkpoint, u"first_total"_s, firstTotal);
    writeCount(checkpoint, u"steps_back"_s, stepsBack);
    writeTime(checkpoint, u"reached"_s, reached);
    writeTime(checkpoint, u"as_of"_s, asOf);
    return checkpoint;
}

} // namespace Trailglass
