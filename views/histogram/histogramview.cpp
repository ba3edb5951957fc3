// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogramview.h"

#include "models/core/text.h"
#include "views/common/icons.h"
#include "views/common/plaintext.h"
#include "views/histogram/histogramchart.h"
#include "views/histogram/histogramlegend.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int ResizePause = 150; // ms
constexpr int ViewMargin = 8; // px

} // namespace

HistogramView::HistogramView(QWidget *parent)
    : QWidget(parent)
    , m_chart(new HistogramChart(this))
    , m_split(new QComboBox(this))
    , m_legend(new HistogramLegend(this))
    , m_pointedAt(new QLabel(this))
    , m_back(new QToolButton(this))
{
    build();
    connect(m_chart, &HistogramChart::intervalChosen, this, &HistogramView::intervalChosen);
    connect(m_chart, &HistogramChart::valueChosen, this, &HistogramView::valueChosen);
    connect(m_legend, &HistogramLegend::valueChosen, this, &HistogramView::valueChosen);
    connect(m_chart, &HistogramChart::backRequested, this, &HistogramView::backRequested);
    connect(m_chart, &HistogramChart::pointedAt, this, [this](const QString &text) {
        const int room = width() - m_back->geometry().right() - 2 * ViewMargin;
        PlainText::show(m_pointedAt, fontMetrics().elidedText(visibleText(text), Qt::ElideRight, room));
        // They share a place: there is no room for both.
        m_legend->setVisible(text.isEmpty());
        m_pointedAt->setVisible(!text.isEmpty());
    });
    connect(m_back, &QToolButton::clicked, this, &HistogramView::backRequested);
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
    m_split->setObjectName("histogramSplit"_L1);
    m_split->setAccessibleName(tr("Colours of the histogram"));
    m_split->setToolTip(tr("Colour bars by"));
    m_split->addItem(tr("By outcome"), static_cast<int>(Field::Outcome));
    m_split->addItem(tr("By vendor"), static_cast<int>(Field::Vendor));
    m_split->addItem(tr("By operation"), static_cast<int>(Field::Op));
    m_pointedAt->setObjectName("histogramText"_L1);
    m_pointedAt->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_pointedAt->hide();
    m_back->setObjectName("histogramBack"_L1);
    m_back->setAutoRaise(true);
    m_back->setToolTip(tr("Previous time range (Backspace)"));
    m_back->setAccessibleName(tr("Previous time range"));
    paintIcons();

    auto *header = new QHBoxLayout;
    header->setContentsMargins(ViewMargin, 3, ViewMargin, 0);
    header->addWidget(m_split);
    header->addWidget(m_back);
    header->addSpacing(4);
    header->addWidget(m_legend, 1);
    header->addWidget(m_pointedAt, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(header);
    layout->addWidget(m_chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTabOrder(m_split, m_back);
    setTabOrder(m_back, m_chart);
}

void HistogramView::setResult(const HistogramResult &result)
{
    m_wantedBins = maxBins();
    m_chart->setResult(result, splitBy());
    m_legend->setValues(splitBy(), result.histogram.values, !result.unsynced.empty());
}

void HistogramView::setProblem(const Error &error)
{
    m_chart->setMessage(error.message);
    m_legend->setValues(splitBy(), {}, false);
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
}

} // namespace Trailglass
