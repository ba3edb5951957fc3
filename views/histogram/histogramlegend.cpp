// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogramlegend.h"

#include "models/core/text.h"
#include "views/common/mirroring.h"
#include "views/common/plaintext.h"
#include "views/histogram/coveragestrips.h"
#include "views/histogram/histogrammenu.h"
#include "views/histogram/histogramtext.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStringList>
#include <QStyle>
#include <QToolTip>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int Square = 14; // px
constexpr int Gap = 5; // between a square and its text
constexpr int Distance = 14; // between entries
constexpr int LeastLegendWidth = 120; // px; in favour of what is said of a bar. It takes all that is left

} // namespace

HistogramLegend::HistogramLegend(QWidget *parent)
    : QWidget(parent)
{
    setObjectName("histogramLegend"_L1);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void HistogramLegend::setValues(Field splitBy, const std::vector<std::string> &values, Strips strips)
{
    m_splitBy = splitBy;
    m_values = values;
    m_strips = strips;
    QStringList texts;
    for (const std::string &value : m_values)
        texts << visibleText(splitValueText(value));
    setAccessibleName(texts.isEmpty() ? tr("Legend of the histogram")
                                      : tr("Legend of the histogram: %1").arg(texts.join(u", "_s)));
    update();
}

QSize HistogramLegend::sizeHint() const
{
    return {LeastLegendWidth, fontMetrics().height() + 2};
}

QSize HistogramLegend::minimumSizeHint() const
{
    return {0, fontMetrics().height() + 2};
}

std::vector<HistogramLegend::Entry> HistogramLegend::entries() const
{
    std::vector<Entry> all;
    if (m_strips == Strips::Unsynced)
        all.push_back({tr("not synced"), unsyncedBrush(palette()), std::nullopt, std::nullopt, {}});
    for (std::size_t place = 0; place < m_values.size(); ++place) {
        const std::string &value = m_values[place];
        all.push_back({visibleText(splitValueText(value)),
                       splitColour(m_splitBy, value, place, palette()),
                       splitGlyph(m_splitBy, value),
                       value == OtherValues ? std::nullopt : std::optional(value),
                       {}});
    }
    std::vector<Entry> shown;
    int left = 0;
    const auto take = [this, &shown, &left](Entry &&entry) {
        const int width = Square + Gap + fontMetrics().horizontalAdvance(entry.text);
        if (left + width > this->width())
            return false;
        entry.place = QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height()));
        shown.push_back(std::move(entry));
        left += width + Distance;
        return true;
    };
    for (Entry &entry : all)
        take(std::move(entry));
    // Last: values come first. At length where there is room.
    if (m_strips != Strips::None) {
        const auto takeStrips = [this, &take](const QString &text) {
            return take({text, syncedBrush(palette()), std::nullopt, std::nullopt, {}});
        };
        if (!takeStrips(tr("synced, a strip for each source")))
            takeStrips(tr("synced", "time"));
    }
    return shown;
}

void HistogramLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    for (const Entry &entry : entries()) {
        const QRect square =
            QStyle::visualRect(layoutDirection(), entry.place,
                               QRect(entry.place.left(), (height() - Square) / 2, Square, Square));
        painter.fillRect(square, entry.brush);
        if (entry.sign)
            painter.drawPixmap(
                square,
                Icons::pixmap(*entry.sign, palette().color(QPalette::Base), Square, devicePixelRatioF()));
        const QRect text = entry.place.adjusted(Square + Gap, 0, 1, 0);
        painter.drawText(QStyle::visualRect(layoutDirection(), entry.place, text),
                         lineFlags(layoutDirection(), Qt::AlignLeft), entry.text);
    }
}

std::optional<HistogramLegend::Entry> HistogramLegend::entryAt(const QPoint &position) const
{
    for (const Entry &entry : entries()) {
        if (entry.value && entry.place.contains(position))
            return entry;
    }
    return std::nullopt;
}

bool HistogramLegend::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto entry = entryAt(help->pos());
    QToolTip::showText(
        help->globalPos(),
        entry ? PlainText::toolTip(tr("Shows only events with “%1”").arg(entry->text)) : QString(), this);
    return true;
}

void HistogramLegend::mousePressEvent(QMouseEvent *event)
{
    const auto entry = entryAt(event->pos());
    m_pressed = entry && event->button() == Qt::LeftButton ? entry->value : std::nullopt;
}

void HistogramLegend::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(entryAt(event->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void HistogramLegend::mouseReleaseEvent(QMouseEvent *event)
{
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    const auto entry = entryAt(event->pos());
    if (!pressed || !entry || entry->value != pressed)
        return;
    const Filter::FieldValue chosen = pressed->empty() ? std::nullopt : pressed;
    Q_EMIT valueChosen(chosen, FilterEdit::Only);
}

void HistogramLegend::contextMenuEvent(QContextMenuEvent *event)
{
    const auto entry = entryAt(event->pos());
    if (!entry)
        return;
    auto *menu = new HistogramMenu(this);
    menu->addValue(*entry->value);
    connect(menu, &HistogramMenu::valueChosen, this, &HistogramLegend::valueChosen);
    connect(menu, &HistogramMenu::columnRequested, this, &HistogramLegend::columnRequested);
    menu->popup(event->globalPos());
}

} // namespace Trailglass

#include "moc_histogramlegend.cpp"
