// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/programstyle.h"

#include "views/common/icons.h"
#include "views/common/rowlist.h"
#include "views/common/spacing.h"
#include "views/common/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDockWidget>
#include <QEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qreal EdgeRadius = 2; // px, as Fusion's
constexpr qreal FocusWidth = 2; // px
/// Fusion puts the frame of a tool button three pixels into it, where its sign is.
constexpr int ToolButtonInset = 2;
/// Of the title of a column with roomy cells, beside what Fusion has, in px.
constexpr int TitleInset = Spacing::Normal - Spacing::Hair;
/// Of an input on a dark ground: 3 : 1 against it, and against the ground inside.
constexpr QLatin1StringView DarkEdge("#6b7480");
/// Of the buttons of a dock, which do not hear of another palette: 3 : 1 on the ground of both.
constexpr QLatin1StringView DockButtons("#7a8491");

bool isRoomy(const QWidget *widget)
{
    return widget && widget->property(RoomyCells).toBool();
}

/// \param outline  through the middle of the line
void paintDarkEdge(QPainter *painter, const QRectF &outline)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QColor(DarkEdge));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(outline, EdgeRadius, EdgeRadius);
    painter->restore();
}

/// \param place  that the frame is in
void paintFrame(QPainter *painter, const QRectF &place, const QColor &colour, qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, width));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(place.adjusted(width / 2, width / 2, -width / 2, -width / 2), EdgeRadius,
                             EdgeRadius);
    painter->restore();
}

/// Of a part of a widget, such as a cell or the text of a button. The ground of the selection shows where the keyboard is
/// by itself; on it a thin one says at which cell.
void paintFocusFrame(QPainter *painter, const QStyleOptionFocusRect &option, const QWidget *widget)
{
    if (!option.state.testFlag(QStyle::State_KeyboardFocusChange))
        return;
    const QColor selection = option.palette.color(QPalette::Highlight);
    const bool isOnSelection =
        option.backgroundColor.isValid() && option.backgroundColor.rgb() == selection.rgb();
    const int beyond = qobject_cast<const QToolButton *>(widget) ? ToolButtonInset : 0;
    paintFrame(painter, QRectF(option.rect).adjusted(-beyond, -beyond, beyond, beyond),
               option.palette.color(isOnSelection ? QPalette::HighlightedText : QPalette::Link),
               isOnSelection ? FocusWidth / 2 : FocusWidth);
}

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
    case PM_FocusFrameHMargin: // the text of a cell begins a pixel after it
        return isRoomy(widget) ? Spacing::Normal - 1 : QProxyStyle::pixelMetric(metric, option, widget);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize ProgramStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (type == CT_ItemViewItem && item)
        whole.setHeight(std::max(whole.height(), item->fontMetrics.height() + Spacing::Tight));
    if (type == CT_HeaderSection && isRoomy(widget))
        whole.rwidth() += 2 * TitleInset;
    return whole;
}

QRect ProgramStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    const QRect place = QProxyStyle::subElementRect(element, option, widget);
    // In line with the cells below it.
    return element == SE_HeaderLabel && isRoomy(widget) ? place.adjusted(TitleInset, 0, -TitleInset, 0)
                                                        : place;
}

QIcon ProgramStyle::standardIcon(StandardPixmap sign, const QStyleOption *option, const QWidget *widget) const
{
    const bool isClose = sign == SP_TitleBarCloseButton;
    if (!qobject_cast<const QDockWidget *>(widget) || (!isClose && sign != SP_TitleBarNormalButton))
        return QProxyStyle::standardIcon(sign, option, widget);
    QIcon icon;
    for (const int pixelRatio : {1, 2})
        icon.addPixmap(
            Icons::pixmap(isClose ? Glyph::Close : Glyph::Float, QColor(DockButtons), 16, pixelRatio));
    return icon;
}

void ProgramStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (element == PE_PanelMenu && isDark(option->palette)) {
        // A menu of the same colour as the lists below it would have no edge.
        painter->fillRect(option->rect, option->palette.color(QPalette::Button));
        return;
    }
    if (const auto *focus = qstyleoption_cast<const QStyleOptionFocusRect *>(option);
        focus && element == PE_FrameFocusRect) {
        paintFocusFrame(painter, *focus, widget);
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
    // Fusion takes the outline of an input and of a box from the window colour made darker, which on a dark ground
    // is nothing.
    if (element == PE_FrameLineEdit && option->state.testFlag(State_HasFocus)) {
        paintFrame(painter, option->rect, option->palette.color(QPalette::Link), FocusWidth);
        return;
    }
    if (element == PE_FrameLineEdit && isDark(option->palette)) {
        paintDarkEdge(painter, QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
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
        painter->drawRoundedRect(outline, EdgeRadius, EdgeRadius);
    painter->restore();
}

void ProgramStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    if (!option->state.testFlag(State_HasFocus))
        return;
    // A text that cannot be edited has no cursor that blinks, and a list without a current row none that has a frame.
    const auto *list = qobject_cast<const QAbstractItemView *>(widget);
    const bool isTextOrList =
        qobject_cast<const QPlainTextEdit *>(widget) || (list && !list->currentIndex().isValid());
    // Fusion shows the focus of a button in the ground that a flat one has not.
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool isFlat = element == CE_PushButton && button
        && button->features.testFlag(QStyleOptionButton::Flat)
        && option->state.testFlag(State_KeyboardFocusChange);
    if (isFlat || (element == CE_ShapedFrame && isTextOrList))
        paintFrame(painter, option->rect, option->palette.color(QPalette::Link), FocusWidth);
}

void ProgramStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (control == CC_ToolButton && button && button->features.testFlag(QStyleOptionToolButton::HasMenu)
        && !button->subControls.testFlag(SC_ToolButtonMenu)) {
        drawMenuButton(*button, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto *spinBox = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control == CC_SpinBox && spinBox && spinBox->frame && isDark(option->palette)
        && !option->state.testFlag(State_HasFocus))
        paintDarkEdge(painter, QRectF(option->rect).adjusted(0.5, 1.5, -0.5, -1.5));
}

/// Fusion puts the arrow of a button that opens a menu into its lower corner.
void ProgramStyle::drawMenuButton(const QStyleOptionToolButton &button, QPainter *painter,
                                  const QWidget *widget) const
{
    QStyleOptionToolButton part = button;
    part.features.setFlag(QStyleOptionToolButton::HasMenu, false);
    QProxyStyle::drawComplexControl(CC_ToolButton, &part, painter, widget);
    const int room = pixelMetric(PM_MenuButtonIndicator, &button, widget);
    const int size = room / 2;
    const QRect arrow(button.rect.right() - room + size - 1, button.rect.center().y() - size / 2 + 1, size,
                      size);
    part.rect = visualRect(button.direction, button.rect, arrow);
    drawPrimitive(PE_IndicatorArrowDown, &part, painter, widget);
}

} // namespace Trailglass

#include "moc_programstyle.cpp"
