// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/report/brokentext.h"

#include <QTextCharFormat>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace Trailglass {
namespace {

constexpr qreal LineDistance = 1.14; // of the height of a line's letters

using FormatRanges = QList<QTextLayout::FormatRange>;

FormatRanges changedRanges(const ReportCell &cell)
{
    QTextCharFormat changed;
    changed.setBackground(ReportPaper::colour(ReportPaper::Ink::Changed));
    FormatRanges ranges;
    qsizetype first = 0;
    for (const ReportTextRun &run : cell.runs) {
        const qsizetype length = plainReportText(run.text).size();
        if (run.isChanged && length > 0)
            ranges.append({static_cast<int>(first), static_cast<int>(length), changed});
        first += length;
    }
    return ranges;
}

/// \param plain  as it is shown
BrokenText breakPlain(const QString &plain, const FormatRanges &formats, ReportPaper::Letters letters,
                      ReportPaper::Ink ink, qreal width, Qt::Alignment alignment)
{
    auto layout = std::make_shared<QTextLayout>(plain, ReportPaper::font(letters));
    QTextOption option(alignment | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->setFormats(formats);
    layout->setCacheEnabled(true);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({});
    }
    layout->endLayout();
    return {std::move(layout), ink};
}

} // namespace

qreal BrokenText::height(int line) const
{
    return std::ceil(layout->lineAt(line).height() * LineDistance);
}

qreal BrokenText::height() const
{
    qreal sum = 0;
    for (int line = 0; line < lines(); ++line)
        sum += height(line);
    return sum;
}

qreal BrokenText::width() const
{
    qreal widest = 0;
    for (int line = 0; line < lines(); ++line)
        widest = std::max(widest, layout->lineAt(line).naturalTextWidth());
    return widest;
}

BrokenText breakText(const QString &text, ReportPaper::Letters letters, ReportPaper::Ink ink, qreal width,
                     Qt::Alignment alignment)
{
    return breakPlain(plainReportText(text), {}, letters, ink, width, alignment);
}

BrokenText breakText(const ReportCell &cell, ReportPaper::Letters letters, ReportPaper::Ink ink, qreal width,
                     Qt::Alignment alignment)
{
    return breakPlain(plainReportText(cell), changedRanges(cell), letters, ink, width, alignment);
}

} // namespace Trailglass
