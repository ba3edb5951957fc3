// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogramchart.h"
#include "views/histogram/histogrammenu.h"
#include "views/histogram/histogramtext.h"
#include "views/histogram/histogramzoom.h"

#include <QApplication>
#include <QContextMenuEvent>

#include <algorithm>
#include <cmath>
#include <utility>

// What the mouse, the wheel and the keys do in the chart.

namespace Trailglass {

namespace {

constexpr double WheelTurn = 120; // QWheelEvent::angleDelta()

} // namespace

void HistogramChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_geometry.isEmpty())
        return event->ignore();
    m_isDragging = true;
    m_hasDragged = false;
    m_pressedAt = event->pos();
    m_anchor = m_geometry.bin(event->position().x());
    m_cursor = m_anchor;
    tellPointedAt();
    update();
}

void HistogramChart::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isDragging && !(event->buttons() & Qt::LeftButton))
        letGo(); // a dialog that opened meanwhile took the release
    if (m_geometry.isEmpty())
        return;
    m_hovered = m_geometry.bin(event->position().x());
    if (m_isDragging) {
        const int distance = (event->pos() - m_pressedAt).manhattanLength();
        m_hasDragged = m_hasDragged || distance >= QApplication::startDragDistance();
        m_cursor = m_hovered;
        update();
    }
    tellPointedAt();
}

void HistogramChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_isDragging)
        return;
    const auto dragged = selection();
    m_isDragging = false;
    m_anchor.reset();
    update();
    const bool isOnBars = m_geometry.plot().contains(event->position()); // the nearest bar is not meant
    const BinRange chosen = dragged.value_or(BinRange(*m_cursor, *m_cursor));
    if (dragged || isOnBars)
        choose(m_geometry.window(chosen.first, chosen.second));
    Q_EMIT dragEnded();
}

void HistogramChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept(); // the first click has chosen; by the second one another bar may be there
}

void HistogramChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered.reset();
    tellPointedAt();
}

void HistogramChart::wheelEvent(QWheelEvent *event)
{
    event->accept(); // at its ends the wheel must not turn the table under it
    const int delta = event->angleDelta().y();
    // Without Ctrl whoever scrolls past the chart would change the filter.
    if (!(event->modifiers() & Qt::ControlModifier) || m_geometry.isEmpty() || m_isDragging || delta == 0)
        return;
    m_zoom.turn(m_geometry.time(event->position().x()), std::pow(WheelZoom::Step, delta / WheelTurn));
}

void HistogramChart::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto calendar = Filter::ZoneCalendar::open(m_result.context.displayZone);
    if (m_geometry.isEmpty() || !calendar || m_isDragging || (byKey && !m_cursor))
        return;
    const int bin = byKey ? *m_cursor : m_geometry.bin(event->pos().x());
    BinRange bins(bin, bin);
    if (const auto chosen = selection(); chosen && chosen->first <= bin && bin <= chosen->second)
        bins = *chosen;
    const TimeWindow window = m_geometry.window(bins.first, bins.second);
    auto *menu = new HistogramMenu(this);
    menu->addInterval(createdFilter(window, *calendar));
    if (byKey)
        menu->addValues(valuesIn(m_result.histogram, bins.first, bins.second));
    else if (const auto value = valueAt(m_result.histogram, m_geometry, event->pos());
             value && m_result.histogram.values[*value] != OtherValues)
        menu->addValue(m_result.histogram.values[*value]);
    connect(menu, &HistogramMenu::zoomRequested, this, [this, window] { choose(window); });
    connect(menu, &HistogramMenu::valueChosen, this, &HistogramChart::valueChosen);
    connect(menu, &HistogramMenu::columnRequested, this, &HistogramChart::columnRequested);
    const QPoint place = m_geometry.rect(bin, bin).center().toPoint();
    menu->popup(byKey ? mapToGlobal(place) : event->globalPos());
}

void HistogramChart::zoom(UtcMicros around, double factor)
{
    const auto calendar = Filter::ZoneCalendar::open(m_result.context.displayZone);
    if (m_geometry.isEmpty() || !calendar)
        return;
    const TimeWindow shown = m_geometry.window(0, m_geometry.bins() - 1);
    const TimeWindow wanted = zoomed(shown, around, factor, *calendar);
    if (wanted != shown)
        Q_EMIT intervalChosen(*wanted.from, *wanted.to); // the keys stay where they are
}

void HistogramChart::choose(const TimeWindow &window)
{
    m_hasChosen = true;
    Q_EMIT intervalChosen(*window.from, *window.to);
}

void HistogramChart::moveCursor(int bin, bool extends)
{
    bin = std::clamp(bin, 0, m_geometry.bins() - 1);
    m_hasChosen = false;
    if (!extends)
        m_anchor.reset();
    else if (!m_anchor)
        m_anchor = m_cursor.value_or(bin);
    m_cursor = bin;
    tellPointedAt();
    tellValue();
    update();
}

void HistogramChart::letGo()
{
    const bool wasDragging = std::exchange(m_isDragging, false);
    m_anchor.reset();
    m_cursor.reset();
    m_hovered.reset();
    m_zoom.stop();
    tellPointedAt();
    update();
    if (wasDragging)
        Q_EMIT dragEnded();
}

void HistogramChart::keyPressEvent(QKeyEvent *event)
{
    const bool isBack = event->key() == Qt::Key_Backspace || event->matches(QKeySequence::Back)
        || (event->key() == Qt::Key_Left && event->modifiers() == Qt::AltModifier);
    if (isBack)
        return Q_EMIT backRequested();
    if (m_geometry.isEmpty())
        return QWidget::keyPressEvent(event);
    const bool extends = event->modifiers() & Qt::ShiftModifier;
    const int last = m_geometry.bins() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(m_cursor.value_or(last + 1) - 1, extends);
    case Qt::Key_Right:
        return moveCursor(m_cursor.value_or(-1) + 1, extends);
    case Qt::Key_Home:
        return moveCursor(0, extends);
    case Qt::Key_End:
        return moveCursor(last, extends);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
        return m_zoom.turn(*m_geometry.window(m_cursor.value_or(last / 2), last).from,
                           event->key() == Qt::Key_Minus ? 1 / WheelZoom::Step : WheelZoom::Step);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor) {
            const BinRange chosen = selection().value_or(BinRange(*m_cursor, *m_cursor));
            choose(m_geometry.window(chosen.first, chosen.second));
        }
        return;
    case Qt::Key_Escape:
        if (!m_anchor && !m_cursor)
            break;
        letGo();
        return tellValue(); // of all bars again
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace Trailglass
