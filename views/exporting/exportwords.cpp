// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/exporting/exportwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Trailglass::ExportWords {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExportWords)
};

/// The number beside the word, so that both can be translated and neither is wrong for one.
QString counted(qint64 number, const QString &one, const QString &many)
{
    return (number == 1 ? one : many).arg(QLocale().toString(number));
}

QString rowsText(qint64 rows)
{
    return counted(rows, Words::tr("%1 row"), Words::tr("%1 rows"));
}

} // namespace

QString summary(const ExportSummary &summary)
{
    QStringList parts{rowsText(summary.rows),
                      counted(summary.columns, Words::tr("%1 column"), Words::tr("%1 columns")),
                      Words::tr("UTC")};
    if (summary.neutralisedCells > 0)
        parts.append(counted(summary.neutralisedCells, Words::tr("%1 cell neutralised"),
                             Words::tr("%1 cells neutralised")));
    return parts.join(u" · "_s);
}

QString uncounted(qint64 rows)
{
    return QStringList{rowsText(rows), Words::tr("UTC"), Words::tr("cells not counted")}.join(u" · "_s);
}

} // namespace Trailglass::ExportWords
