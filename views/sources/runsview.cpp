// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/runsview.h"

#include "models/table/runtext.h"
#include "views/common/plaintext.h"
#include "views/common/rowlist.h"
#include "views/common/spacing.h"
#include "views/common/wrappedlabel.h"

#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxHeadlineLines = 3;
/// Of the details of a run; more are scrolled.
constexpr int RunDetailLines = 4;

} // namespace

RunsView::RunsView(QWidget *parent)
    : QWidget(parent)
    , m_model(new RunTableModel(this))
    , m_headline(new WrappedLabel(MaxHeadlineLines, this))
    , m_table(new QTableView(this))
    , m_details(new QPlainTextEdit(this))
    , m_zone(QTimeZone::utc())
{
    setObjectName("runsView"_L1);
    m_headline->setObjectName("lastCompleteSync"_L1);
    makeTable();
    m_details->setObjectName("runDetails"_L1);
    m_details->setAccessibleName(tr("Details of the run"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setFixedHeight(RunDetailLines * fontMetrics().lineSpacing() + 2 * Spacing::Normal);
    m_details->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Tight);
    layout->addWidget(m_headline);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_details);
}

void RunsView::makeTable()
{
    m_table->setObjectName("runsTable"_L1);
    m_table->setAccessibleName(tr("Syncs and imports of the source"));
    m_table->setModel(m_model);
    setUpRowList(*m_table);
    const QFontMetrics metrics(font());
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    const int widths[] = {20, 9, 10, 12, 11, 9, 8, 10, 16}; // in digits, by column
    for (int column = 0; column < RunTableModel::ColumnCount; ++column)
        header->resizeSection(column, widths[column] * metrics.horizontalAdvance(u'0') + 2 * Spacing::Normal);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsView::showDetails);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RunsView::showDetails);
}

void RunsView::setSource(const QString &name)
{
    if (name == m_source)
        return;
    m_source = name;
    m_history.reset();
    m_model->setRuns({});
    m_headline->clear();
    showDetails();
    refresh();
}

void RunsView::refresh()
{
    m_isStale = true;
    requestInSight();
}

void RunsView::requestInSight()
{
    if (!m_isStale || !isVisible() || m_source.isEmpty())
        return;
    m_isStale = false;
    Q_EMIT runsRequested(m_source);
}

void RunsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    requestInSight();
}

void RunsView::setHistory(const RunHistory &history)
{
    if (history.source != m_source)
        return;
    m_history = history;
    m_model->setRuns(history.runs);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectRow(0);
    showHeadline();
    showDetails();
}

void RunsView::setFailed(const QString &source, const QString &sentence)
{
    if (source == m_source)
        PlainText::show(m_headline, sentence);
}

void RunsView::setDisplayZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_model->setDisplayZone(zone);
    showHeadline();
}

void RunsView::showHeadline()
{
    if (m_history)
        PlainText::show(m_headline, lastCompleteText(m_history->lastComplete, m_zone));
}

void RunsView::showDetails()
{
    const QModelIndex current = m_table->currentIndex();
    const QString text =
        current.isValid() ? runDetails(m_model->runs().at(current.row())).join(u'\n') : QString();
    m_details->setVisible(current.isValid());
    // The same text again would take the reader's selection and place away.
    if (m_details->toPlainText() != text)
        m_details->setPlainText(text);
}

} // namespace Trailglass

#include "moc_runsview.cpp"
