// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/workspaceservices.h"

namespace Trailglass {

namespace {

/// Between attempts of a scheduled sync while another program works on the workspace.
constexpr std::chrono::minutes LockedWait{1};

} // namespace

WorkspaceServices::WorkspaceServices(const QString &workspace, const Place &events, SecretStore *keychain,
                                     const WorkspaceWindow::Dependencies &dependencies)
    : settings(dependencies.settingsFile)
    , approvals(dependencies.approvalsFile)
    , places{keychain ? *keychain : sessionSecrets, sessionSecrets, approvals}
    , sources(workspace, places, dependencies.clock)
    , presets(workspace)
    , sync(workspace, places, dependencies.clock)
    , pushes(workspace, places.keychain, dependencies.clock, dependencies.settingsFile)
    , pushTargets(workspace, places.keychain, dependencies.clock, dependencies.settingsFile)
    , schedules(sources, dependencies.settingsFile)
    , scheduled(
          {sources, sync, scheduler, dependencies.clock, systemRandom()},
          [this](const QString &source) { return schedules.of(source); }, LockedWait)
    , demo(workspace, dependencies.clock)
    , pages(events)
    , rulePages(events)
    , results(events, dependencies.clock)
    , facets(events, dependencies.clock)
    , paths(events)
    , completions(events, dependencies.clock)
    , samples(events, dependencies.clock)
    , histograms(events, dependencies.clock)
    , emptyResults(events, dependencies.clock)
    , placeFinder(events)
    , related(events, dependencies.clock)
    , details(workspace, places, dependencies.clock)
    , watch(workspace)
    , coverage(events, dependencies.clock)
    , runs(workspace)
    , upgrade(workspace)
{
    if (keychain) // what is done to demo data is not to be found again in one's own
        settings.setWorkspace(workspace);
    // Not those of a workspace that another one has taken the place of.
    sync.setCheckpoints([this](const QString &identity) {
        return identity == sources.identity() ? schedules.checkpoints() : CheckpointSettings();
    });
    results.setPresets(presets.lookup());
    facets.setPresets(presets.lookup());
    completions.setPresets(presets.lookup());
    samples.setPresets(presets.lookup());
    histograms.setPresets(presets.lookup());
    emptyResults.setPresets(presets.lookup());
}

} // namespace Trailglass
