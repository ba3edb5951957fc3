// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/coveragedialog.h"

#include "models/core/text.h"
#include "models/table/timeformatter.h"
#include "views/common/icons.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/common/typescale.h"
#include "views/common/wrappedlabel.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cstddef>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

enum CoverageColumn
{
    CoveredIntervalColumn,
    CoverageStateColumn,
    CoverageFetchedColumn
};

constexpr int GapRole = Qt::UserRole; ///< of the state: bool, events may be missing
constexpr int CoverageIcon = 16; ///< pixels
constexpr int MaxCoverageNoteLines = 4;

/// Time that has passed since the last complete sync is no gap: the next sync fetches it.
bool isSinceLastSync(const SourceCoverage &source, std::size_t place)
{
    if (place == 0 || place + 1 != source.intervals.size())
        return false;
    const CoverageInterval &last = source.intervals[place];
    return !last.isSynced && last.window.from.has_value();
}

} // namespace

CoverageDialog::CoverageDialog(const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_zone(zone)
    , m_tree(new QTreeWidget(this))
    , m_note(new WrappedLabel(MaxCoverageNoteLines, this))
{
    setObjectName("coverageDialog"_L1);
    setWindowTitle(tr("Coverage"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_tree->setObjectName("coverageTree"_L1);
    m_tree->setAccessibleName(tr("Intervals of each source"));
    m_tree->setHeaderLabels({tr("Source, interval"), tr("State"), tr("Last fetched")});
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(CoveredIntervalColumn, QHeaderView::Stretch);
    m_note->setObjectName("coverageNote"_L1);
    PlainText::show(m_note, tr("Reading the coverage…"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    resize(760, 420);
}

void CoverageDialog::setFailed(const QString &sentence)
{
    PlainText::show(m_note, sentence);
}

void CoverageDialog::setCoverage(const QList<SourceCoverage> &sources)
{
    m_tree->clear();
    for (const SourceCoverage &source : sources)
        addSource(source);
    paintGaps();
    m_tree->expandAll();
    m_tree->resizeColumnToContents(CoverageStateColumn);
    m_tree->resizeColumnToContents(CoverageFetchedColumn);
    const auto current = std::ranges::find(sources, m_current, &SourceCoverage::source);
    const auto place = current == sources.end() ? 0 : std::distance(sources.begin(), current);
    if (QTreeWidgetItem *item = m_tree->topLevelItem(static_cast<int>(place))) {
        m_tree->setCurrentItem(item);
        m_tree->scrollToItem(item, QAbstractItemView::PositionAtTop);
    }
    PlainText::show(
        m_note,
        sources.isEmpty()
            ? tr("There are no sources yet.")
            : tr("Events of an interval that is not synced may be missing. Imported events do not count "
                 "as synced."));
}

QString CoverageDialog::intervalText(const TimeWindow &window) const
{
    const QString to = window.to ? exactTime(*window.to, m_zone) : tr("now");
    return window.from
        ? tr("%1 – %2", "start and end of an interval").arg(exactTime(*window.from, m_zone), to)
        : tr("Beginning – %1", "end of an interval").arg(to);
}

void CoverageDialog::addSource(const SourceCoverage &source)
{
    const bool isWaiting = !source.intervals.empty() && isSinceLastSync(source, source.intervals.size() - 1);
    const auto gaps = std::ranges::count(source.intervals, false, &CoverageInterval::isSynced)
        - static_cast<std::ptrdiff_t>(isWaiting);
    auto *item = new QTreeWidgetItem(m_tree);
    item->setText(CoveredIntervalColumn, visibleText(source.source));
    item->setToolTip(CoveredIntervalColumn, PlainText::toolTip(source.source));
    item->setFont(CoveredIntervalColumn, textFont(TextStyle::Strong, font()));
    if (source.intervals.empty())
        item->setText(CoverageStateColumn, tr("Not synced yet"));
    else if (gaps == 0)
        item->setText(CoverageStateColumn, tr("No gaps"));
    else
        item->setText(CoverageStateColumn,
                      tr("Gaps: %1", "number").arg(QLocale().toString(static_cast<qlonglong>(gaps))));
    if (source.lastAnswered)
        item->setText(CoverageFetchedColumn, exactTime(*source.lastAnswered, m_zone));
    const auto earlier = std::max<std::ptrdiff_t>(0, std::ssize(source.intervals) - MaxIntervals);
    if (earlier > 0) {
        (new QTreeWidgetItem(item))
            ->setText(CoveredIntervalColumn,
                      tr("Earlier intervals: %1", "number")
                          .arg(QLocale().toString(static_cast<qlonglong>(earlier))));
    }
    for (auto interval = source.intervals.begin() + earlier; interval != source.intervals.end(); ++interval) {
        auto *row = new QTreeWidgetItem(item);
        if (isSinceLastSync(source, static_cast<std::size_t>(interval - source.intervals.begin()))) {
            row->setText(CoveredIntervalColumn,
                         tr("Since %1").arg(exactTime(*interval->window.from, m_zone)));
            row->setText(CoverageStateColumn, tr("Not synced yet"));
            continue;
        }
        row->setText(CoveredIntervalColumn, intervalText(interval->window));
        row->setText(CoverageStateColumn, interval->isSynced ? tr("Synced") : tr("Not synced"));
        row->setData(CoverageStateColumn, GapRole, !interval->isSynced);
    }
}

void CoverageDialog::paintGaps()
{
    const QColor warning = Colours::warning(palette());
    const QIcon sign = Icons::pixmap(Glyph::Warning, warning, CoverageIcon, devicePixelRatioF());
    for (QTreeWidgetItemIterator row(m_tree); *row; ++row) {
        if (!(*row)->data(CoverageStateColumn, GapRole).toBool())
            continue;
        (*row)->setForeground(CoverageStateColumn, warning);
        (*row)->setIcon(CoverageStateColumn, sign);
    }
}

void CoverageDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintGaps();
    QDialog::changeEvent(event);
}

} // namespace Trailglass

#include "moc_coveragedialog.cpp"
