// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/report/brokentext.h"
#include "views/report/reportpage.h"

#include <functional>
#include <utility>
#include <vector>

namespace Trailglass {

/// A column of a row: texts one below the other.
struct RowCell
{
    qreal left = 0;
    std::vector<BrokenText> texts = {};

    [[nodiscard]] qreal height() const;
};

/// Fills pages from top to bottom.
class ReportFlow
{
public:
    /// \param top, bottom  of the content of every page; at least as far apart as the highest line
    ReportFlow(qreal top, qreal bottom);

    /// Where the next thing begins.
    [[nodiscard]] qreal y() const { return m_y; }
    /// What is left of the page.
    [[nodiscard]] qreal room() const { return m_bottom - m_y; }
    /// What a page holds.
    [[nodiscard]] qreal pageHeight() const { return m_bottom - m_top; }

    void startPage();
    /// Starts a page unless there is room for so much, or the page is empty.
    /// \returns whether it did
    bool require(qreal height);
    /// Leaves some space, but at the top of a page.
    void addSpace(qreal height);
    void advance(qreal height) { m_y += height; }

    /// Places a rectangle on the present page, wherever that is.
    void place(const QRectF &rect, ReportPaper::Ink ink);
    /// Places a line of a text, likewise.
    void place(const BrokenText &text, int line, const QPointF &corner);

    /// Adds a text, on as many pages as it needs.
    void addText(const BrokenText &text, qreal left);
    /// Adds a row; its columns go on side by side on the next page.
    /// \param startedPage  called after each page that had to be started; may add to it
    void addRow(const std::vector<RowCell> &cells, const std::function<void()> &startedPage = {});

    /// The pages so far, at least one. The flow ends.
    [[nodiscard]] std::vector<ReportPage> takePages() { return std::move(m_pages); }

private:
    qreal m_top;
    qreal m_bottom;
    qreal m_y;
    std::vector<ReportPage> m_pages = std::vector<ReportPage>(1);
};

} // namespace Trailglass
