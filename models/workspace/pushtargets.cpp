// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/pushtargets.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"
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
                "with --after-sync off.")
                .arg(PushTargets::MaxArchives)};
}

/// The targets for the folder that a workspace is in now, to be changed.
PushTargets changeableTargets(const PushSettings &settings, const PushOwner &owner)
{
    const PushTargets stored = settings.targets(owner.identity);
    return stored.folder == owner.folder ? stored : PushTargets{.folder = owner.folder};
}

/// Whether these were set for a workspace that is still where it was then, and not here.
bool areOfAnotherFolder(const PushTargets &targets, const PushOwner &owner)
{
    return !targets.archives.isEmpty() && targets.folder != owner.folder
        && QFileInfo::exists(WorkspacePaths::of(targets.folder).database);
}

bool hasPushTarget(const PushTargets &targets, const ArchivePlace &place)
{
    return std::ranges::find(targets.archives, place.text(), &PushTarget::archive) != targets.archives.end();
}

} // namespace

Result<PushOwner> pushOwner(const QString &workspace)
{
    TRY(const auto reader, EventReader::open(workspace));
    TRY(const QString identity, reader->identity());
    return PushOwner{identity, WorkspacePaths::of(workspace).canonicalFolder()};
}

QList<PushTarget> pushTargetsOf(const PushOwner &owner, const QString &settingsFile)
{
    const PushTargets targets = PushSettings::storedTargets(owner.identity, settingsFile);
    return targets.folder == owner.folder ? targets.archives : QList<PushTarget>();
}

QString movedSincePushesWereSet(const PushOwner &owner, const QString &settingsFile)
{
    const PushTargets targets = PushSettings::storedTargets(owner.identity, settingsFile);
    if (targets.archives.isEmpty() || targets.folder == owner.folder || areOfAnotherFolder(targets, owner))
        return {};
    return Trailglass::tr(
               "This workspace was in %1 when it was set to be pushed after each sync, and is not pushed "
               "from here. To push it from here again: trailglass-cli archive push %2 --after-sync on")
        .arg(visibleText(targets.folder), visibleText(targets.archives.constFirst().archive));
}

bool isPushedAfterSync(const QString &workspace, const ArchivePlace &place, const QString &settingsFile)
{
    const auto owner = pushOwner(workspace);
    return owner && hasPushTarget({owner->folder, pushTargetsOf(*owner, settingsFile)}, place);
}

Result<void> pushAfterSync(const QString &workspace, const ArchivePlace &place, const QString &key,
                           const QString &settingsFile)
{
    TRY(const auto owner, pushOwner(workspace));
    PushSettings settings(settingsFile);
    if (settings.error())
        return *settings.error();
    PushTargets targets = changeableTargets(settings, owner);
    targets.archives.removeIf([&place](const PushTarget &target) { return target.archive == place.text(); });
    if (targets.archives.size() >= PushTargets::MaxArchives)
        return tooManyPushTargets();
    targets.archives.append({place.text(), key});
    settings.setTargets(owner.identity, targets);
    return {};
}

Result<bool> stopPushingAfterSync(const QString &workspace, const ArchivePlace &place,
                                  const QString &settingsFile)
{
    TRY(const auto owner, pushOwner(workspace));
    if (!SettingsFile::exists(settingsFile))
        return false;
    PushSettings settings(settingsFile);
    if (settings.error())
        return *settings.error();
    if (areOfAnotherFolder(settings.targets(owner.identity), owner))
        return false; // this one is a copy
    PushTargets targets = changeableTargets(settings, owner);
    const bool wasThere = hasPushTarget(targets, place);
    targets.archives.removeIf([&place](const PushTarget &target) { return target.archive == place.text(); });
    settings.setTargets(owner.identity, targets);
    return wasThere;
}

} // namespace Trailglass
