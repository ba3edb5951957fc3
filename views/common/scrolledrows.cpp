// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/scrolledrows.h"

#include <QScrollBar>

#include <algorithm>

namespace Trailglass {

namespace {

constexpr int LeastScrolledLines = 5; ///< of text

} // namespace

ScrolledRows::ScrolledRows(QWidget *rows, QWidget *parent)
    : QScrollArea(parent)
{
    setWidget(rows);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the rows take the keyboard, and come into sight then
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

QSize ScrolledRows::sizeHint() const
{
    const QSize rows = widget()->sizeHint();
    if (!widget()->hasHeightForWidth())
        return rows;
    const int room = isVisible() ? std::max(rows.width(), viewport()->width()) : rows.width();
    return {rows.width(), widget()->heightForWidth(room)};
}

QSize ScrolledRows::minimumSizeHint() const
{
    const QSize rows = widget()->minimumSizeHint();
    return {rows.width() + verticalScrollBar()->sizeHint().width(),
            std::min(rows.height(), LeastScrolledLines * fontMetrics().lineSpacing())};
}

} // namespace Trailglass

#include "moc_scrolledrows.cpp"
