// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/evidence/reportdocument.h"
#include "views/report/reportpaper.h"

#include <QString>
#include <QTextLayout>

#include <memory>

namespace Trailglass {

/// A text in lines that fit a width: between words, and within a word that is longer than a line.
/// \thread any
struct BrokenText
{
    std::shared_ptr<const QTextLayout> layout; ///< not null; each line is laid out at (0, 0)
    ReportPaper::Ink ink = ReportPaper::Ink::Text;

    [[nodiscard]] int lines() const { return layout->lineCount(); }
    /// From one line to the next.
    /// \pre line < lines()
    [[nodiscard]] qreal height(int line) const;
    /// Of all lines.
    [[nodiscard]] qreal height() const;
    /// Of the widest line.
    [[nodiscard]] qreal width() const;
};

/// Breaks a text, which is shown as plainReportText(). An empty one has one empty line.
/// \param width  > 0
/// \param alignment  of the lines within the width: Qt::AlignLeft or Qt::AlignRight
[[nodiscard]] BrokenText breakText(const QString &text, ReportPaper::Letters letters, ReportPaper::Ink ink,
                                   qreal width, Qt::Alignment alignment = Qt::AlignLeft);

/// The same for a cell, with a ground under what has changed.
[[nodiscard]] BrokenText breakText(const ReportCell &cell, ReportPaper::Letters letters, ReportPaper::Ink ink,
                                   qreal width, Qt::Alignment alignment = Qt::AlignLeft);

} // namespace Trailglass
