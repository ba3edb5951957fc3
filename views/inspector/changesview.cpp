// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/changesview.h"

#include "models/table/changesmodel.h"
#include "views/common/elidedlabel.h"
#include "views/common/emptystate.h"
#include "views/common/spacing.h"
#include "views/inspector/changedelegate.h"
#include "views/inspector/valueactions.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

ChangesView::ChangesView(QWidget *parent)
    : QWidget(parent)
    , m_model(new ChangesModel(this))
    , m_pages(new QStackedWidget(this))
    , m_nothing(new EmptyState(m_pages))
    , m_content(new QWidget(m_pages))
    , m_list(new QTreeView(m_content))
    , m_sideBySide(new QCheckBox(tr("&Side by side"), m_content))
    , m_withSame(new QCheckBox(tr("&Unchanged values"), m_content))
    , m_note(new QLabel(m_content))
    , m_more(new QPushButton(tr("Show &more"), m_content))
    , m_layingOut(new QTimer(this))
    , m_other(new QWidget(this))
    , m_otherTitle(new ElidedLabel(m_other))
    , m_back(new QPushButton(tr("&Back"), m_other))
{
    build();
    m_actions = new ValueActions(m_list, [this] {
        const QModelIndex index = m_list->currentIndex();
        InspectedValue value;
        if (!index.isValid() || !m_model->hasValue(index))
            return value;
        if (auto path = m_model->path(index); path && !m_isOther) {
            value.place = *std::move(path);
            value.filterValue = m_model->filterValue(index);
        }
        value.text = [this, index = QPersistentModelIndex(index)] {
            return m_model->text(index);
        };
        return value;
    });
    connect(m_actions, &ValueActions::filterRequested, this, &ChangesView::filterRequested);
    connect(m_actions, &ValueActions::columnRequested, this, &ChangesView::columnRequested);
    connect(m_actions, &ValueActions::facetRequested, this, &ChangesView::facetRequested);
    connect(m_actions, &ValueActions::openRequested, this, &ChangesView::openRequested);
    connect(m_sideBySide, &QCheckBox::toggled, this, &ChangesView::showLayout);
    connect(m_withSame, &QCheckBox::toggled, this, &ChangesView::showLayout);
    connect(m_sideBySide, &QCheckBox::toggled, this, &ChangesView::choiceChanged);
    connect(m_withSame, &QCheckBox::toggled, this, &ChangesView::choiceChanged);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_model->showMore();
        showNotes();
        m_actions->refresh();
    });
    connect(m_back, &QPushButton::clicked, this, &ChangesView::goBack);
    showLayout();
    setChanges(nullptr);
}

void ChangesView::build()
{
    m_list->setObjectName("changeList"_L1);
    m_list->setAccessibleName(tr("Changes"));
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setItemDelegate(new ChangeDelegate(m_list));
    m_list->setModel(m_model);
    m_list->viewport()->installEventFilter(this);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionsMovable(false);
    m_list->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // How high a row is depends on how wide its texts may be. All rows are laid out: once for all columns.
    m_layingOut->setSingleShot(true);
    m_layingOut->setInterval(0);
    connect(m_list->header(), &QHeaderView::sectionResized, m_layingOut, qOverload<>(&QTimer::start));
    connect(m_layingOut, &QTimer::timeout, m_list, &QTreeView::doItemsLayout);
    m_sideBySide->setObjectName("changesSideBySide"_L1);
    m_withSame->setObjectName("changesWithSame"_L1);
    m_note->setObjectName("changesNote"_L1);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_more->setObjectName("changesShowMore"_L1);
    m_otherTitle->setObjectName("changesOtherTitle"_L1);
    m_back->setObjectName("changesBack"_L1);
    m_back->setToolTip(tr("Shows the changes of the event again"));
    auto *other = new QHBoxLayout(m_other);
    other->setContentsMargins(0, Spacing::Normal, 0, 0);
    other->setSpacing(Spacing::Normal);
    other->addWidget(m_otherTitle, 1);
    other->addWidget(m_back);
    auto *line = new QHBoxLayout;
    line->setSpacing(Spacing::Wide);
    line->addWidget(m_sideBySide);
    line->addWidget(m_withSame);
    line->addStretch();
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, Spacing::Normal, 0, 0);
    content->setSpacing(Spacing::Normal);
    content->addLayout(line);
    content->addWidget(m_list, 1);
    content->addWidget(m_note);
    content->addWidget(m_more, 0, Qt::AlignLeft);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::None);
    layout->addWidget(m_other);
    layout->addWidget(m_pages);
    // From top to bottom.
    setTabOrder(m_back, m_sideBySide);
    setTabOrder(m_sideBySide, m_withSame);
    setTabOrder(m_withSame, m_list);
    setTabOrder(m_list, m_more);
}

/// So that one can step through events, also those with few changes or none, and watch a value.
void ChangesView::keepPlace()
{
    if (m_isOther || m_model->rowCount() == 0)
        return;
    const QScrollBar *bar = m_list->verticalScrollBar();
    const bool isShort = bar->value() == bar->maximum() && bar->value() < m_scrolled;
    if (!isShort)
        m_scrolled = bar->value();
}

void ChangesView::setChanges(std::shared_ptr<const EventChanges> changes)
{
    keepPlace();
    m_own = std::move(changes);
    // The event's own come while something else is looked at: they wait.
    if (!m_own || !m_isOther)
        goBack();
}

void ChangesView::showOther(const QString &title, std::shared_ptr<const EventChanges> changes)
{
    keepPlace();
    m_isOther = true;
    m_otherTitle->show(title);
    m_other->show();
    showThese(std::move(changes));
}

void ChangesView::goBack()
{
    const bool hadFocus = m_back->hasFocus();
    m_isOther = false;
    m_other->hide();
    showThese(m_own);
    if (hadFocus)
        m_list->setFocus();
}

void ChangesView::showThese(std::shared_ptr<const EventChanges> changes)
{
    m_changes = std::move(changes);
    m_model->setChanges(m_changes);
    const bool isNone = m_changes && m_changes->changes.empty();
    if (isNone) {
        QString text = tr("This event holds no values before and after a change.");
        if (m_isOther)
            text = tr("It holds no values before and after a change.");
        else if (m_changes->isCut)
            text = tr("The part of this event that was searched holds no values before and after a change.");
        m_nothing->show(Glyph::Information, tr("No changes"), text);
    }
    m_pages->setCurrentWidget(isNone ? static_cast<QWidget *>(m_nothing) : m_content);
    measureNames();
    showNotes();
    m_actions->refresh();
    if (m_isOther || m_model->rowCount() == 0)
        return;
    m_list->doItemsLayout(); // the scroll bar has the range of the changes before
    m_list->verticalScrollBar()->setValue(m_scrolled);
}

void ChangesView::suspend()
{
    m_actions->suspend();
}

bool ChangesView::isSideBySide() const
{
    return m_sideBySide->isChecked();
}

void ChangesView::setSideBySide(bool sideBySide)
{
    m_sideBySide->setChecked(sideBySide);
}

bool ChangesView::showsUnchanged() const
{
    return m_withSame->isChecked();
}

void ChangesView::setShowsUnchanged(bool shows)
{
    m_withSame->setChecked(shows);
}

void ChangesView::showLayout()
{
    m_model->setLayout(!m_sideBySide->isChecked(), m_withSame->isChecked());
    measureNames();
    showNotes();
    if (m_actions)
        m_actions->refresh();
}

void ChangesView::showNotes()
{
    QStringList notes;
    if (m_changes && m_changes->isCoarse)
        notes += tr("Some values are too large to compare in detail; they are shown as a whole.");
    if (m_changes && m_changes->isCut)
        notes += tr("This event is too large: not all of it was searched for changes.");
    if (m_model->isCut() && !m_model->canShowMore())
        notes += tr("More rows are not shown. Open a value in a window to see all of it.");
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
    m_more->setVisible(m_model->canShowMore());
}

/// Other rows: how wide their names are does not change with the width of the pane.
void ChangesView::measureNames()
{
    m_list->resizeColumnToContents(ChangesModel::NameColumn);
    m_nameWidth = m_list->header()->sectionSize(ChangesModel::NameColumn);
    fitColumns();
}

void ChangesView::fitColumns()
{
    QHeaderView *header = m_list->header();
    const int room = m_list->viewport()->width();
    const int name = std::clamp(m_nameWidth, 60, std::max(room / 3, 60));
    header->resizeSection(ChangesModel::NameColumn, name);
    if (!m_model->isInline())
        header->resizeSection(ChangesModel::BeforeColumn, std::max((room - name) / 2, 40));
}

/// The list has its width when its viewport has: after the panes around it, and with or without a scroll bar.
bool ChangesView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Resize) {
        const auto *resized = static_cast<QResizeEvent *>(event);
        if (resized->size().width() != resized->oldSize().width())
            fitColumns();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Trailglass

#include "moc_changesview.cpp"
