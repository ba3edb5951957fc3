// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/report/reportpaper.h"

#include <QPointF>
#include <QRectF>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <variant>
#include <vector>

namespace Trailglass {

/// A line of a text at its place on a page.
struct PlacedLine
{
    std::shared_ptr<const QTextLayout> layout; ///< not null
    int line = 0; ///< of the layout
    QPointF place; ///< upper left corner of the space for the line
    ReportPaper::Ink ink = ReportPaper::Ink::Text;

    [[nodiscard]] QString text() const;
    /// What is covered by letters.
    [[nodiscard]] QRectF rect() const;
};

/// A filled rectangle: a bar, a rule, a ground.
struct PlacedRect
{
    QRectF rect;
    ReportPaper::Ink ink = ReportPaper::Ink::Bar;
};

/// What is painted on one page, in order.
struct ReportPage
{
    std::vector<std::variant<PlacedRect, PlacedLine>> items;
};

} // namespace Trailglass
