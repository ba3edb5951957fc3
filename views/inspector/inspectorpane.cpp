// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/inspectorpane.h"

#include "models/core/text.h"
#include "views/common/emptystate.h"
#include "views/common/icons.h"
#include "views/common/spacing.h"
#include "views/common/theme.h"
#include "views/evidence/remarksbar.h"
#include "views/inspector/changesview.h"
#include "views/inspector/detailview.h"
#include "views/inspector/eventheader.h"
#include "views/inspector/fieldsview.h"
#include "views/inspector/jsonview.h"
#include "views/inspector/loadingveil.h"
#include "views/inspector/rawview.h"
#include "views/inspector/relatedview.h"
#include "views/inspector/textviewer.h"
#include "views/inspector/valueactions.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTimeZone>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Pixels. In a low window the parts of a tab are cut rather than the window made higher.
constexpr int MinTabsHeight = 120;

/// Of the events of a workspace each has its own, in every version of it.
QString keyOf(const EventRecord &record)
{
    return toQString(record.source) + u'\n' + toQString(record.event.id);
}

} // namespace

InspectorPane::InspectorPane(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_nothing(new EmptyState(m_pages))
    , m_content(new QWidget(m_pages))
    , m_tabs(new QTabWidget(m_content))
    , m_header(new EventHeader(m_content))
    , m_remarks(new RemarksBar(m_content))
    , m_fields(new FieldsView(m_tabs))
    , m_changes(new ChangesView(m_tabs))
    , m_related(new RelatedView(m_tabs))
    , m_json(new JsonView(m_tabs))
    , m_raw(new RawView(m_tabs))
    , m_copy(new QToolButton(m_tabs))
    , m_loading(new QTimer(this))
    , m_veil(new LoadingVeil(tr("Reading the event…"), m_content))
{
    setObjectName("inspector"_L1);
    m_tabs->setObjectName("inspectorTabs"_L1);
    // The tabs take the keyboard, not what is around them, which has no role.
    m_tabs->setFocusPolicy(Qt::NoFocus);
    m_tabs->tabBar()->setFocusPolicy(Qt::TabFocus);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_fields, tr("Fields"));
    m_tabs->addTab(m_changes, tr("Changes"));
    m_tabs->addTab(m_related, tr("Related"));
    m_tabs->addTab(m_json, tr("JSON"));
    m_tabs->addTab(m_raw, tr("Raw"));
    m_copy->setObjectName("copyJson"_L1);
    m_copy->setAccessibleName(tr("Copy JSON"));
    m_copy->setToolTip(tr("Copies the event's JSON exactly as received"));
    m_copy->setAutoRaise(true);
    m_tabs->setCornerWidget(m_copy);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(Spacing::Normal, Spacing::Tight, Spacing::Normal, Spacing::Normal);
    column->setSpacing(Spacing::Normal);
    m_header->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // no dock is made higher for it
    m_header->reserveOutsideResult();
    limitTabs();
    connect(m_header, &EventHeader::arranged, this, &InspectorPane::limitTabs);
    column->addWidget(m_header);
    column->addWidget(m_remarks);
    column->addWidget(m_tabs, 1);
    m_remarks->hide();
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_loading->setSingleShot(true);
    m_loading->setInterval(200);
    connect(m_loading, &QTimer::timeout, this, [this] {
        // Another page would take the keyboard away from whoever steps through events, or types here.
        if (m_pages->currentWidget() == m_content)
            m_veil->show();
        else
            m_nothing->show(Glyph::Time, tr("Reading the event…"), {});
    });
    connect(m_copy, &QToolButton::clicked, this, &InspectorPane::copyJson);
    connect(m_remarks, &RemarksBar::filterRequested, this, &InspectorPane::filterRequested);
    connect(m_tabs, &QTabWidget::currentChanged, this, &InspectorPane::requestRelated);
    connect(m_tabs, &QTabWidget::currentChanged, this, &InspectorPane::tabChanged);
    connect(m_fields, &FieldsView::choiceChanged, this, &InspectorPane::choicesChanged);
    connect(m_changes, &ChangesView::choiceChanged, this, &InspectorPane::choicesChanged);
    connect(m_raw, &RawView::choiceChanged, this, &InspectorPane::choicesChanged);
    connect(m_related, &RelatedView::replaceRequested, this, &InspectorPane::replaceRequested);
    connect(m_related, &RelatedView::addRequested, this, &InspectorPane::addRequested);
    connect(&details(), &DetailView::openRequested, this, &InspectorPane::openValue);
    connectView(m_fields);
    connectView(m_changes);
    connectView(m_json);
    paintIcons();
    clear();
}

template <class View>
void InspectorPane::connectView(View *view)
{
    connect(view, &View::filterRequested, this, &InspectorPane::filterRequested);
    connect(view, &View::columnRequested, this, &InspectorPane::columnRequested);
    connect(view, &View::facetRequested, this, &InspectorPane::facetRequested);
    connect(view, &View::openRequested, this, &InspectorPane::openValue);
}

void InspectorPane::setDisplayZone(const QTimeZone &zone)
{
    m_header->setDisplayZone(zone);
    m_fields->setDisplayZone(zone);
    m_related->setDisplayZone(zone);
    details().setDisplayZone(zone);
}

DetailView &InspectorPane::details() const
{
    return m_related->details();
}

InspectorPane::Tab InspectorPane::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void InspectorPane::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

InspectorPane::Choices InspectorPane::choices() const
{
    return {.showsEmptyFields = m_fields->showsEmptyFields(),
            .isSideBySide = m_changes->isSideBySide(),
            .showsUnchanged = m_changes->showsUnchanged(),
            .isJsonFormatted = m_raw->isFormatted()};
}

void InspectorPane::setChoices(const Choices &choices)
{
    m_fields->setShowsEmptyFields(choices.showsEmptyFields);
    m_changes->setSideBySide(choices.isSideBySide);
    m_changes->setShowsUnchanged(choices.showsUnchanged);
    m_raw->setFormatted(choices.isJsonFormatted);
}

void InspectorPane::showRemarks(const EventRecord &record)
{
    if (m_record && keyOf(record) == keyOf(*m_record))
        m_remarks->show(keyOf(record), {record.mark, toQString(record.note)});
}

void InspectorPane::showRecord(EventRecord record)
{
    // What is emptied and filled again lets go of the keyboard on the way.
    QWidget *focused = QApplication::focusWidget();
    const QPointer<QWidget> keyboard = m_content->isAncestorOf(focused) ? focused : nullptr;
    setRecord(std::make_shared<const EventRecord>(std::move(record)));
    m_pages->setCurrentWidget(m_content);
    m_isRelatedWanted = true;
    requestRelated();
    if (keyboard && keyboard->isVisible() && keyboard->isEnabled() && !keyboard->hasFocus())
        keyboard->setFocus(Qt::OtherFocusReason);
}

/// Counting costs more than showing, so it waits for somebody to look.
void InspectorPane::requestRelated()
{
    if (m_record && tab() == RelatedTab && std::exchange(m_isRelatedWanted, false))
        Q_EMIT relatedRequested();
}

void InspectorPane::showRelated(std::vector<RelatedQuery> queries)
{
    m_related->setQueries(std::move(queries));
}

void InspectorPane::showRelatedCounts(std::size_t query, const RelatedCounts &counts)
{
    m_related->setCounts(query, counts);
}

void InspectorPane::showRelatedProblem(const QString &text)
{
    m_related->setProblem(text);
}

void InspectorPane::showChanges(const std::shared_ptr<const EventChanges> &changes)
{
    m_changes->setChanges(changes);
    showWhetherChanged(changes && !changes->changes.empty());
}

void InspectorPane::showOtherChanges(const QString &title, const std::shared_ptr<const EventChanges> &changes)
{
    m_changes->showOther(title, changes);
    setTab(ChangesTab);
}

/// Where there is nothing to see the tab is quiet; its text stays, so that no tab moves.
void InspectorPane::showWhetherChanged(bool isChanged)
{
    m_isChanged = isChanged;
    m_tabs->tabBar()->setTabTextColor(ChangesTab, isChanged ? QColor() : Colours::quiet(palette()));
}

void InspectorPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
    QWidget::changeEvent(event);
}

/// The line that a narrow header has for the result makes no window higher.
void InspectorPane::limitTabs()
{
    const int line = fontMetrics().height() + Spacing::Tight;
    m_tabs->setMinimumHeight(m_header->hasTwoColumns() ? MinTabsHeight : MinTabsHeight - line);
}

void InspectorPane::paintIcons()
{
    m_copy->setIcon(Icons::icon(Glyph::Copy, palette()));
    showWhetherChanged(m_isChanged);
}

void InspectorPane::setOutsideResult(bool isOutside)
{
    m_header->setOutsideResult(isOutside);
}

void InspectorPane::clear()
{
    setRecord(nullptr);
    m_nothing->show(Glyph::Information, tr("Select an event"),
                    tr("Select an event to see its fields and its JSON."));
    m_pages->setCurrentWidget(m_nothing);
}

void InspectorPane::setLoading()
{
    // What is still shown is not to be copied, or filtered by, as the event that comes.
    m_record.reset();
    m_remarks->suspend();
    m_fields->suspend();
    m_changes->suspend();
    m_related->suspend();
    m_json->suspend();
    if (!m_loading->isActive())
        m_loading->start();
    Q_EMIT recordChanged();
}

void InspectorPane::showError(const QString &text)
{
    setRecord(nullptr);
    m_nothing->show(Glyph::Warning, tr("This event cannot be shown"), text);
    m_pages->setCurrentWidget(m_nothing);
}

void InspectorPane::setRecord(std::shared_ptr<const EventRecord> record)
{
    m_loading->stop();
    m_veil->hide();
    m_record = std::move(record);
    // The JSON is the record's own; nothing is copied.
    const auto raw = m_record ? std::shared_ptr<const std::string>(m_record, &m_record->event.raw) : nullptr;
    m_header->setRecord(m_record);
    if (m_record)
        showRemarks(*m_record);
    else
        m_remarks->suspend();
    m_fields->setRecord(m_record);
    m_changes->setChanges(nullptr);
    m_related->setQueries({});
    details().clear();
    m_json->setDocument(raw);
    m_raw->setDocument(raw);
    Q_EMIT recordChanged();
}

void InspectorPane::copyJson()
{
    if (m_record)
        copyText(m_record->event.raw);
}

void InspectorPane::openValue(const QString &title, const std::string &text)
{
    auto *viewer = new TextViewer(title, text, this);
    viewer->show();
}

} // namespace Trailglass

#include "moc_inspectorpane.cpp"
