// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/sourcespane.h"

#include "views/common/elidedlabel.h"
#include "views/common/emptystate.h"
#include "views/common/icons.h"
#include "views/common/messagestrip.h"
#include "views/common/rowlist.h"
#include "views/common/spacing.h"
#include "views/common/typescale.h"
#include "views/sources/runsview.h"
#include "views/sources/sourcestatedelegate.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// At least this wide, the details stand beside the table.
constexpr int WideEnough = 1000;
/// Room for what happens, in digits, where there is least.
constexpr int MessageDigits = 12;

/// As QSplitter shares the room until a handle is moved.
QList<int> untouchedSizes(const QSplitter &splitter)
{
    QList<int> sizes;
    const bool isHorizontal = splitter.orientation() == Qt::Horizontal;
    for (int place = 0; place < splitter.count(); ++place) {
        const QWidget *part = splitter.widget(place);
        const QSizePolicy policy = part->sizePolicy();
        sizes.append(isHorizontal ? policy.horizontalStretch() * part->sizeHint().width()
                                  : policy.verticalStretch() * part->sizeHint().height());
    }
    return sizes;
}

} // namespace

SourcesPane::SourcesPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new SourceTableModel(this))
    , m_strip(new MessageStrip(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_lists(new QSplitter(Qt::Vertical, this))
    , m_table(new QTableView(this))
    , m_runs(new RunsView(this))
    , m_title(new ElidedLabel(this))
    , m_details(new QPlainTextEdit(this))
{
    setObjectName("sourcesPane"_L1);
    makeActions();
    makeTable();
    m_splitter->setObjectName("sourcesSplitter"_L1);
    m_splitter->addWidget(makeLists());
    m_splitter->addWidget(makeDetails());
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_empty->show(Glyph::Source, tr("No sources yet"), tr("Add a source to fetch its audit log."),
                  tr("Add a source…"));
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_partSizes.page = m_splitter->sizes(); });
    connect(m_lists, &QSplitter::splitterMoved, this, [this] { m_partSizes.lists = m_lists->sizes(); });
    connect(m_empty, &EmptyState::acted, this, &SourcesPane::addRequested);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::Section, Spacing::Normal, Spacing::Section, Spacing::Section);
    layout->setSpacing(Spacing::Normal);
    layout->addWidget(makeHead());
    layout->addWidget(m_strip);
    layout->addWidget(m_stack, 1);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &SourcesPane::rowsChanged);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &SourcesPane::rowsChanged);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SourcesPane::rowsChanged);
    rowsChanged();
}

QAction *SourcesPane::makeAction(const char *name, const QString &text, const QString &help)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(name));
    action->setToolTip(help);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    return action;
}

void SourcesPane::makeActions()
{
    m_back = new QAction(tr("Back to the events"), this);
    m_back->setObjectName("leaveSources"_L1);
    m_back->setToolTip(tr("Shows the events again (Esc)"));
    m_back->setStatusTip(tr("Shows the events again"));
    m_back->setShortcut(Qt::Key_Escape);
    m_back->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_back);
    connect(m_back, &QAction::triggered, this, &SourcesPane::left);
    m_add = makeAction("addSource", tr("Add…"), tr("Add another source"));
    m_edit = makeAction("editSource", tr("Edit…"), tr("Change settings and credentials of this source"));
    m_test = makeAction("testSource", tr("Test"), tr("Fetch one page; nothing is stored"));
    m_sync = makeAction("syncSource", tr("Sync this"), tr("Fetch new events of this source"));
    m_fullSync = makeAction("fullSyncSource", tr("Fetch everything again"),
                            tr("Fetch all events of this source again; deletes nothing"));
    m_syncFrom = makeAction("syncFromSource", tr("Sync from…"),
                            tr("Fetch the events of this source again from a time on; deletes nothing"));
    m_coverage = makeAction("sourceCoverage", tr("Coverage…"),
                            tr("Show which times of this source were fetched completely"));
    m_quarantine = makeAction("sourceQuarantine", tr("Quarantine…"), {});
    m_syncAll = makeAction("syncAll", tr("Sync all"), tr("Fetch new events of all sources"));
    m_cancel = makeAction("cancelSyncs", tr("Cancel"), tr("Stop the sync; events already fetched are kept"));
    m_cancel->setVisible(false);
    m_remove = makeAction("removeSource", {}, {});
    m_add->setShortcut(Qt::Key_Insert);
    m_edit->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    m_remove->setShortcut(Qt::Key_Delete);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_add, &QAction::triggered, this, &SourcesPane::addRequested);
    connect(m_edit, &QAction::triggered, this, [this] { Q_EMIT editRequested(currentSource()); });
    connect(m_test, &QAction::triggered, this, [this] { Q_EMIT testRequested(currentSource()); });
    connect(m_sync, &QAction::triggered, this, [this] { Q_EMIT syncRequested(currentSource()); });
    connect(m_fullSync, &QAction::triggered, this, [this] { Q_EMIT fullSyncRequested(currentSource()); });
    connect(m_syncFrom, &QAction::triggered, this, [this] { Q_EMIT syncFromRequested(currentSource()); });
    connect(m_coverage, &QAction::triggered, this, [this] { Q_EMIT coverageRequested(currentSource()); });
    connect(m_quarantine, &QAction::triggered, this, [this] { Q_EMIT quarantineRequested(currentSource()); });
    connect(m_remove, &QAction::triggered, this, [this] { Q_EMIT removeRequested(currentSource()); });
    connect(m_syncAll, &QAction::triggered, this, &SourcesPane::syncAllRequested);
    connect(m_cancel, &QAction::triggered, this, &SourcesPane::cancelRequested);
}

void SourcesPane::makeTable()
{
    m_table->setObjectName("sourcesTable"_L1);
    m_table->setAccessibleName(tr("Sources"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new SourceStateDelegate(m_table));
    setUpRowList(*m_table);
    const QFontMetrics metrics(font());
    QHeaderView *header = m_table->horizontalHeader();
    const int widths[] = {14, 10, 20, 9, 12, 11, 20, MessageDigits}; // in digits, by column
    for (int column = 0; column < SourceTableModel::ColumnCount; ++column)
        header->resizeSection(column, widths[column] * metrics.horizontalAdvance(u'0') + 2 * Spacing::Normal);
    // What happens stands beside the state; counts and times may scroll out of a narrow pane.
    header->moveSection(SourceTableModel::MessageColumn, SourceTableModel::EventsColumn);
    m_table->viewport()->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        updateActions();
        showDetails();
    });
    connect(m_table, &QTableView::doubleClicked, m_edit, &QAction::trigger);
}

bool SourcesPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) {
        // What happens gets the room that the others leave.
        QHeaderView *header = m_table->horizontalHeader();
        const int others = header->length() - header->sectionSize(SourceTableModel::MessageColumn);
        const int least = MessageDigits * fontMetrics().horizontalAdvance(u'0') + 2 * Spacing::Normal;
        header->resizeSection(SourceTableModel::MessageColumn,
                              std::max(m_table->viewport()->width() - others, least));
    }
    return QWidget::eventFilter(watched, event);
}

QToolButton *SourcesPane::makeButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(action->objectName() + "Button"_L1);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

QWidget *SourcesPane::makeHead()
{
    auto *head = new QWidget(this);
    auto *title = new QLabel(tr("Sources"), head);
    title->setFont(textFont(TextStyle::Title, font()));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Hair);
    layout->addWidget(makeButton(m_back, head));
    layout->addSpacing(Spacing::Normal);
    layout->addWidget(title);
    layout->addSpacing(Spacing::Section);
    for (QAction *action : {m_syncAll, m_cancel, m_sync, m_add, m_edit, m_test, m_remove}) {
        QToolButton *button = makeButton(action, head);
        layout->addWidget(button);
        if (action == m_cancel)
            m_cancelButton = button;
        if (action == m_sync) {
            button->addActions({m_fullSync, m_syncFrom}); // in the menu of the button
            button->setPopupMode(QToolButton::MenuButtonPopup);
        }
    }
    layout->addStretch();
    m_cancelButton->hide();
    paintIcons();
    return head;
}

QWidget *SourcesPane::makeLists()
{
    m_lists->setObjectName("sourceListsSplitter"_L1);
    m_lists->setChildrenCollapsible(false);
    m_lists->addWidget(m_table);
    m_lists->addWidget(m_runs);
    m_lists->setStretchFactor(0, 2);
    m_lists->setStretchFactor(1, 3);
    return m_lists;
}

QWidget *SourcesPane::makeDetails()
{
    auto *side = new QWidget(this);
    m_title->setFont(textFont(TextStyle::Strong, font()));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setObjectName("sourceTitle"_L1);
    m_details->setObjectName("sourceDetails"_L1);
    m_details->setAccessibleName(tr("Details of the source"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Tight);
    layout->addWidget(m_title);
    layout->addWidget(m_details, 1);
    layout->addWidget(makeButton(m_quarantine, side), 0, Qt::AlignLeft);
    return side;
}

void SourcesPane::setPartSizes(const PartSizes &sizes)
{
    m_partSizes = sizes;
    if (!sizes.page.isEmpty())
        m_splitter->setSizes(sizes.page);
    if (!sizes.lists.isEmpty())
        m_lists->setSizes(sizes.lists);
}

void SourcesPane::resetPartSizes()
{
    setPartSizes({untouchedSizes(*m_splitter), untouchedSizes(*m_lists)});
    m_partSizes = {};
}

QString SourcesPane::currentSource() const
{
    return m_table->currentIndex().data(SourceTableModel::NameRole).toString();
}

void SourcesPane::setCurrentSource(const QString &name)
{
    if (const auto row = m_model->rowOf(name))
        m_table->selectRow(*row);
}

void SourcesPane::showDetails()
{
    const auto position = m_model->rowOf(currentSource());
    const SourceRow row = position ? m_model->rows().at(*position) : SourceRow();
    m_title->show(position ? tr("%1 (%2)").arg(row.name, row.displayName) : QString());
    m_runs->setSource(row.name);
    if (std::exchange(m_hasQuarantined, row.hasQuarantined) != row.hasQuarantined)
        paintQuarantine();
    // The same text again would take the reader's selection and place away.
    if (m_details->toPlainText() != row.details)
        m_details->setPlainText(row.details);
}

void SourcesPane::setSyncing(bool syncing)
{
    m_syncing = syncing;
    m_cancel->setVisible(syncing);
    m_cancelButton->setVisible(syncing);
    updateActions();
}

void SourcesPane::setCanSyncAll(bool canSync)
{
    m_canSyncAll = canSync;
    updateActions();
}

void SourcesPane::rowsChanged()
{
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_splitter) : m_empty);
    if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
    updateActions();
    showDetails();
}

void SourcesPane::updateActions()
{
    const QModelIndex current = m_table->currentIndex();
    const auto state = static_cast<SourceRow::State>(current.data(SourceTableModel::StateRole).toInt());
    const bool active = current.isValid() && state != SourceRow::State::Removed;
    const bool isIdle = active && state != SourceRow::State::Syncing && state != SourceRow::State::Waiting;
    m_edit->setEnabled(active);
    m_test->setEnabled(active);
    m_sync->setEnabled(isIdle); // also beside a sync of others
    m_fullSync->setEnabled(isIdle);
    m_syncFrom->setEnabled(isIdle);
    m_coverage->setEnabled(current.isValid());
    m_quarantine->setEnabled(current.isValid());
    m_remove->setEnabled(current.isValid() && !m_syncing);
    const bool isRemoved = current.isValid() && !active; // what is left of it are its events
    m_remove->setText(isRemoved ? tr("Delete events…") : tr("Remove…"));
    m_remove->setToolTip(isRemoved ? tr("Delete the events of this removed source")
                                   : tr("Remove this source, with or without its events"));
    m_syncAll->setEnabled(m_canSyncAll && m_model->rowCount() > 0); // also beside a sync of others
}

void SourcesPane::paintIcons()
{
    const std::pair<QAction *, Glyph> icons[] = {{m_back, Glyph::Back},    {m_add, Glyph::Add},
                                                 {m_edit, Glyph::Edit},    {m_test, Glyph::Information},
                                                 {m_sync, Glyph::Sync},    {m_remove, Glyph::Delete},
                                                 {m_syncAll, Glyph::Sync}, {m_cancel, Glyph::Cancel}};
    for (const auto &[action, glyph] : icons)
        action->setIcon(Icons::icon(glyph, palette()));
    paintQuarantine();
}

/// The triangle says that something is wrong: only where it is.
void SourcesPane::paintQuarantine()
{
    m_quarantine->setIcon(Icons::icon(m_hasQuarantined ? Glyph::Warning : Glyph::Table, palette()));
    m_quarantine->setToolTip(m_hasQuarantined
                                 ? tr("Show the rows of this source that are not stored as events")
                                 : tr("No row of this source is quarantined"));
}

void SourcesPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
    QWidget::changeEvent(event);
}

void SourcesPane::resizeEvent(QResizeEvent *event)
{
    m_splitter->setOrientation(width() >= WideEnough ? Qt::Horizontal : Qt::Vertical);
    QWidget::resizeEvent(event);
}

} // namespace Trailglass

#include "moc_sourcespane.cpp"
