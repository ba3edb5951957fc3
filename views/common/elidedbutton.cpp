// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/elidedbutton.h"

#include "models/core/combiningmarks.h"
#include "models/core/text.h"
#include "views/common/plaintext.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace Trailglass {

namespace {

constexpr qsizetype MaxButtonText = 1'000; // characters; more is never in sight
constexpr int ButtonPadding = 16; // px, both sides together

} // namespace

ElidedButton::ElidedButton(QWidget *parent)
    : QPushButton(parent)
{
    setFlat(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedButton::show(const QString &sentence)
{
    m_shown = withFewMarks(visibleText(sentence.left(MaxButtonText)));
    setText(PlainText::caption(sentence.left(MaxButtonText)));
    setToolTip(PlainText::toolTip(sentence));
    setAccessibleName(m_shown);
    updateGeometry();
    setVisible(true);
}

QSize ElidedButton::sizeHint() const
{
    // A pixel more: widths of texts are fractions, which are rounded to the nearest pixel here and compared as they are
    // where a text is cut.
    return {fontMetrics().horizontalAdvance(m_shown) + 1 + ButtonPadding, QPushButton::sizeHint().height()};
}

QSize ElidedButton::minimumSizeHint() const
{
    return {ButtonPadding, QPushButton::sizeHint().height()};
}

void ElidedButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text =
        PlainText::caption(fontMetrics().elidedText(m_shown, Qt::ElideRight, width() - ButtonPadding));
    option.palette.setColor(QPalette::ButtonText, palette().color(QPalette::Link));
    painter.drawControl(QStyle::CE_PushButton, option);
}

} // namespace Trailglass

#include "moc_elidedbutton.cpp"
