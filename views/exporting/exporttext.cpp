// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/exporting/exporttext.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <QLocale>
#include <QStringList>

#include <iterator>

using namespace Qt::StringLiterals;

namespace Trailglass::ExportText {

namespace {

/// At most so many gaps are listed.
constexpr int MaxGaps = 4;

QString gapText(const ExportFigures::Gap &gap)
{
    constexpr qsizetype DateLength = 10; // of formatTime()
    constexpr qsizetype ClockLength = 8;
    const QString from = toQString(formatTime(gap.from));
    const QString to = toQString(formatTime(gap.to));
    const QString fromDay = from.left(DateLength);
    if (const QString toDay = to.left(DateLength); toDay != fromDay)
        return Trailglass::tr("%1 %2 to %3", "source, day, day").arg(gap.source, fromDay, toDay);
    return Trailglass::tr("%1 %2 %3 to %4", "source, day, time, time")
        .arg(gap.source, fromDay, from.mid(DateLength + 1, ClockLength), to.mid(DateLength + 1, ClockLength));
}

QString rowsText(qint64 rows)
{
    return Trailglass::tr("%1 row(s)", nullptr, countArgument(rows)).arg(QLocale().toString(rows));
}

/// \param parts  go before
QString withZoneAndFormulas(QStringList parts, const ExportFigures &figures)
{
    parts.append(Trailglass::tr("UTC"));
    if (figures.neutralisedCells > 0)
        parts.append(
            Trailglass::tr("%Ln formula(s) escaped", nullptr, countArgument(figures.neutralisedCells)));
    return parts.join(u" · "_s);
}

} // namespace

QString summary(const ExportFigures &figures)
{
    return withZoneAndFormulas(
        {rowsText(figures.rows), Trailglass::tr("%Ln column(s)", nullptr, countArgument(figures.columns))},
        figures);
}

QString bundleSummary(const ExportFigures &figures)
{
    return withZoneAndFormulas(
        {rowsText(figures.rows), Trailglass::tr("all fields and the JSON"),
         Trailglass::tr("%Ln column(s) in events.csv", nullptr, countArgument(figures.columns))},
        figures);
}

QString uncounted(qint64 rows)
{
    return QStringList{rowsText(rows), Trailglass::tr("UTC"), Trailglass::tr("cells not counted")}.join(
        u" · "_s);
}

QString gaps(const std::vector<ExportFigures::Gap> &gaps)
{
    if (gaps.empty())
        return {};
    QStringList listed;
    for (const ExportFigures::Gap &gap : gaps) {
        if (listed.size() == MaxGaps)
            break;
        listed.append(gapText(gap));
    }
    const int count = countArgument(std::ssize(gaps));
    const QString text = listed.join(u", "_s);
    if (count <= MaxGaps)
        return Trailglass::tr("%Ln coverage gap(s): %1. Events may be missing there.", "sources with times",
                              count)
            .arg(text);
    return Trailglass::tr("%Ln coverage gap(s): %1, and %2 more. Events may be missing there.",
                          "sources with times, a number", count)
        .arg(text, QLocale().toString(count - MaxGaps));
}

} // namespace Trailglass::ExportText
