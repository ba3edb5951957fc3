// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/programstyle.h"

#include "views/common/spacing.h"
#include "views/common/theme.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Whether the wheel would change a value.
bool takesWheel(const QWidget *widget)
{
    return qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

} // namespace

ProgramStyle::ProgramStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void ProgramStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (!takesWheel(widget))
        return;
    widget->installEventFilter(this);
    if (widget->focusPolicy() == Qt::WheelFocus)
        widget->setFocusPolicy(Qt::StrongFocus);
}

void ProgramStyle::unpolish(QWidget *widget)
{
    if (takesWheel(widget))
        widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool ProgramStyle::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::Wheel || !takesWheel(widget))
        return QProxyStyle::eventFilter(watched, event);
    if (qobject_cast<const QAbstractSpinBox *>(widget) && widget->hasFocus())
        return false;
    event->ignore(); // goes on to what is around it
    return true;
}

int ProgramStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

int ProgramStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? Spacing::Wide : Spacing::Normal;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Spacing::Normal;
    case PM_TabBarTabHSpace: // both sides: the inspector's five tabs fit beside the table
        return Spacing::Wide;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

void ProgramStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (element == PE_PanelMenu && isDark(option->palette)) {
        // A menu of the same colour as the lists below it would have no edge.
        painter->fillRect(option->rect, option->palette.color(QPalette::Button));
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameMenu && isDark(option->palette)) {
        painter->save();
        painter->setPen(option->palette.color(QPalette::Mid));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    }
    // Fusion takes the outline of a box from the window colour made darker, which on a dark ground is
    // nothing.
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck
        || element == PE_IndicatorRadioButton;
    if (!isBox || !isDark(option->palette))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Colours::quiet(option->palette));
    painter->setBrush(Qt::NoBrush);
    const QRectF outline = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (element == PE_IndicatorRadioButton)
        painter->drawEllipse(outline);
    else
        painter->drawRoundedRect(outline, 2, 2);
    painter->restore();
}

} // namespace Trailglass

#include "moc_programstyle.cpp"
