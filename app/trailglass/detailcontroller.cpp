// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/detailcontroller.h"

#include "app/trailglass/approvalprompt.h"
#include "models/filter/edits.h"
#include "models/filter/filterstate.h"
#include "models/sources/source.h"
#include "views/inspector/detailview.h"
#include "views/inspector/inspectorpane.h"

#include <QPointer>

namespace Trailglass {

DetailController::DetailController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.inspector, &InspectorPane::relatedRequested, this, &DetailController::offer);
    connect(&parts.inspector, &InspectorPane::recordChanged, this, &DetailController::leave);
    connect(&m_changes, &ChangeRunner::found, this,
            [this](const auto &changes) { m_parts.inspector.showOtherChanges(m_changesTitle, changes); });
    connectView();
    connectService();
}

void DetailController::connectView()
{
    const DetailView &view = m_parts.inspector.details();
    connect(&view, &DetailView::fetchRequested, this, &DetailController::fetch);
    connect(&view, &DetailView::cancelRequested, &m_parts.service, &DetailService::cancel);
    connect(&view, &DetailView::changesRequested, this, &DetailController::showChanges);
    connect(&view, &DetailView::eventRequested, this, &DetailController::showEvent);
}

/// What it says is about the event in the inspector: leave() cancels the rest.
void DetailController::connectService()
{
    DetailView &view = m_parts.inspector.details();
    connect(&m_parts.service, &DetailService::found, this,
            [&view](const std::shared_ptr<const KnownDetail> &known) {
                view.showDetail({known, &known->detail}, known->fetched);
            });
    connect(&m_parts.service, &DetailService::failed, this,
            [&view](const Error &error) { view.showProblem(error.message); });
    connect(&m_parts.service, &DetailService::approvalRequired, this, &DetailController::askApproval);
}

void DetailController::offer()
{
    const auto &record = m_parts.inspector.record();
    if (!DetailService::isAvailable(*record))
        return;
    m_event = record;
    m_parts.inspector.details().offer(findSource(record->vendor)->type().displayName);
    m_parts.service.request(*m_event, DetailService::From::Workspace);
}

void DetailController::fetch()
{
    m_parts.inspector.details().showFetching();
    m_parts.service.request(*m_event, DetailService::From::Vendor);
}

void DetailController::leave()
{
    m_changes.cancel();
    if (m_event)
        m_parts.service.cancel();
    m_event.reset();
}

void DetailController::askApproval(const QList<ReferenceUse> &uses)
{
    m_parts.inspector.details().showStopped();
    m_parts.approvals.ask(uses, [self = QPointer(this), event = m_event] {
        if (self && self->m_event == event)
            self->fetch();
    });
}

void DetailController::showChanges(const QString &title, const std::string &states)
{
    m_changesTitle = title;
    m_changes.find(std::make_shared<const std::string>(states));
}

void DetailController::showEvent(const std::string &id)
{
    auto tree = Filter::including(Filter::makeNode(Filter::All{}), Field::Id, id);
    tree = Filter::including(tree, Field::Source, m_event->source);
    m_parts.filter.remember();
    m_parts.filter.setTree(tree);
    m_parts.filter.remember();
}

} // namespace Trailglass

#include "moc_detailcontroller.cpp"
