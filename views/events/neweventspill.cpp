// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/neweventspill.h"

#include "views/common/announcer.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int PillBorder = 2; // px
constexpr int PillSide = 16; // px, to the left and to the right of the text
constexpr int PillEdge = 5; // px, above and below it

} // namespace

NewEventsPill::NewEventsPill(QWidget *parent)
    : QPushButton(parent)
    , m_announcer(new Announcer(*this))
{
    setObjectName("newEventsPill"_L1);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    hide();
}

void NewEventsPill::offer(const QString &text, const QKeySequence &keys)
{
    setText(tr("%1 ▸", "leads to the new events").arg(text));
    setAccessibleName(text);
    setToolTip(tr("Show the new events (%1)").arg(keys.toString(QKeySequence::NativeText)));
    show();
    adjustSize();
    raise();
    m_announcer->update();
}

QSize NewEventsPill::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * PillSide, fontMetrics().height() + 2 * PillEdge};
}

void NewEventsPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMarked = hasFocus() || underMouse();
    painter.setPen(QPen(palette().color(isMarked ? QPalette::WindowText : QPalette::Base), PillBorder));
    painter.setBrush(palette().color(QPalette::Highlight));
    const qreal inset = PillBorder / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), height() / 2.0,
                            height() / 2.0);
    painter.setPen(palette().color(QPalette::HighlightedText));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
}

} // namespace Trailglass

#include "moc_neweventspill.cpp"
