// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogramview.h"

#include "models/core/text.h"
#include "views/common/elidedlabel.h"
#include "views/common/icons.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/typescale.h"
#include "views/histogram/histogramchart.h"
#include "views/histogram/histogramlegend.h"
#include "views/histogram/histogramorder.h"
#include "views/histogram/histogramtext.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int ResizePause = 150; // ms
constexpr int LeastHeight = 90; // px
constexpr int GreatestHeight = 400; // px

/// What paintCoverage() paints of a result.
HistogramLegend::Strips stripsIn(const HistogramResult &result)
{
    const TimeWindow &covered = result.covered;
    if (result.histogram.bins.empty() || !covered.from || !covered.to || *covered.from >= *covered.to)
        return HistogramLegend::Strips::None;
    const auto hasGaps = [](const SourceGaps &source) {
        return !source.gaps.empty();
    };
    if (std::ranges::any_of(result.sources, hasGaps))
        return HistogramLegend::Strips::Unsynced;
    return result.sources.empty() ? HistogramLegend::Strips::None : HistogramLegend::Strips::Synced;
}

} // namespace

HistogramView::HistogramView(QWidget *parent)
    : QWidget(parent)
    , m_chart(new HistogramChart(this))
    , m_split(new QComboBox(this))
    , m_legend(new HistogramLegend(this))
    , m_pointedAt(new ElidedLabel(this))
    , m_barWidth(new QLabel(this))
    , m_back(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    build();
    connect(m_chart, &HistogramChart::intervalChosen, this, &HistogramView::intervalChosen);
    connect(m_chart, &HistogramChart::valueChosen, this, &HistogramView::valueChosen);
    connect(m_legend, &HistogramLegend::valueChosen, this, &HistogramView::valueChosen);
    const auto requestColumn = [this] {
        Q_EMIT columnRequested(toQString(name(splitBy())));
    };
    connect(m_chart, &HistogramChart::columnRequested, this, requestColumn);
    connect(m_legend, &HistogramLegend::columnRequested, this, requestColumn);
    connect(m_chart, &HistogramChart::dragEnded, this, [this] {
        if (const auto waiting = std::exchange(m_waiting, std::nullopt))
            setResult(*waiting);
    });
    connect(m_chart, &HistogramChart::backRequested, this, &HistogramView::backRequested);
    connect(m_chart, &HistogramChart::pointedAt, this, [this](const QString &text) {
        m_pointedAt->show(text);
        // They share a place: the interval of a bar says how long it is.
        m_barWidth->setVisible(text.isEmpty());
        m_pointedAt->setVisible(!text.isEmpty());
    });
    connect(m_back, &QToolButton::clicked, this, &HistogramView::backRequested);
    connect(m_close, &QToolButton::clicked, this, &HistogramView::closeRequested);
    connect(m_split, &QComboBox::activated, this, [this] { Q_EMIT splitChosen(splitBy()); });
    m_resizing.setSingleShot(true);
    m_resizing.setInterval(ResizePause);
    connect(&m_resizing, &QTimer::timeout, this, [this] {
        if (!isVisible() || maxBins() == m_wantedBins)
            return;
        m_wantedBins = maxBins();
        Q_EMIT resultRequested();
    });
    setBackEnabled(false);
    m_chart->setMessage(tr("Reading the events…"));
}

HistogramView::~HistogramView()
{
    // A chart that has the focus loses it while it is destroyed, and would signal a view that no longer
    // exists.
    m_chart->disconnect(this);
}

void HistogramView::build()
{
    setObjectName("histogramView"_L1);
    setFocusProxy(m_chart);
    m_chart->setLayoutDirection(Qt::LeftToRight); // as time runs, in every language
    m_split->setObjectName("histogramSplit"_L1);
    m_split->setAccessibleName(tr("Colours of the histogram"));
    m_split->setToolTip(tr("Colour bars by"));
    m_split->addItem(tr("By outcome"), static_cast<int>(Field::Outcome));
    m_split->addItem(tr("By vendor"), static_cast<int>(Field::Vendor));
    m_split->addItem(tr("By operation"), static_cast<int>(Field::Op));
    m_split->addItem(tr("By actor"), static_cast<int>(Field::Actor));
    m_split->addItem(tr("By address"), static_cast<int>(Field::Ip));
    m_pointedAt->setObjectName("histogramText"_L1);
    m_pointedAt->hide();
    m_back->setObjectName("histogramBack"_L1);
    m_back->setAutoRaise(true);
    m_back->setToolTip(tr("Previous time range (Backspace)"));
    m_back->setAccessibleName(tr("Previous time range"));
    m_barWidth->setObjectName("histogramBarWidth"_L1);
    m_close->setObjectName("histogramClose"_L1);
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Hide the histogram (Ctrl+H)"));
    m_close->setAccessibleName(tr("Hide the histogram"));
    for (QWidget *part : {static_cast<QWidget *>(m_split), static_cast<QWidget *>(m_pointedAt),
                          static_cast<QWidget *>(m_barWidth), static_cast<QWidget *>(m_legend)})
        part->setFont(textFont(TextStyle::Small, font()));
    paintIcons();

    auto *header = new QHBoxLayout;
    header->setContentsMargins(Spacing::Normal, Spacing::Hair, Spacing::Tight, Spacing::None);
    header->setSpacing(Spacing::Normal);
    header->addWidget(m_split);
    header->addWidget(m_back);
    header->addWidget(m_legend, 1);
    header->addWidget(m_pointedAt);
    header->addWidget(m_barWidth);
    header->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Hair);
    layout->addLayout(header);
    layout->addWidget(m_chart, 1);
    setMinimumHeight(LeastHeight);
    setMaximumHeight(GreatestHeight);
    setTabOrder(m_split, m_back);
    setTabOrder(m_back, m_close);
    setTabOrder(m_close, m_chart);
}

void HistogramView::setResult(const HistogramResult &result)
{
    m_wantedBins = maxBins();
    if (m_chart->isDragging()) {
        m_waiting = result;
        return;
    }
    m_chart->setResult(result, splitBy());
    m_legend->setValues(splitBy(), stacked(result.histogram, splitBy()).values, stripsIn(result));
    PlainText::show(m_barWidth, barWidthText(result));
}

void HistogramView::setMarkedTime(const std::optional<UtcMicros> &time)
{
    m_chart->setMarkedTime(time);
}

void HistogramView::setProblem(const Error &error)
{
    m_waiting.reset();
    m_chart->setMessage(error.message);
    m_legend->setValues(splitBy(), {}, HistogramLegend::Strips::None);
    m_barWidth->clear();
}

void HistogramView::setSplitBy(Field field)
{
    if (const int index = m_split->findData(static_cast<int>(field)); index >= 0)
        m_split->setCurrentIndex(index);
}

Field HistogramView::splitBy() const
{
    return static_cast<Field>(m_split->currentData().toInt());
}

int HistogramView::maxBins() const
{
    return m_chart->maxBins();
}

void HistogramView::setBackEnabled(bool isEnabled)
{
    m_back->setEnabled(isEnabled);
}

void HistogramView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_resizing.start();
}

void HistogramView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_resizing.start();
}

void HistogramView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
    QWidget::changeEvent(event);
}

void HistogramView::paintIcons()
{
    m_back->setIcon(Icons::icon(Glyph::Back, palette()));
    m_close->setIcon(Icons::icon(Glyph::Close, palette()));
}

} // namespace Trailglass

#include "moc_histogramview.cpp"
