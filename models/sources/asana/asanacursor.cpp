// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/asana/asanacursor.h"

#include "models/sources/cursorjson.h"
#include "models/sources/runplan.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Trailglass {

void AsanaCursor::resume(UtcMicros now)
{
    const bool knowsWhen = asOf.value != 0;
    if (knowsWhen && reached && !endAt && *reached > asOf - Overlap)
        rechecks.append(*reached);
    asOf = now;
}

bool AsanaCursor::turnToRecheck()
{
    if (rechecks.isEmpty())
        return false;
    const UtcMicros place = rechecks.takeFirst();
    startAt = place - Overlap;
    endAt = place + UtcMicros::PerSecond;
    offset.clear();
    return true;
}

AsanaCursor AsanaCursor::fromJson(const Checkpoint &checkpoint)
{
    AsanaCursor cursor;
    cursor.offset = checkpoint.value(u"offset").toString();
    cursor.running = checkpoint.value(u"running").toBool();
    cursor.leavesGap = checkpoint.value(u"leaves_gap").toBool();
    cursor.fellBack = checkpoint.value(u"fell_back").toBool();
    cursor.watermark = readTime(checkpoint, u"watermark");
    cursor.reached = readTime(checkpoint, u"reached");
    for (const QJsonValue place : checkpoint.value(u"rechecks").toArray()) {
        if (const auto time = parseTime(place.toString().toStdString()))
            cursor.rechecks.append(*time);
    }
    cursor.endAt = readTime(checkpoint, u"end_at");
    cursor.startAt = readTime(checkpoint, u"start_at");
    cursor.coveredFrom = readTime(checkpoint, u"covered_from");
    cursor.asOf = readTime(checkpoint, u"as_of").value_or(UtcMicros{});
    return cursor;
}

Checkpoint AsanaCursor::toJson() const
{
    Checkpoint checkpoint;
    if (!offset.isEmpty())
        checkpoint.insert(u"offset"_s, offset);
    writeTime(checkpoint, u"watermark"_s, watermark);
    if (!running)
        return checkpoint;
    writeFlag(checkpoint, u"running"_s, running);
    writeFlag(checkpoint, u"leaves_gap"_s, leavesGap);
    writeFlag(checkpoint, u"fell_back"_s, fellBack);
    writeTime(checkpoint, u"reached"_s, reached);
    QJsonArray places;
    for (const UtcMicros place : rechecks)
        places.append(QString::fromStdString(formatTime(place)));
    if (!places.isEmpty())
        checkpoint.insert(u"rechecks"_s, places);
    writeTime(checkpoint, u"end_at"_s, endAt);
    writeTime(checkpoint, u"start_at"_s, startAt);
    writeTime(checkpoint, u"covered_from"_s, coveredFrom);
    writeTime(checkpoint, u"as_of"_s, asOf);
    return checkpoint;
}

} // namespace Trailglass
