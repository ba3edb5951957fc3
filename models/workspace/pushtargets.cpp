// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/pushtargets.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/workspace.h"

#include <QFileInfo>

#include <algorithm>

namespace Trailglass {

namespace {

Error tooManyPushTargets()
{
    return {ErrorKind::TooLarge,
            Trailglass::tr(
                "This workspace is pushed into %1 archives after each sync, which is the limit. Take one off "
                "first: in the window File → Push after syncs, on the command line --after-sync off.")
                .arg(PushTargets::MaxArchives)};
}

/// The targets for the folder that a workspace is in now, to be changed.
PushTargets changeableTargets(const PushSettings &settings, const LocatedWorkspace &workspace)
{
    const PushTargets stored = settings.targets(workspace.identity);
    return stored.folder == workspace.folder ? stored : PushTargets{.folder = workspace.folder};
}

/// Whether these were set for a workspace that is still where it was then, and not here.
bool areOfAnotherFolder(const PushTargets &targets, const LocatedWorkspace &workspace)
{
    return !targets.archives.isEmpty() && targets.folder != workspace.folder
        && QFileInfo::exists(WorkspacePaths::of(targets.folder).database);
}

/// \returns whether it was there
bool takeOff(PushTargets &targets, const QString &archive)
{
    return targets.archives.removeIf([&archive](const PushTarget &each) { return each.archive == archive; })
        > 0;
}

} // namespace

QList<PushTarget> pushTargetsOf(const LocatedWorkspace &workspace, const QString &settingsFile)
{
    const PushTargets targets = PushSettings::storedTargets(workspace.identity, settingsFile);
    return targets.folder == workspace.folder ? targets.archives : QList<PushTarget>();
}

bool isPushTarget(const LocatedWorkspace &workspace, const ArchivePlace &place, const QString &settingsFile)
{
    const QList<PushTarget> targets = pushTargetsOf(workspace, settingsFile);
    return std::ranges::find(targets, place.text(), &PushTarget::archive) != targets.end();
}

QString movedSincePushesWereSet(const LocatedWorkspace &workspace, const QString &settingsFile)
{
    const PushTargets targets = PushSettings::storedTargets(workspace.identity, settingsFile);
    if (targets.archives.isEmpty() || targets.folder == workspace.folder
        || areOfAnotherFolder(targets, workspace))
        return {};
    return Trailglass::tr("This workspace was in %1 when it was set to be pushed after each sync, and is not "
                          "pushed from here. To push it from here again: “Push after syncs…” in the window, "
                          "or “trailglass-cli archive push %2 --after-sync on”.")
        .arg(visibleText(targets.folder), visibleText(targets.archives.constFirst().archive));
}

Result<std::optional<SecretReference>> keyReferenceOf(const PushTarget &target)
{
    if (target.key.isEmpty())
        return std::optional<SecretReference>();
    TRY(const auto reference, parseSecretReference(target.key));
    return std::optional(reference);
}

Result<void> keepPushTarget(const LocatedWorkspace &workspace, const PushTarget &target,
                            const QString &settingsFile)
{
    PushSettings settings(settingsFile);
    if (settings.error())
        return *settings.error();
    PushTargets targets = changeableTargets(settings, workspace);
    takeOff(targets, target.archive);
    if (targets.archives.size() >= PushTargets::MaxArchives)
        return tooManyPushTargets();
    targets.archives.append(target);
    settings.setTargets(workspace.identity, targets);
    return {};
}

Result<bool> dropPushTarget(const LocatedWorkspace &workspace, const QString &archive,
                            const QString &settingsFile)
{
    if (!SettingsFile::exists(settingsFile))
        return false;
    PushSettings settings(settingsFile);
    if (settings.error())
        return *settings.error();
    if (areOfAnotherFolder(settings.targets(workspace.identity), workspace))
        return false; // this one is a copy
    PushTargets targets = changeableTargets(settings, workspace);
    const bool wasThere = takeOff(targets, archive);
    settings.setTargets(workspace.identity, targets);
    return wasThere;
}

bool isPushedAfterSync(const QString &workspace, const ArchivePlace &place, const QString &settingsFile)
{
    const auto located = locateWorkspace(workspace);
    return located && isPushTarget(*located, place, settingsFile);
}

Result<void> pushAfterSync(const QString &workspace, const ArchivePlace &place, const QString &key,
                           const QString &settingsFile)
{
    TRY(const auto located, locateWorkspace(workspace));
    return keepPushTarget(located, {place.text(), key}, settingsFile);
}

Result<bool> stopPushingAfterSync(const QString &workspace, const ArchivePlace &place,
                                  const QString &settingsFile)
{
    TRY(const auto located, locateWorkspace(workspace));
    return dropPushTarget(located, place.text(), settingsFile);
}

} // namespace Trailglass
