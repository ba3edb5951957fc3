// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/relatedview.h"

#include "models/core/text.h"
#include "models/filter/filter.h"
#include "models/table/relatedmodel.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/wrappedlabel.h"
#include "views/inspector/detailview.h"
#include "views/inspector/sparklinedelegate.h"
#include "views/inspector/valueactions.h"
#include "views/inspector/viewshortcuts.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxProblemLines = 6;
constexpr int SeenLines = 2; ///< of two times, where the list is narrow
// Pixels.
constexpr int NarrowestColumn = 32;
constexpr int NarrowBars = 40; ///< the list fits into the narrowest inspector
constexpr int WideBars = 120;
constexpr int WideList = 500; ///< from here on the bars have more room

} // namespace

RelatedView::RelatedView(QWidget *parent)
    : QWidget(parent)
    , m_model(new RelatedModel(this))
    , m_list(new QTreeView(this))
    , m_replace(new QPushButton(tr("&Show these events"), this))
    , m_add(new QPushButton(tr("&Add to filter"), this))
    , m_seen(new WrappedLabel(SeenLines, this))
    , m_problem(new WrappedLabel(MaxProblemLines, this))
    , m_details(new DetailView(this))
{
    build();
    const auto replace = [this] {
        if (m_replaceAction->isEnabled())
            Q_EMIT replaceRequested(m_model->query(m_list->currentIndex()).filter);
    };
    connect(m_list, &QTreeView::activated, this, replace);
    connect(m_replaceAction, &QAction::triggered, this, replace);
    connect(m_replace, &QPushButton::clicked, this, replace);
    connect(m_addAction, &QAction::triggered, this,
            [this] { Q_EMIT addRequested(m_model->query(m_list->currentIndex()).filter); });
    connect(m_add, &QPushButton::clicked, m_addAction, &QAction::trigger);
    connect(m_copy, &QAction::triggered, this, &RelatedView::copyFilter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RelatedView::updateActions);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RelatedView::showSeen);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RelatedView::showSeen);
    setQueries({});
}

void RelatedView::build()
{
    m_list->setObjectName("relatedList"_L1);
    m_list->setAccessibleName(tr("Related events"));
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setUniformRowHeights(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->setModel(m_model);
    m_list->setItemDelegateForColumn(RelatedModel::TimeColumn, new SparklineDelegate(m_list));
    QHeaderView *header = m_list->header();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionsMovable(false);
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(NarrowestColumn);
    header->setSectionResizeMode(RelatedModel::RelationColumn, QHeaderView::Fixed); // fitColumns()
    header->setSectionResizeMode(RelatedModel::ValueColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(RelatedModel::CountColumn, QHeaderView::Fixed); // likewise
    header->setSectionResizeMode(RelatedModel::TimeColumn, QHeaderView::Fixed);
    header->resizeSection(RelatedModel::TimeColumn, NarrowBars);
    m_list->viewport()->installEventFilter(this);
    m_replaceAction = addAction(u"relatedReplace"_s, tr("&Show these events"), Qt::Key_Return);
    m_addAction = addAction(u"relatedAdd"_s, tr("&Add to filter"), Qt::CTRL | Qt::Key_Return);
    m_copy = addAction(u"relatedCopy"_s, tr("&Copy filter"), QKeySequence::Copy);
    new ViewShortcuts(m_list);
    m_replace->setObjectName("relatedReplaceButton"_L1);
    m_replace->setToolTip(tr("Replaces the filter with one for the events of the row"));
    m_add->setObjectName("relatedAddButton"_L1);
    m_add->setToolTip(tr("Limits the current result to the events of the row"));
    m_seen->setObjectName("relatedSeen"_L1);
    m_seen->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_problem->setObjectName("relatedProblem"_L1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::Normal);
    buttons->addWidget(m_replace);
    buttons->addWidget(m_add);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Spacing::Normal, 0, 0);
    layout->setSpacing(Spacing::Normal);
    layout->addWidget(m_list, 2);
    layout->addWidget(m_seen);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    layout->addWidget(m_details, 3);
}

QAction *RelatedView::addAction(const QString &name, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(action);
    return action;
}

/// Counts are whole, and the relation has the room that it needs, as far as something of the value stays in sight: nothing is
/// scrolled sideways.
void RelatedView::fitColumns()
{
    QHeaderView *header = m_list->header();
    const bool isWide = m_list->viewport()->width() >= WideList;
    header->resizeSection(RelatedModel::TimeColumn, isWide ? WideBars : NarrowBars);
    // Its room is kept, so that the list stays as it is when the times come.
    m_seen->setMinimumHeight((isWide ? 1 : SeenLines) * m_seen->fontMetrics().lineSpacing());
    const auto wanted = [header, list = static_cast<const QAbstractItemView *>(m_list)](int column) {
        return std::max(list->sizeHintForColumn(column), header->sectionSizeHint(column));
    };
    const int counts = wanted(RelatedModel::CountColumn);
    header->resizeSection(RelatedModel::CountColumn, counts);
    const int others = counts + header->sectionSize(RelatedModel::TimeColumn) + NarrowestColumn;
    const int room = std::max(m_list->viewport()->width() - others, NarrowestColumn);
    header->resizeSection(RelatedModel::RelationColumn, std::min(wanted(RelatedModel::RelationColumn), room));
}

bool RelatedView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void RelatedView::setQueries(std::vector<RelatedQuery> queries)
{
    const int row = m_list->currentIndex().row();
    m_model->setQueries(std::move(queries));
    fitColumns();
    m_isSuspended = false;
    m_problem->hide();
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0));
    updateActions();
    showSeen();
}

void RelatedView::setDisplayZone(const QTimeZone &zone)
{
    m_model->setDisplayZone(zone);
}

void RelatedView::showSeen()
{
    PlainText::show(m_seen, m_model->seenText(m_list->currentIndex()));
}

void RelatedView::setCounts(std::size_t query, const RelatedCounts &counts)
{
    m_model->setCounts(query, counts);
    fitColumns();
}

void RelatedView::setProblem(const QString &text)
{
    PlainText::show(m_problem, text);
    m_problem->show();
}

void RelatedView::suspend()
{
    m_isSuspended = true;
    m_details->suspend();
    updateActions();
}

void RelatedView::updateActions()
{
    const bool isThere = !m_isSuspended && m_list->currentIndex().isValid();
    for (QAction *action : {m_replaceAction, m_addAction, m_copy})
        action->setEnabled(isThere);
    for (QPushButton *button : {m_replace, m_add}) {
        // While an event is awaited their actions do nothing; disabled, a button would hand the keyboard on.
        if (!m_isSuspended || !button->hasFocus())
            button->setEnabled(isThere);
    }
}

void RelatedView::copyFilter()
{
    copyText(toUtf8(Filter::print(m_model->query(m_list->currentIndex()).filter)));
}

} // namespace Trailglass

#include "moc_relatedview.cpp"
