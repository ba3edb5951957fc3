// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/inspectorpane.h"

#include "views/common/emptystate.h"
#include "views/inspector/eventheader.h"
#include "views/inspector/fieldsview.h"
#include "views/inspector/jsonview.h"
#include "views/inspector/rawview.h"
#include "views/inspector/textviewer.h"
#include "views/inspector/valueactions.h"

#include <QStackedWidget>
#include <QTabWidget>
#include <QTimeZone>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

InspectorPane::InspectorPane(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_nothing(new EmptyState(m_pages))
    , m_content(new QWidget(m_pages))
    , m_tabs(new QTabWidget(m_content))
    , m_header(new EventHeader(m_content))
    , m_fields(new FieldsView(m_tabs))
    , m_json(new JsonView(m_tabs))
    , m_raw(new RawView(m_tabs))
    , m_loading(new QTimer(this))
{
    setObjectName("inspector"_L1);
    m_tabs->setObjectName("inspectorTabs"_L1);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_fields, tr("Fields"));
    m_tabs->addTab(m_json, tr("JSON"));
    m_tabs->addTab(m_raw, tr("Raw"));
    auto *copy = new QToolButton(m_tabs);
    copy->setObjectName("copyJson"_L1);
    copy->setText(tr("Copy JSON"));
    copy->setToolTip(tr("Copies the event's JSON exactly as received"));
    copy->setAutoRaise(true);
    m_tabs->setCornerWidget(copy);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(m_tabs, 1);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_loading->setSingleShot(true);
    m_loading->setInterval(200);
    connect(m_loading, &QTimer::timeout, this, [this] {
        m_nothing->show(Glyph::Time, tr("Reading the event…"), {});
        m_pages->setCurrentWidget(m_nothing);
    });
    connect(copy, &QToolButton::clicked, this, &InspectorPane::copyJson);
    connectView(m_fields);
    connectView(m_json);
    clear();
}

template <class View>
void InspectorPane::connectView(View *view)
{
    connect(view, &View::filterRequested, this, &InspectorPane::filterRequested);
    connect(view, &View::columnRequested, this, &InspectorPane::columnRequested);
    connect(view, &View::openRequested, this, &InspectorPane::openValue);
}

void InspectorPane::setDisplayZone(const QTimeZone &zone)
{
    m_header->setDisplayZone(zone);
    m_fields->setDisplayZone(zone);
}

InspectorPane::Tab InspectorPane::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void InspectorPane::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void InspectorPane::showRecord(EventRecord record)
{
    setRecord(std::make_shared<const EventRecord>(std::move(record)));
    m_pages->setCurrentWidget(m_content);
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
    m_fields->suspend();
    m_json->suspend();
    if (!m_loading->isActive())
        m_loading->start();
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
    m_record = std::move(record);
    // The JSON is the record's own; nothing is copied.
    const auto raw = m_record ? std::shared_ptr<const std::string>(m_record, &m_record->event.raw) : nullptr;
    m_header->setRecord(m_record);
    m_fields->setRecord(m_record);
    m_json->setDocument(raw);
    m_raw->setDocument(raw);
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
