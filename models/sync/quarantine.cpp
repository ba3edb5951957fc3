// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/quarantine.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QString placeOf(const UnreadableRow &row, const QString &place)
{
    return row.line > 0 ? Trailglass::tr("%1, line %2").arg(place, QString::number(row.line)) : place;
}

} // namespace

QString pagePlace(qint64 page, const std::optional<TimeWindow> &window)
{
    const QString number = QString::number(page);
    if (!window || (!window->from && !window->to)) {
        return Trailglass::tr("page %1").arg(number);
    }
    if (!window->to) {
        return Trailglass::tr("page %1 of events since %2").arg(number, toQString(formatTime(*window->from)));
    }
    if (!window->from) {
        return Trailglass::tr("page %1 of events until %2").arg(number, toQString(formatTime(*window->to)));
    }
    return Trailglass::tr("page %1 of events from %2 to %3")
        .arg(number, toQString(formatTime(*window->from)), toQString(formatTime(*window->to)));
}

QString filePlace(const QString &file)
{
    return file == "-"_L1 ? Trailglass::tr("standard input") : QFileInfo(file).fileName();
}

QString conflictWarning(qint64 count)
{
    return Trailglass::tr(
        "%Ln event(s) arrived again with different content for the same ID; the first version is "
        "stored, others are quarantined: of each event the first and the latest.",
        nullptr, countArgument(count));
}

std::vector<Quarantined> quarantined(std::vector<UnreadableRow> rows, const QString &place)
{
    std::vector<Quarantined> kept;
    kept.reserve(rows.size());
    for (UnreadableRow &row : rows) {
        kept.push_back({.bytes = std::move(row.bytes),
                        .length = row.length,
                        .offset = row.offset,
                        .reason = std::move(row.reason),
                        .place = placeOf(row, place)});
    }
    return kept;
}

} // namespace Trailglass
