// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogramchart.h"

#include "models/core/text.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/common/typescale.h"
#include "views/histogram/bartimes.h"
#include "views/histogram/coveragestrips.h"
#include "views/histogram/histogramaccessible.h"
#include "views/histogram/histogramorder.h"
#include "views/histogram/histogramtext.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
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
constexpr int DefaultHeight = 90; // px; with the line above it at most 120

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
    return {400, DefaultHeight};
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
    // A drag ends with its bars: it is not the keys that are there.
    const BarTimes keys(m_result.histogram.bins,
                        m_isDragging ? BarTimes::Places() : BarTimes::Places{m_anchor, m_cursor});
    m_result = result;
    m_result.histogram = stacked(std::move(m_result.histogram), splitBy);
    m_splitBy = splitBy;
    m_message = result.histogram.values.empty() ? tr("No event matches") : QString();
    if (isOther) {
        letGo();
        if (!std::exchange(m_hasChosen, false)) {
            const BarTimes::Places places = keys.placesIn(result.histogram.bins);
            m_anchor = places.anchor;
            m_cursor = places.cursor;
        }
    }
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
        const QString help =
            tr("Click a bar, or drag over several, to see their time alone. Ctrl and the wheel zoom.");
        lines = coverage.isEmpty() ? binsText(m_result, bin, bin) << help : coverage;
        place = coverage.isEmpty() ? m_geometry.rect(bin, bin).toAlignedRect() : QRect(at, QSize(1, 1));
    }
    QToolTip::showText(onScreen, PlainText::toolTip(lines), this, place);
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
