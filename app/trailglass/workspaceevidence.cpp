// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/workspaceevidence.h"

#include "app/trailglass/colourrulescontroller.h"
#include "app/trailglass/exportcontroller.h"
#include "app/trailglass/filteredit.h"
#include "app/trailglass/workspacepanes.h"
#include "app/trailglass/workspaceservices.h"
#include "models/filter/reviewstates.h"
#include "views/inspector/inspectorpane.h"
#include "views/window/mainwindow.h"

#include <QAction>

#include <string>

namespace Trailglass {

WorkspaceEvidence::WorkspaceEvidence(const QString &workspace, const QString &account, const Parts &parts,
                                     QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_reviews(workspace, account, parts.clock)
    , m_checkpoints(workspace, parts.services.places, parts.clock)
    , m_evidence(workspace)
    , m_bundles(workspace, parts.clock)
    , m_newEvents(workspace, parts.clock)
    , m_signing(m_checkpoints, m_evidence)
    , m_review({m_reviews, parts.services.reviews, m_newEvents, parts.services.results, parts.services.filter,
                parts.services.settings, *parts.panes.events, parts.window})
    , m_marks({m_reviews, parts.services.pages, *parts.panes.events, *parts.panes.inspector, parts.window})
    , m_tree(workspace,
             {m_evidence, m_signing, parts.services.schedules, parts.services.watch, parts.services.settings,
              parts.window})
{
    m_newEvents.setPresets(parts.services.presets.lookup());
    parts.exports.offerBundles({m_bundles, m_signing, parts.services.filter, account});
    connect(parts.window.actions().showOnlyMarked, &QAction::triggered, this, [this] {
        FilterState &filter = m_parts.services.filter;
        filter.setTree(
            edited(filter.tree(), FilterEdit::Only, Filter::ReviewField::Is, std::string("marked")));
        filter.remember();
    });
    connectChanges();
}

void WorkspaceEvidence::connectChanges()
{
    connect(&m_parts.services.results, &ResultRunner::finished, this,
            [this](const QueryResult &result) { m_shown = result.expanded; });
    connect(&m_parts.services.watch, &WorkspaceWatch::reviewsChanged, this, &WorkspaceEvidence::takeChanges);
    connect(&m_review, &ReviewController::reviewsRead, &m_parts.colours,
            &ColourRulesController::readReviewsAgain);
    connect(&m_review, &ReviewController::newEventsChanged, this, &WorkspaceEvidence::resultOutdated);
    connect(&m_marks, &MarkController::marksChanged, this, [this] {
        if (m_shown && Filter::asksForMarks(m_shown))
            Q_EMIT resultOutdated();
    });
}

void WorkspaceEvidence::begin()
{
    m_review.reload();
}

/// Somebody else may have reviewed, marked or noted something: nothing moves that the user looks at.
void WorkspaceEvidence::takeChanges()
{
    m_review.reload();
    m_marks.reload();
    if (m_shown && (Filter::asksForMarks(m_shown) || Filter::asksForNew(m_shown)))
        m_parts.services.results.refresh();
}

} // namespace Trailglass

#include "moc_workspaceevidence.cpp"
