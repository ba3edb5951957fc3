// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/exporting/exporttext.h"

#include "models/core/text.h"
#include "models/core/translation.h"

#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Trailglass::ExportText {

namespace {

/// At most so many gaps are listed.
constexpr int MaxGaps = 4;

/// The number beside the word, so that both can be translated and neither is wrong for one.
QString counted(qint64 number, const QString &one, const QString &many)
{
    return (number == 1 ? one : many).arg(QLocale().toString(number));
}

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
    return counted(rows, Trailglass::tr("%1 row"), Trailglass::tr("%1 rows"));
}

} // namespace

QString summary(const ExportFigures &figures)
{
    QStringList parts{rowsText(figures.rows),
                      counted(figures.columns, Trailglass::tr("%1 column"), Trailglass::tr("%1 columns")),
                      Trailglass::tr("UTC")};
    if (figures.neutralisedCells > 0)
        parts.append(counted(figures.neutralisedCells, Trailglass::tr("%1 formula escaped"),
                             Trailglass::tr("%1 formulas escaped")));
    return parts.join(u" · "_s);
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
    const auto count = static_cast<qint64>(gaps.size());
    if (count > MaxGaps)
        listed.append(Trailglass::tr("%1 more").arg(QLocale().toString(count - MaxGaps)));
    return Trailglass::tr("%1: %2. Events may be missing there.")
        .arg(counted(count, Trailglass::tr("%1 coverage gap"), Trailglass::tr("%1 coverage gaps")),
             listed.join(u", "_s));
}

} // namespace Trailglass::ExportText
