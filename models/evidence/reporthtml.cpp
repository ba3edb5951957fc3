// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reporthtml.h"

#include "models/core/translation.h"
#include "models/evidence/reportstyle.h"
#include "models/evidence/reportsvg.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

constexpr int MaxHtmlLevel = 9; // of classes in reportStyleSheet()

QString htmlElement(QLatin1StringView name, const QString &content)
{
    return u'<' + name + u'>' + content + "</"_L1 + name + ">\n"_L1;
}

QString htmlElement(QLatin1StringView name, QLatin1StringView kind, const QString &content)
{
    return u'<' + name + " class=\""_L1 + kind + "\">"_L1 + content + "</"_L1 + name + ">\n"_L1;
}

QString htmlCell(const ReportCell &cell, const ReportColumn &column)
{
    if (column.kind == ReportColumn::Kind::Share) {
        // An attribute, not a style: the policy permits none beside the style sheet.
        const QString bar =
            u"<svg class=\"share\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" "
            "aria-hidden=\"true\"><rect x=\"0\" y=\"0\" width=\"%1\" height=\"8\" /></svg>"_s.arg(
                QString::number(cell.share * 100, 'f', 2));
        return htmlElement("td"_L1, bar);
    }
    QString content;
    for (const ReportTextRun &run : cell.runs) {
        const QString text = escapedHtml(run.text);
        content += run.isChanged ? QString("<mark>"_L1 + text + "</mark>"_L1) : text;
    }
    if (column.kind == ReportColumn::Kind::Number)
        return htmlElement("td"_L1, "number"_L1, content);
    if (column.kind == ReportColumn::Kind::Words)
        return htmlElement("td"_L1, "words"_L1, content);
    if (cell.level == 0)
        return htmlElement("td"_L1, content);
    return u"<td class=\"level%1\">%2</td>\n"_s.arg(QString::number(qBound(1, cell.level, MaxHtmlLevel)),
                                                    content);
}

/// Writes each kind of block.
struct HtmlBlocks
{
    QString operator()(const ReportHeading &heading) const
    {
        const QLatin1StringView name = heading.level == 1 ? "h1"_L1 : heading.level == 2 ? "h2"_L1 : "h3"_L1;
        return htmlElement(name, escapedHtml(heading.text));
    }

    QString operator()(const ReportParagraph &paragraph) const
    {
        switch (paragraph.tone) {
        case ReportParagraph::Tone::Quiet:
            return htmlElement("p"_L1, "quiet"_L1, escapedHtml(paragraph.text));
        case ReportParagraph::Tone::Warning:
            return htmlElement("p"_L1, "warning"_L1, escapedHtml(paragraph.text));
        case ReportParagraph::Tone::Ordinary:
            break;
        }
        return htmlElement("p"_L1, escapedHtml(paragraph.text));
    }

    QString operator()(const ReportLines &lines) const
    {
        QStringList shown;
        for (const QString &line : lines.lines)
            shown.append(escapedHtml(line));
        return htmlElement("pre"_L1, shown.join(u'\n'));
    }

    QString operator()(const ReportFacts &facts) const
    {
        QString rows = u"\n"_s;
        for (const ReportFact &fact : facts.facts) {
            rows += htmlElement("dt"_L1, escapedHtml(fact.label));
            for (const QString &line : fact.lines) {
                rows += fact.isCode ? htmlElement("dd"_L1, "code"_L1, escapedHtml(line))
                                    : htmlElement("dd"_L1, escapedHtml(line));
            }
        }
        return htmlElement("dl"_L1, rows);
    }

    QString operator()(const ReportTable &table) const
    {
        QString head;
        for (const ReportColumn &column : table.columns)
            head += htmlElement("th"_L1, escapedHtml(column.title));
        QString body;
        for (const std::vector<ReportCell> &row : table.rows) {
            QString cells = u"\n"_s;
            for (std::size_t column = 0; column < table.columns.size(); ++column)
                cells += htmlCell(row[column], table.columns[column]);
            body += htmlElement("tr"_L1, cells);
        }
        const QLatin1StringView open = table.isDense ? "<table class=\"dense\">\n"_L1 : "<table>\n"_L1;
        return open + "<thead><tr>\n"_L1 + head + "</tr></thead>\n<tbody>\n"_L1 + body
            + "</tbody>\n</table>\n"_L1;
    }

    QString operator()(const ReportChart &chart) const { return reportSvg(chart); }
};

/// Permits the style sheet and nothing else: no script, no picture, no request, no form.
QString htmlPolicy(QByteArrayView styleSheet)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(styleSheet);
    return "default-src 'none'; style-src 'sha256-"_L1 + QString::fromLatin1(hash.result().toBase64())
        + "'; base-uri 'none'; form-action 'none'"_L1;
}

QString htmlHead(const ReportDocument &document)
{
    const QByteArrayView styles = reportStyleSheet();
    return "<head>\n<meta charset=\"utf-8\" />\n<meta http-equiv=\"Content-Security-Policy\" content=\""_L1
        + escapedHtml(htmlPolicy(styles))
        + "\" />\n<meta name=\"referrer\" content=\"no-referrer\" />\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"_L1
        + htmlElement("title"_L1, escapedHtml(document.title)) + "<style>"_L1 + QString::fromLatin1(styles)
        + "</style>\n</head>\n"_L1;
}

} // namespace

QByteArray reportHtml(const Report &report)
{
    return reportHtml(reportDocument(report));
}

QByteArray reportHtml(const ReportDocument &document)
{
    const QString language =
        Trailglass::tr("en", "BCP 47 tag of the language that these texts are translated into");
    QString html = "<!DOCTYPE html>\n<html lang=\""_L1 + escapedHtml(language) + "\">\n"_L1
        + htmlHead(document) + "<body>\n<main>\n"_L1;
    for (const ReportBlock &block : document.blocks)
        html += std::visit(HtmlBlocks(), block);
    html += "</main>\n<footer>"_L1 + escapedHtml(document.origin) + "</footer>\n</body>\n</html>\n"_L1;
    return html.toUtf8();
}

QString escapedHtml(const QString &text)
{
    return plainReportText(text).toHtmlEscaped();
}

} // namespace Trailglass
