// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reportdocument.h"

#include "models/core/combiningmarks.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/evidence/reportsections.h"
#include "models/evidence/reporttimes.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

ReportDocument reportDocument(const Report &report)
{
    const ReportTimes times(report.zone);
    ReportDocument document;
    document.title = report.title;
    document.caseText = report.caseText;
    const QString made = times.moment(report.made);
    document.origin = report.author.isEmpty()
        ? Trailglass::tr("%1, %2", "program and time of a report").arg(report.program, made)
        : Trailglass::tr("%1, by %2, %3", "program, author and time of a report")
              .arg(report.program, report.author, made);
    addReportHead(document.blocks, report, times);
    addReportCounts(document.blocks, report);
    addReportCoverage(document.blocks, report, times);
    addReportRows(document.blocks, report, times);
    addMarkedEvents(document.blocks, report, times);
    addReportEvidence(document.blocks, report, times);
    return document;
}

QString plainReportText(const QString &text)
{
    // What was typed may hold half of a pair.
    const QString whole = text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
    QString plain = withFewMarks(visibleText(whole));
    // These two are no characters, and may not be in XML.
    plain.replace(QChar(u'\uFFFE'), u"<U+FFFE>"_s);
    plain.replace(QChar(u'\uFFFF'), u"<U+FFFF>"_s);
    return plain;
}

QString plainReportText(const ReportCell &cell)
{
    QString text;
    for (const ReportTextRun &run : cell.runs)
        text += plainReportText(run.text);
    return text;
}

ReportCell reportCell(const QString &text)
{
    return {.runs = {{text, false}}};
}

QStringList reportLines(const QString &text)
{
    QStringList lines = QString(text).replace(u"\r\n"_s, u"\n"_s).split(u'\n');
    while (lines.size() > 1 && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace Trailglass
