// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "models/evidence/reportdocument.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <variant>

namespace Trailglass::Testing {

inline constexpr UtcMicros ReportNoon{1'795'176'000'000'000}; ///< 2026-11-20 12:00:00 UTC

/// Makes a text of a report from a word for it.
using ReportTextOf = std::function<QString(const QString &word)>;

/// The word itself.
inline QString plainWord(const QString &word)
{
    return word;
}

inline Histogram sampleHistogram(int bins)
{
    Histogram histogram;
    histogram.values = {"success", "failure"};
    histogram.counts.resize(2);
    for (int bin = 0; bin < bins; ++bin) {
        histogram.bins.push_back(
            {ReportNoon + bin * UtcMicros::PerHour, ReportNoon + (bin + 1) * UtcMicros::PerHour});
        histogram.counts[0].push_back(bin * 7 % 11);
        histogram.counts[1].push_back(bin % 5 == 0 ? 1 : 0);
    }
    return histogram;
}

inline ReportEvent sampleReportEvent(const ReportTextOf &text, int number)
{
    const QString digits = QString::number(number);
    ReportEvent event;
    event.source = text(QStringLiteral("source of ") + digits);
    event.id = text(QStringLiteral("id of ") + digits);
    event.created = ReportNoon + number;
    event.received = ReportNoon + UtcMicros::PerHour;
    event.leaf = number;
    event.mark = ReportRemark{QStringLiteral("red"), text(QStringLiteral("marker")), ReportNoon};
    event.note = ReportRemark{text(QStringLiteral("remark")), text(QStringLiteral("noter")), ReportNoon};
    event.fields = {{QStringLiteral("action"), text(QStringLiteral("action of ") + digits)},
                    {QStringLiteral("message"), text(QStringLiteral("message of ") + digits)}};
    event.changes = {{0, text(QStringLiteral("role")), {}, {}},
                     {1,
                      text(QStringLiteral("name of role")),
                      {{QStringLiteral("was "), false}, {text(QStringLiteral("member")), true}},
                      {{QStringLiteral("is "), false}, {text(QStringLiteral("owner")), true}}}};
    return event;
}

inline ReportRow sampleReportRow(const ReportTextOf &text, int number)
{
    const QString digits = QString::number(number);
    ReportRow row;
    row.created = ReportNoon + number * UtcMicros::PerMinute;
    row.source = text(QStringLiteral("origin of ") + digits);
    row.actor = text(QStringLiteral("actor of ") + digits);
    row.action = text(QStringLiteral("deed of ") + digits);
    row.target = text(QStringLiteral("target of ") + digits);
    row.ip = text(QStringLiteral("address of ") + digits);
    row.outcome = QStringLiteral("unknown");
    return row;
}

/// A report with something of everything.
/// \param text  makes each text that somebody else wrote
/// \param marked  number of marked events
inline Report sampleReport(const ReportTextOf &text = plainWord, int marked = 2)
{
    Report report;
    report.title = text(QStringLiteral("title"));
    report.caseText = text(QStringLiteral("case"));
    report.note = text(QStringLiteral("note of the author"));
    report.author = text(QStringLiteral("author"));
    report.program = QStringLiteral("Trailglass 1");
    report.workspace = QStringLiteral("0123456789abcdef");
    report.made = ReportNoon + UtcMicros::PerDay;
    report.typedFilter = text(QStringLiteral("typed filter"));
    report.canonicalFilter = text(QStringLiteral("canonical filter"));
    report.resolvedFilter = text(QStringLiteral("resolved filter"));
    report.interval = {ReportNoon, ReportNoon + UtcMicros::PerDay};
    report.events = 120;
    report.first = ReportNoon;
    report.last = ReportNoon + UtcMicros::PerHour;
    report.sources = {{text(QStringLiteral("work")), QStringLiteral("asana"), 100, 3, 4},
                      {text(QStringLiteral("catalog")), QStringLiteral("secoda"), 20, 0, 0}};
    report.operations.values = {{QStringLiteral("update"), 100}, {QStringLiteral("delete"), 20}};
    report.outcomes.values = {{QStringLiteral("success"), 110}, {QStringLiteral("failure"), 10}};
    report.actors.values = {{text(QStringLiteral("ann")), 70}, {{}, 20}};
    report.actors.otherValues = 5;
    report.actors.otherEvents = 30;
    report.histogram = sampleHistogram(24);
    report.gaps.push_back({text(QStringLiteral("gap")),
                           {ReportNoon + UtcMicros::PerHour, ReportNoon + 2 * UtcMicros::PerHour}});
    for (int number = 0; number < 3; ++number)
        report.rows.push_back(sampleReportRow(text, number));
    for (int number = 0; number < marked; ++number)
        report.marked.push_back(sampleReportEvent(text, number));
    report.checkpoint = ReportCheckpoint{QStringLiteral("trailglass.local/0123456789abcdef"),
                                         130,
                                         QString(64, u'a'),
                                         ReportNoon,
                                         text(QStringLiteral("signed note")),
                                         text(QStringLiteral("public key")),
                                         140};
    report.bundle = ReportBundle{text(QStringLiteral("bundle.zip")), QString(64, u'b')};
    report.warnings = {text(QStringLiteral("warning"))};
    return report;
}

/// Every text of a document, in order: a cell is one text.
inline QStringList textsOf(const ReportDocument &document)
{
    struct Texts
    {
        QStringList &all;

        void operator()(const ReportHeading &heading) const { all.append(heading.text); }
        void operator()(const ReportParagraph &paragraph) const { all.append(paragraph.text); }
        void operator()(const ReportLines &lines) const { all += lines.lines; }
        void operator()(const ReportFacts &facts) const
        {
            for (const ReportFact &fact : facts.facts) {
                all.append(fact.label);
                all += fact.lines;
            }
        }
        void operator()(const ReportTable &table) const
        {
            for (const ReportColumn &column : table.columns)
                all.append(column.title);
            for (const std::vector<ReportCell> &row : table.rows) {
                for (const ReportCell &cell : row) {
                    QString text;
                    for (const ReportTextRun &run : cell.runs)
                        text += run.text;
                    all.append(text);
                }
            }
        }
        void operator()(const ReportChart &chart) const
        {
            for (const ReportSeries &series : chart.series)
                all.append(series.name);
        }
    };
    QStringList all{document.title, document.caseText, document.origin};
    for (const ReportBlock &block : document.blocks)
        std::visit(Texts{all}, block);
    return all;
}

} // namespace Trailglass::Testing
