// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetheading.h"

#include "models/core/combiningmarks.h"
#include "models/core/text.h"
#include "views/common/mirroring.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/common/typescale.h"
#include "views/filters/facetheadingaccessible.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

// Pixels.
constexpr int HeadingPadding = 4;
constexpr int ArrowSize = 12;
constexpr int TextDistance = 2 * HeadingPadding;

QFont titleFont(const QWidget &heading)
{
    return textFont(TextStyle::Strong, heading.font());
}

QString shownTitle(const QString &title)
{
    return withFewMarks(visibleText(title));
}

} // namespace

FacetHeading::FacetHeading(QString title, QWidget *parent)
    : QToolButton(parent)
    , m_title(std::move(title))
{
    registerFacetHeadingAccessible(); // ahead of what is reported to screen readers
    setObjectName("facetHeading"_L1);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QToolButton::clicked, this, [this] { Q_EMIT expandRequested(!m_expanded); });
    connect(this, &FacetHeading::expandedChanged, this, &FacetHeading::notify);
    showState();
}

void FacetHeading::setExpanded(bool expanded)
{
    const bool isOther = std::exchange(m_expanded, expanded) != expanded;
    showState();
    if (isOther)
        Q_EMIT expandedChanged(expanded);
}

void FacetHeading::notify()
{
    QAccessible::State changed;
    changed.expanded = true;
    changed.collapsed = true;
    QAccessibleStateChangeEvent event(this, changed);
    QAccessible::updateAccessibility(&event);
}

void FacetHeading::setChosen(std::size_t included, std::size_t excluded)
{
    const QLocale locale;
    const QString in = locale.toString(static_cast<qulonglong>(included));
    const QString out = locale.toString(static_cast<qulonglong>(excluded));
    if (included > 0 && excluded > 0)
        m_chosen = tr("%1 included, %2 excluded", "numbers of values").arg(in, out);
    else if (included > 0)
        m_chosen = tr("%1 included", "number of values").arg(in);
    else
        m_chosen = excluded > 0 ? tr("%1 excluded", "number of values").arg(out) : QString();
    QStringList numbers;
    if (included > 0)
        numbers.append(in);
    if (excluded > 0)
        numbers.append(QString(locale.negativeSign() + out));
    m_chosenNumbers = numbers.join(u' ');
    showState();
}

void FacetHeading::setCounting(bool counting)
{
    if (counting == m_counting)
        return;
    m_counting = counting;
    showState();
}

void FacetHeading::showState()
{
    setArrowType(m_expanded ? Qt::DownArrow : Qt::RightArrow);
    const auto withChosen = [this](const QString &title) {
        return m_chosen.isEmpty() ? title
                                  : tr("%1: %2", "field, how many values are chosen").arg(title, m_chosen);
    };
    setText(withChosen(PlainText::caption(m_title)));
    setAccessibleName(withChosen(visibleText(m_title)));
    setToolTip(PlainText::toolTip(withChosen(m_title)));
    // Beside the state, of whose changes the bridge of Qt 6.4 to AT-SPI tells nobody.
    setAccessibleDescription(m_expanded ? tr("Expanded") : tr("Collapsed"));
    update();
}

QSize FacetHeading::sizeHint() const
{
    return {120, fontMetrics().height() + 2 * HeadingPadding};
}

QSize FacetHeading::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void FacetHeading::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.features &= ~QStyleOptionToolButton::Arrow;
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    option.rect = visual({HeadingPadding, (height() - ArrowSize) / 2, ArrowSize, ArrowSize});
    const bool isMirrored = isRightToLeft();
    const auto collapsed = isMirrored ? QStyle::PE_IndicatorArrowLeft : QStyle::PE_IndicatorArrowRight;
    painter.drawPrimitive(m_expanded ? QStyle::PE_IndicatorArrowDown : collapsed, option);

    if (showsMenu()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Colours::quiet(palette()));
        const QPointF middle = QRectF(menuPlace()).center();
        for (const int dot : {-1, 0, 1})
            painter.drawEllipse(middle + QPointF(5.0 * dot, 0), 1.5, 1.5);
    }
    const QRect place = textPlace();
    painter.setPen(m_counting ? Colours::quiet(palette()) : palette().color(QPalette::Link));
    painter.drawText(visual(place), lineFlags(layoutDirection(), Qt::AlignRight), shownState());
    const QFont bold = titleFont(*this);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(visual(place), lineFlags(layoutDirection(), Qt::AlignLeft),
                     QFontMetrics(bold).elidedText(shownTitle(m_title), Qt::ElideMiddle, place.width()));
}

QString FacetHeading::shownState() const
{
    const QStringList longestFirst =
        m_counting ? QStringList{tr("counting…")} : QStringList{m_chosen, m_chosenNumbers};
    const int title = QFontMetrics(titleFont(*this)).horizontalAdvance(shownTitle(m_title));
    const int room = textPlace().width() - title - TextDistance;
    const auto fits = [metrics = fontMetrics(), room](const QString &text) {
        return metrics.horizontalAdvance(text) <= room;
    };
    const auto shown = std::ranges::find_if(longestFirst, fits);
    return shown == longestFirst.end() ? QString() : *shown;
}

/// Of name and state, as from left to right.
QRect FacetHeading::textPlace() const
{
    const int right = showsMenu() ? height() + HeadingPadding : HeadingPadding;
    return rect().adjusted(2 * HeadingPadding + ArrowSize, 0, -right, 0);
}

/// \param place  as from left to right
QRect FacetHeading::visual(const QRect &place) const
{
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

QRect FacetHeading::menuPlace() const
{
    return visual({width() - height(), 0, height(), height()});
}

bool FacetHeading::showsMenu() const
{
    return underMouse() || hasFocus();
}

bool FacetHeading::handlesKey(const QKeyEvent &event)
{
    const int inwards = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int outwards = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const bool isUp = event.key() == Qt::Key_Up;
    if (event.modifiers() == Qt::AltModifier && (isUp || event.key() == Qt::Key_Down)) {
        Q_EMIT moveRequested(isUp ? -1 : 1);
        return true;
    }
    if (event.modifiers() != Qt::NoModifier)
        return false;
    if (isUp)
        Q_EMIT leftUpwards();
    else if (event.key() == Qt::Key_Down)
        Q_EMIT leftDownwards();
    else if (event.key() == inwards || event.key() == outwards)
        Q_EMIT expandRequested(event.key() == inwards);
    else if (event.key() == Qt::Key_Delete)
        Q_EMIT hideRequested();
    else
        return false;
    return true;
}

void FacetHeading::keyPressEvent(QKeyEvent *event)
{
    if (!handlesKey(*event))
        QToolButton::keyPressEvent(event);
}

void FacetHeading::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    m_dragged = false;
    if (event->button() == Qt::LeftButton && menuPlace().contains(m_pressed))
        Q_EMIT menuRequested(mapToGlobal(isRightToLeft() ? rect().bottomLeft() : rect().bottomRight()));
    else
        QToolButton::mousePressEvent(event);
}

void FacetHeading::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint way = event->position().toPoint() - m_pressed;
    if (isDown() && way.manhattanLength() >= QApplication::startDragDistance())
        m_dragged = true;
    if (!m_dragged)
        return QToolButton::mouseMoveEvent(event);
    setDown(false);
    setCursor(Qt::ClosedHandCursor);
    Q_EMIT draggedTo(event->globalPosition().toPoint());
}

void FacetHeading::mouseReleaseEvent(QMouseEvent *event)
{
    unsetCursor();
    QToolButton::mouseReleaseEvent(event); // a button that is not down is not clicked
    m_dragged = false;
}

void FacetHeading::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuRequested(byKey ? mapToGlobal(rect().center()) : event->globalPos());
}

} // namespace Trailglass

#include "moc_facetheading.cpp"
