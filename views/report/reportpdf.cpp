// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/report/reportpdf.h"

#include "models/core/translation.h"
#include "models/core/utcmicros.h"
#include "models/evidence/reportdocument.h"
#include "views/report/reportlayout.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>

#include <variant>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

constexpr QByteArrayView CreationKey = "/CreationDate (D:";
constexpr qsizetype DateLength = 14; // YYYYMMDDHHMMSS

void paintItem(QPainter &painter, const PlacedRect &item)
{
    painter.fillRect(item.rect, ReportPaper::colour(item.ink));
}

void paintItem(QPainter &painter, const PlacedLine &item)
{
    painter.setPen(ReportPaper::colour(item.ink));
    item.layout->lineAt(item.line).draw(&painter, item.place);
}

/// `20261130100000`, in UTC.
QByteArray pdfDate(UtcMicros time)
{
    QByteArray date = QByteArray::fromStdString(formatTime(time));
    date.removeIf([](char letter) { return letter < '0' || letter > '9'; });
    return date.left(DateLength);
}

/// Qt takes the machine's clock and zone. The date is as long as the other one, so that the places that the file lists of
/// its parts stay right.
void setCreationDate(QByteArray &pdf, UtcMicros made)
{
    const qsizetype start = pdf.indexOf(CreationKey);
    if (start < 0)
        return;
    const qsizetype first = start + CreationKey.size();
    const qsizetype length = pdf.indexOf(')', first) - first;
    QByteArray date = pdfDate(made);
    if (length == DateLength + 1)
        date += 'Z';
    else
        date += "+00'00'";
    if (date.size() == length)
        pdf.replace(first, length, date);
}

Result<void> paintPages(QPdfWriter &writer, const std::vector<ReportPage> &pages, const CancelToken &cancel)
{
    const Error failure{ErrorKind::Unsupported,
                        Trailglass::tr("The pages of the report could not be painted. Write HTML instead.")};
    QPainter painter(&writer);
    if (!painter.isActive())
        return failure;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (cancel.isCancelled())
            return Error{ErrorKind::Cancelled, Trailglass::tr("The report was cancelled.")};
        if (page > 0 && !writer.newPage())
            return failure;
        for (const auto &item : pages[page].items)
            std::visit([&painter](const auto &content) { paintItem(painter, content); }, item);
    }
    if (!painter.end())
        return failure;
    return {};
}

} // namespace

Result<QByteArray> reportPdf(const Report &report, const CancelToken &cancel)
{
    if (QFontDatabase::families().isEmpty()) {
        return Error{
            ErrorKind::Unsupported,
            Trailglass::tr("A PDF file needs a font, and none is installed. Install one, such as DejaVu "
                           "(Debian: fonts-dejavu-core), or write HTML.")};
    }
    const ReportDocument document = reportDocument(report);
    const auto pages = layOutReport(document, cancel);

    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(ReportPaper::UnitsPerInch);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
    writer.setTitle(plainReportText(document.title));
    writer.setCreator(plainReportText(report.program));
    if (const auto painted = paintPages(writer, pages, cancel); !painted)
        return painted.error();
    setCreationDate(bytes, report.made);
    return bytes;
}

} // namespace Trailglass
