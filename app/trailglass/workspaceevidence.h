// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/evidencecontroller.h"
#include "app/trailglass/markcontroller.h"
#include "app/trailglass/reviewcontroller.h"
#include "app/trailglass/signingaccess.h"
#include "models/filter/ast.h"
#include "models/workspace/checkpointservice.h"
#include "models/workspace/evidencerunner.h"
#include "models/workspace/evidenceservice.h"
#include "models/workspace/neweventcounter.h"
#include "models/workspace/reviewservice.h"

#include <QObject>

namespace Trailglass {

class ColourRulesController;
class ExportController;
struct WorkspacePanes;
struct WorkspaceServices;

/// What a workspace has beside its events, and an archive has not: reviews, marks and notes, the tree with its checkpoints,
/// evidence bundles. Made of services and of the controllers that show them.
/// \thread GUI
class WorkspaceEvidence : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    struct Parts
    {
        WorkspaceServices &services;
        WorkspacePanes &panes;
        MainWindow &window;
        ExportController &exports;
        ColourRulesController &colours;
        const Clock &clock;
    };
    /// \param workspace  its folder
    /// \param account  name of the local account
    WorkspaceEvidence(const QString &workspace, const QString &account, const Parts &parts,
                      QObject *parent = nullptr);

    /// Reads the reviews for the first time.
    void begin();

Q_SIGNALS:
    /// The user has reviewed, marked or noted something that the filter selects by: other events match now.
    void resultOutdated();

private:
    void connectChanges();
    void takeChanges();

    Parts m_parts;
    ReviewService m_reviews;
    CheckpointService m_checkpoints;
    EvidenceService m_evidence;
    EvidenceRunner m_bundles;
    NewEventCounter m_newEvents;
    SigningAccess m_signing;
    ReviewController m_review;
    MarkController m_marks;
    EvidenceController m_tree;
    Filter::NodePointer m_shown; ///< filter of the last result, presets expanded; null before it
};

} // namespace Trailglass
