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
                "first: in the window File → Push after syncs, on the command line --after-sync off.")
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

/// \returns whether it was there
bool takeOff(PushTargets &targets, const QString &archive)
{
    return targets.archives.removeIf([&archive](const PushTarget &each) { return each.archive == archive; })
        > 0;
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

Result<std::optional<SecretReference>> keyReferenceOf(const PushTarget &target)
{
    if (target.key.isEmpty())
        return std::optional<SecretReference>();
    TRY(const auto reference, parseSecretReference(target.key));
    return std::optional(reference);
}

Result<void> keepPushTarget(const PushOwner &owner, const PushTarget &target, const QString &settingsFile)
{
    PushSettings settings(settingsFile);
    if (settings.error())
        return *settings.error();
    PushTargets targets = changeableTargets(settings, owner);
    takeOff(targets, target.archive);
    if (targets.archives.size() >= PushTargets::MaxArchives)
        return tooManyPushTargets();
    targets.archives.append(target);
    settings.setTargets(owner.identity, targets);
    return {};
}

Result<bool> dropPushTarget(const PushOwner &owner, const QString &archive, const QString &settingsFile)
{
    if (!SettingsFile::exists(settingsFile))
        return false;
    PushSettings settings(settingsFile);
    if (settings.error())
        return *settings.error();
    if (areOfAnotherFolder(settings.targets(owner.identity), owner))
        return false; // this one is a copy
    PushTargets targets = changeableTargets(settings, owner);
    const bool wasThere = takeOff(targets, archive);
    settings.setTargets(owner.identity, targets);
    return wasThere;
}

bool isPushedAfterSync(const QString &workspace, const ArchivePlace &place, const QString &settingsFile)
{
    const auto owner = pushOwner(workspace);
    const QList<PushTarget> targets = owner ? pushTargetsOf(*owner, settingsFile) : QList<PushTarget>();
    return std::ranges::find(targets, place.text(), &PushTarget::archive) != targets.end();
}

Result<void> pushAfterSync(const QString &workspace, const ArchivePlace &place, const QString &key,
                           const QString &settingsFile)
{
    TRY(const auto owner, pushOwner(workspace));
    return keepPushTarget(owner, {place.text(), key}, settingsFile);
}

Result<bool> stopPushingAfterSync(const QString &workspace, const ArchivePlace &place,
                                  const QString &settingsFile)
{
    TRY(const auto owner, pushOwner(workspace));
    return dropPushTarget(owner, place.text(), settingsFile);
}

} // namespace Trailglass
