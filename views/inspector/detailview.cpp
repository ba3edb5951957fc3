// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/detailview.h"

#include "models/core/text.h"
#include "models/table/timeformatter.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/wrappedlabel.h"
#include "views/inspector/detailmodel.h"
#include "views/inspector/valueactions.h"
#include "views/inspector/viewshortcuts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int SummaryLines = 2;
constexpr int ProblemLines = 6;
constexpr int ActorWidth = 120;

/// Rows as high as those of the other lists of the inspector.
class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = QStyledItemDelegate::sizeHint(option, index).width();
        return {width, option.fontMetrics.height() + 2 * Spacing::Tight};
    }
};

const std::string &rawOf(const DetailItem &item)
{
    return item.version ? item.version->raw : item.entry->raw;
}

} // namespace

DetailView::DetailView(QWidget *parent)
    : QWidget(parent)
    , m_model(new DetailModel(this))
    , m_state(new QStackedWidget(this))
    , m_summary(new WrappedLabel(SummaryLines, this))
    , m_fetch(new QPushButton)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_problem(new WrappedLabel(ProblemLines, this))
    , m_content(new QWidget(this))
    , m_list(new QTreeView(m_content))
    , m_changes(new QPushButton(tr("Show &changes"), m_content))
    , m_event(new QPushButton(tr("Show this eve&nt"), m_content))
{
    setObjectName("detailView"_L1);
    build();
    connect(m_fetch, &QPushButton::clicked, this, [this] {
        if (!m_isSuspended)
            Q_EMIT fetchRequested();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        showStopped();
        Q_EMIT cancelRequested();
    });
    connect(m_list, &QTreeView::activated, this, &DetailView::open);
    connect(m_openAction, &QAction::triggered, this, &DetailView::open);
    connect(m_changesAction, &QAction::triggered, this, &DetailView::openChanges);
    connect(m_changes, &QPushButton::clicked, m_changesAction, &QAction::trigger);
    connect(m_jsonAction, &QAction::triggered, this, &DetailView::openJson);
    connect(m_eventAction, &QAction::triggered, this,
            [this] { Q_EMIT eventRequested(current().entry->event->id); });
    connect(m_event, &QPushButton::clicked, m_eventAction, &QAction::trigger);
    connect(m_copyAction, &QAction::triggered, this, &DetailView::copyJson);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DetailView::updateActions);
    clear();
}

void DetailView::build()
{
    m_summary->setObjectName("detailSummary"_L1);
    m_fetch->setObjectName("detailFetch"_L1);
    m_cancel->setObjectName("detailCancel"_L1);
    m_problem->setObjectName("detailProblem"_L1);
    m_changes->setObjectName("detailChangesButton"_L1);
    m_changes->setToolTip(tr("Shows what the version changed"));
    m_event->setObjectName("detailEventButton"_L1);
    m_event->setToolTip(tr("Replaces the filter with one for this event"));
    m_list->setObjectName("detailList"_L1);
    m_list->setAccessibleName(tr("Versions and events of the vendor"));
    m_list->setUniformRowHeights(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->setExpandsOnDoubleClick(false);
    m_list->setIndentation(Spacing::Wide);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(m_list));
    QHeaderView *header = m_list->header();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionsMovable(false);
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(DetailModel::KindColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(DetailModel::TimeColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(DetailModel::ActionColumn, QHeaderView::Stretch);
    header->resizeSection(DetailModel::ActorColumn, ActorWidth);
    m_openAction = addAction(u"detailOpen"_s, tr("&Open"), Qt::Key_Return);
    m_changesAction = addAction(u"detailChanges"_s, tr("Show &changes"), {});
    m_jsonAction = addAction(u"detailJson"_s, tr("Show &JSON"), {});
    m_eventAction = addAction(u"detailEvent"_s, tr("Show this eve&nt"), Qt::CTRL | Qt::Key_Return);
    m_copyAction = addAction(u"detailCopy"_s, tr("Co&py JSON"), QKeySequence::Copy);
    new ViewShortcuts(m_list);

    auto *idle = new QWidget;
    auto *idleLine = new QHBoxLayout(idle);
    idleLine->setContentsMargins(0, 0, 0, 0);
    idleLine->setSpacing(Spacing::Normal);
    idleLine->addWidget(m_fetch);
    idleLine->addStretch();
    auto *busy = new QWidget;
    auto *progress = new QProgressBar;
    progress->setObjectName("detailProgress"_L1);
    progress->setAccessibleName(tr("Fetching from the vendor"));
    progress->setRange(0, 0); // nobody knows how much there is
    progress->setTextVisible(false);
    auto *busyLine = new QHBoxLayout(busy);
    busyLine->setContentsMargins(0, 0, 0, 0);
    busyLine->setSpacing(Spacing::Normal);
    busyLine->addWidget(progress, 1);
    busyLine->addWidget(m_cancel);
    m_state->addWidget(idle);
    m_state->addWidget(busy);
    m_state->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::Normal);
    buttons->addWidget(m_changes);
    buttons->addWidget(m_event);
    buttons->addStretch();
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(Spacing::Normal);
    content->addWidget(m_list, 1);
    content->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::Normal);
    layout->addWidget(m_summary);
    layout->addWidget(m_state);
    layout->addWidget(m_problem);
    layout->addWidget(m_content, 1);
}

QAction *DetailView::addAction(const QString &name, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(action);
    return action;
}

void DetailView::setDisplayZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_model->setDisplayZone(zone);
    showTexts();
}

void DetailView::clear()
{
    hide();
    m_vendor.clear();
    m_detail.reset();
    m_fetched.reset();
    m_model->setDetail(nullptr);
    m_hasFailed = false;
    m_isSuspended = false;
    m_problem->hide();
    showContent(false);
    showStopped();
}

void DetailView::offer(const QString &vendor)
{
    clear();
    m_vendor = vendor;
    showTexts();
    show();
}

void DetailView::showFetching()
{
    const bool hadFocus = m_fetch->hasFocus();
    m_problem->hide();
    m_state->setCurrentIndex(1);
    if (hadFocus)
        m_cancel->setFocus();
}

void DetailView::showStopped()
{
    const bool hadFocus = m_cancel->hasFocus();
    m_state->setCurrentIndex(0);
    showTexts();
    updateActions();
    if (hadFocus)
        m_fetch->setFocus();
}

void DetailView::showDetail(std::shared_ptr<const EventDetail> detail, UtcMicros fetched)
{
    m_detail = std::move(detail);
    m_fetched = fetched;
    m_hasFailed = false;
    m_problem->hide();
    m_model->setDetail(m_detail);
    m_list->expandAll();
    showContent(m_model->rowCount() > 0);
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
    showStopped();
}

void DetailView::showProblem(const QString &text)
{
    m_hasFailed = true;
    PlainText::show(m_problem, text);
    m_problem->show();
    showStopped();
}

/// Without content the room is for what is above.
void DetailView::showContent(bool isThere)
{
    m_content->setVisible(isThere);
    setSizePolicy(QSizePolicy::Preferred, isThere ? QSizePolicy::Expanding : QSizePolicy::Maximum);
}

void DetailView::suspend()
{
    m_isSuspended = true;
    updateActions();
}

void DetailView::showTexts()
{
    if (m_hasFailed)
        m_fetch->setText(tr("Try again"));
    else if (m_detail)
        m_fetch->setText(tr("Fetch again"));
    else
        m_fetch->setText(tr("Fetch from %1", "a vendor").arg(m_vendor));
    PlainText::show(m_summary, summary());
}

QString DetailView::summary() const
{
    if (!m_detail)
        return tr("%1 may have more about this event.", "a vendor").arg(m_vendor);
    const QString time = exactTime(*m_fetched, m_zone);
    if (m_model->rowCount() == 0)
        return tr("Fetched %1: nothing related to this event.").arg(time);
    return m_detail->isCut ? tr("Fetched %1; %2 has more.", "time, vendor").arg(time, m_vendor)
                           : tr("Fetched %1", "time").arg(time);
}

DetailItem DetailView::current() const
{
    return m_model->item(m_list->currentIndex());
}

void DetailView::updateActions()
{
    const DetailItem item = current();
    const bool isThere = !m_isSuspended && (item.version || item.entry);
    for (QAction *action : {m_openAction, m_jsonAction, m_copyAction})
        action->setEnabled(isThere);
    m_changesAction->setEnabled(isThere && item.version && !item.version->states.empty());
    m_eventAction->setEnabled(isThere && item.entry && item.entry->event);
    // While an event is awaited they do nothing; disabled, a button would hand the keyboard on.
    const auto setOffered = [this](QPushButton *button, bool isOffered) {
        if (!m_isSuspended || !button->hasFocus())
            button->setEnabled(isOffered);
    };
    setOffered(m_changes, m_changesAction->isEnabled());
    setOffered(m_event, m_eventAction->isEnabled());
    setOffered(m_fetch, !m_isSuspended);
}

void DetailView::open()
{
    if (m_changesAction->isEnabled())
        openChanges();
    else if (m_jsonAction->isEnabled())
        openJson();
}

void DetailView::openChanges()
{
    const DetailItem item = current();
    Q_EMIT changesRequested(titleOf(item), item.version->states);
}

void DetailView::openJson()
{
    const DetailItem item = current();
    Q_EMIT openRequested(titleOf(item), rawOf(item));
}

void DetailView::copyJson()
{
    copyText(rawOf(current()));
}

QString DetailView::titleOf(const DetailItem &item) const
{
    if (item.version) {
        return item.version->logged
            ? tr("Version of %1", "time").arg(exactTime(*item.version->logged, m_zone))
            : tr("Version %1", "its id").arg(toQString(item.version->id));
    }
    return item.entry->event ? tr("Event %1", "its id").arg(toQString(item.entry->event->id))
                             : tr("Not readable as an event");
}

} // namespace Trailglass

#include "moc_detailview.cpp"
