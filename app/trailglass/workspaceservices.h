// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/workspacewindow.h"
#include "models/config/settings.h"
#include "models/core/localaccount.h"
#include "models/credentials/sessionsecretstore.h"
#include "models/credentials/sourcesecrets.h"
#include "models/filter/filterhistory.h"
#include "models/filter/filterstate.h"
#include "models/network/timerscheduler.h"
#include "models/workspace/coveragelister.h"
#include "models/workspace/demodata.h"
#include "models/workspace/detailservice.h"
#include "models/workspace/emptyresultrunner.h"
#include "models/workspace/facetrunner.h"
#include "models/workspace/histogramrunner.h"
#include "models/workspace/jsonsampler.h"
#include "models/workspace/pathlister.h"
#include "models/workspace/placefinder.h"
#include "models/workspace/presetservice.h"
#include "models/workspace/pushaftersync.h"
#include "models/workspace/pushtargetservice.h"
#include "models/workspace/recordpageloader.h"
#include "models/workspace/relatedrunner.h"
#include "models/workspace/resultrunner.h"
#include "models/workspace/reviewchoice.h"
#include "models/workspace/runlister.h"
#include "models/workspace/scheduledsync.h"
#include "models/workspace/sourceschedules.h"
#include "models/workspace/sourceservice.h"
#include "models/workspace/syncrunner.h"
#include "models/workspace/workspaceupgrade.h"
#include "models/workspace/workspacewatch.h"

namespace Trailglass {

/// Everything that works on one workspace and reads the events of one place. Destroyed before the workspace's folder.
/// \thread GUI
struct WorkspaceServices
{
    /// \param events    the workspace itself; or an archive, of which it has the presets (archiveFolder())
    /// \param keychain  none for a workspace that goes with the window: credentials go with it too
    WorkspaceServices(const QString &workspace, const Place &events, SecretStore *keychain,
                      const WorkspaceWindow::Dependencies &dependencies);

    Settings settings;
    SessionSecretStore sessionSecrets;
    ReferenceApprovals approvals;
    SecretPlaces places;
    FilterState filter;
    FilterHistory history{&filter};
    ReviewChoice reviews{localAccountName()}; ///< which one `is:new` is about
    // Writers are declared first and therefore destroyed last: closing the last connection checkpoints and removes the
    // WAL.
    SourceService sources;
    PresetService presets;
    SyncRunner sync;
    PushAfterSync pushes;
    PushTargetService pushTargets;
    TimerScheduler scheduler;
    SourceSchedules schedules;
    ScheduledSync scheduled;
    DemoImport demo;
    RecordPageLoader pages;
    RecordPageLoader rulePages; ///< for colour rules: their filters may be slow
    ResultRunner results;
    FacetRunner facets;
    PathLister paths;
    FacetRunner completions;
    JsonSampler samples; ///< for completion
    HistogramRunner histograms;
    EmptyResultRunner emptyResults;
    PlaceFinder placeFinder;
    RelatedRunner related;
    DetailService details;
    WorkspaceWatch watch;
    CoverageLister coverage;
    RunLister runs;
    WorkspaceUpgrade upgrade;
};

} // namespace Trailglass
