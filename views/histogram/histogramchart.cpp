// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogramchart.h"

#include "models/core/text.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/common/typescale.h"
#include "views/histogram/coveragestrips.h"
#include "views/histogram/histogramaccessible.h"
#include "views/histogram/histogrammenu.h"
#include "views/histogram/histogramorder.h"
#include "views/histogram/histogramtext.h"
#include "views/histogram/histogramzoom.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr double PixelsPerBin = 2.5; // narrower bars are no bars, wider ones hide a short burst
constexpr int FewestBins = 10;
constexpr int MaxBins = 400;
constexpr int LabelWidth = 64; // px; more labels than have room are not even looked for
constexpr int ChartMargin = 8; // px
constexpr int AxisGap = 4; // px
constexpr int LeastBarsHeight = 24; // px
constexpr int UsualHeight = 96; // px
constexpr double WheelTurn = 120; // QWheelEvent::angleDelta()

} // namespace

HistogramChart::HistogramChart(QWidget *parent)
    : QWidget(parent)
{
    registerHistogramAccessible(); // ahead of what is reported to screen readers
    setObjectName("histogramChart"_L1);
    setAccessibleName(tr("Histogram of events over time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&m_zoom, &WheelZoom::zoomed, this, &HistogramChart::zoom);
}

QFontMetrics HistogramChart::labelMetrics() const
{
    return QFontMetrics(textFont(TextStyle::Small, font()));
}

QSize HistogramChart::sizeHint() const
{
    return {400, UsualHeight};
}

QSize HistogramChart::minimumSizeHint() const
{
    return {120, ChartMargin + LeastBarsHeight + AxisGap + labelMetrics().height()};
}

int HistogramChart::maxBins() const
{
    return std::clamp(static_cast<int>(width() / PixelsPerBin), FewestBins, MaxBins);
}

void HistogramChart::setResult(const HistogramResult &result, Field splitBy)
{
    const bool isOther = result.histogram.bins != m_result.histogram.bins;
    m_result = result;
    m_result.histogram = stacked(std::move(m_result.histogram), splitBy);
    m_splitBy = splitBy;
    m_message = result.histogram.values.empty() ? tr("No event matches") : QString();
    if (isOther)
        letGo();
    layOut();
    tellValue();
}

void HistogramChart::setMessage(const QString &sentence)
{
    m_result = {};
    m_message = sentence;
    letGo();
    layOut();
    tellValue();
}

void HistogramChart::layOut()
{
    const QString highest = locale().toString(highestBar(m_result.histogram));
    const int left = ChartMargin + labelMetrics().horizontalAdvance(highest) + ChartMargin / 2;
    const int below =
        coverageHeight(m_result.sources.size()) + AxisGap + labelMetrics().height() + ChartMargin / 4;
    const int barsHeight = std::max(1, height() - ChartMargin / 2 - below);
    const QRectF plot(left, ChartMargin / 2.0, width() - left - ChartMargin, barsHeight);
    m_geometry = HistogramGeometry(plot, m_result.histogram.bins);
    m_labels.clear();
    const auto calendar = Filter::ZoneCalendar::open(m_result.context.displayZone);
    if (!m_geometry.isEmpty() && calendar) {
        const TimeWindow shown = m_geometry.window(0, m_geometry.bins() - 1);
        m_labels = axisLabels(*shown.from, *shown.to, static_cast<int>(plot.width()) / LabelWidth, *calendar);
    }
    tellPointedAt();
    update();
}

std::optional<BinRange> HistogramChart::selection() const
{
    if (!m_anchor || !m_cursor || (m_isDragging && !m_hasDragged))
        return std::nullopt;
    return std::minmax(*m_anchor, *m_cursor);
}

void HistogramChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setFont(textFont(TextStyle::Small, font()));
    if (!m_geometry.isEmpty())
        paintHistogram(
            painter, {m_result, m_geometry, m_labels, m_splitBy, selection(), m_cursor, m_marked, hasFocus()},
            palette());
    else if (hasFocus())
        painter.fillRect(QRect(0, height() - 2, width(), 2), palette().color(QPalette::Highlight));
    painter.setFont(font());
    painter.setPen(Colours::quiet(palette()));
    const QRectF place = m_geometry.isEmpty() ? QRectF(rect()) : m_geometry.plot(); // not over the strips
    const QRect room = place.toAlignedRect().adjusted(ChartMargin, 0, -ChartMargin, 0);
    painter.drawText(room, Qt::AlignCenter | Qt::TextDontClip,
                     fontMetrics().elidedText(visibleText(m_message), Qt::ElideRight, room.width()));
}

void HistogramChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

bool HistogramChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::FontChange)
        layOut();
    else if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        tellPointedAt();
    else if (event->type() == QEvent::Hide && m_isDragging)
        letGo();
    return isHandled;
}

void HistogramChart::showToolTip(const QPoint &at, const QPoint &onScreen)
{
    QStringList lines{m_message};
    QRect place = rect();
    if (!m_geometry.isEmpty()) {
        const int bin = m_geometry.bin(at.x());
        const QStringList coverage = coverageText(m_result, m_geometry, m_geometry.plot().bottom(), at);
        const QString help = tr("Click a bar, or drag over several, to see their time alone.");
        lines = coverage.isEmpty() ? binsText(m_result, bin, bin) << help : coverage;
        place = coverage.isEmpty() ? m_geometry.rect(bin, bin).toAlignedRect() : QRect(at, QSize(1, 1));
    }
    QToolTip::showText(onScreen, PlainText::toolTip(lines), this, place);
}

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
    if (m_geometry.isEmpty() || m_isDragging || delta == 0)
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
        choose(wanted);
}

void HistogramChart::choose(const TimeWindow &window)
{
    Q_EMIT intervalChosen(*window.from, *window.to);
}

void HistogramChart::setMarkedTime(const std::optional<UtcMicros> &time)
{
    m_marked = time;
    update();
}

QString HistogramChart::valueText() const
{
    if (m_geometry.isEmpty())
        return visibleText(m_message);
    const auto chosen = selection();
    const BinRange bins = chosen ? *chosen
        : m_cursor               ? BinRange(*m_cursor, *m_cursor)
                                 : BinRange(0, m_geometry.bins() - 1);
    return visibleText(binsText(m_result, bins.first, bins.second).join(u", "_s));
}

/// Whoever cannot see the bars hears all that the tool tip shows.
void HistogramChart::tellValue()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleValueChangeEvent event(this, valueText());
    QAccessible::updateAccessibility(&event);
}

void HistogramChart::moveCursor(int bin, bool extends)
{
    bin = std::clamp(bin, 0, m_geometry.bins() - 1);
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
    case Qt::Key_Minus: {
        const TimeWindow middle = m_geometry.window(m_cursor.value_or(last / 2), m_cursor.value_or(last / 2));
        return m_zoom.turn(*middle.from,
                           event->key() == Qt::Key_Minus ? 1 / WheelZoom::Step : WheelZoom::Step);
    }
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

void HistogramChart::tellPointedAt()
{
    QString text;
    if (const auto chosen = selection())
        text = binsSummary(m_result, chosen->first, chosen->second);
    else if (m_hovered)
        text = binsSummary(m_result, *m_hovered, *m_hovered);
    else if (m_cursor && hasFocus())
        text = binsSummary(m_result, *m_cursor, *m_cursor);
    Q_EMIT pointedAt(text);
}

} // namespace Trailglass

#include "moc_histogramchart.cpp"
