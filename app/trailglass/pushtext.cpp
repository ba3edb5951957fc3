// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/pushtext.h"

#include "models/core/countargument.h"
#include "models/core/translation.h"
#include "models/table/timeformatter.h"

#include <QLocale>

namespace Trailglass {

namespace {

QString pushedText(const PushReport &report, const QString &time)
{
    const QLocale locale;
    if (report.events == 0 && report.takenBack == 0 && report.leftOut == 0)
        return Trailglass::tr("At %1 the archive had all events of this workspace.").arg(time);
    QString text = Trailglass::tr("Pushed at %1. Events: %2, superseded or removed: %3.", "time, numbers")
                       .arg(time, locale.toString(report.events), locale.toString(report.takenBack));
    if (report.leftOut > 0) {
        text = inSequence(text,
                          Trailglass::tr("%Ln event(s) are too large for an archive and were left out.",
                                         nullptr, countArgument(report.leftOut)));
    }
    return text;
}

} // namespace

PushRow pushRow(const QString &archive, const LastPush &last, const QTimeZone &zone)
{
    PushRow row{.archive = archive};
    const QString time = last.at ? exactTime(*last.at, zone) : QString();
    if (last.isAsked) {
        row.last = Trailglass::tr("Reading from the archive…");
        row.details = Trailglass::tr("Reading from the archive when this workspace was last pushed into it.");
    } else if (!last.fault.isEmpty()) {
        row.last = last.at ? Trailglass::tr("Failed: %1", "time").arg(time)
                           : Trailglass::tr("Not known", "when a push was");
        row.details = last.fault;
        row.isFault = true;
    } else if (last.report) {
        row.last = time;
        row.details = pushedText(*last.report, time);
    } else if (last.at) {
        row.last = time;
        row.details =
            Trailglass::tr("The last events of this workspace in the archive were pushed at %1.").arg(time);
    } else {
        row.last = Trailglass::tr("None yet", "push");
        row.details = Trailglass::tr("This workspace has not pushed any events into the archive yet.");
    }
    return row;
}

} // namespace Trailglass
