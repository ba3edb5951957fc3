// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/elidedlabel.h"

#include "views/common/plaintext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Trailglass {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("&Copy"), this);
    copy->setObjectName("copyLabel"_L1);
    addAction(copy);
    connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_whole); });
}

void ElidedLabel::show(const QString &text)
{
    m_whole = text;
    QString start = text.left(MaxCharacters);
    if (start.size() < text.size()) {
        if (start.back().isHighSurrogate())
            start.chop(1);
        start += u'…';
    }
    PlainText::show(this, start);
    updateToolTip();
}

/// What margins and the frame take.
QSize ElidedLabel::around() const
{
    const QMargins frame = contentsMargins();
    return {frame.left() + frame.right() + 2 * margin(), frame.top() + frame.bottom() + 2 * margin()};
}

QSize ElidedLabel::sizeHint() const
{
    return around() + QSize(fontMetrics().horizontalAdvance(text()) + 1, fontMetrics().height());
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, around().height() + fontMetrics().height()};
}

QString ElidedLabel::elided() const
{
    const int room = contentsRect().width() - 2 * margin();
    return fontMetrics().elidedText(text(), Qt::ElideRight, room);
}

void ElidedLabel::updateToolTip()
{
    const bool isCut = m_whole.size() > MaxCharacters || elided() != text();
    setToolTip(isCut ? PlainText::toolTip(m_whole) : QString());
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawFrame(&painter);
    const QRect room = contentsRect().marginsRemoved({margin(), margin(), margin(), margin()});
    painter.setClipRect(room); // combining marks reach as far up and down as somebody has put of them
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), alignment());
    style()->drawItemText(&painter, room, static_cast<int>(side) | Qt::TextSingleLine, palette(), isEnabled(),
                          elided(), foregroundRole());
}

} // namespace Trailglass

#include "moc_elidedlabel.cpp"
