// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/fuzz/syncsettingslaws.h"

#include "models/config/pushsettings.h"
#include "models/config/syncsettings.h"
#include "models/credentials/referenceapprovals.h"
#include "tests/fuzz/fuzztarget.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Fuzz {

namespace {

// Seeds name it.
const auto Identity = u"0123456789abcdef"_s;

/// A byte order mark at the beginning of a text is lost in percent encoding, and half of a surrogate pair in UTF-8.
bool canBeStored(const QString &text)
{
    return text.isValidUtf16() && !text.startsWith(QChar(QChar::ByteOrderMark));
}

bool isSchedule(const SyncSchedule &schedule)
{
    const int minutes = schedule.everyMinutes;
    const bool isInterval = minutes >= SyncSchedule::MinMinutes && minutes <= SyncSchedule::MaxMinutes;
    return !schedule.isByHand() && (minutes == 0 || isInterval);
}

bool isPathOrNone(const QString &path)
{
    return path.isEmpty() || (path.startsWith(u'/') && path.size() <= CheckpointSettings::MaxPath);
}

void checkLimits(const SyncSchedules &schedules, const CheckpointSettings &checkpoints,
                 const PushTargets &targets)
{
    require(schedules.size() <= MaxStoredSchedules && std::ranges::all_of(schedules.values(), isSchedule),
            "schedules are in their limits");
    require(isPathOrNone(checkpoints.witnessFile) && isPathOrNone(checkpoints.folder),
            "paths of checkpoints are absolute");
    require(targets.archives.size() <= PushTargets::MaxArchives
                && (targets.folder.startsWith(u'/') || targets.archives.isEmpty()),
            "archives are few, and of a folder");
}

ReferenceUse sampleUse()
{
    return {.workspace = Identity,
            .source = u"work"_s,
            .type = u"asana"_s,
            .origin = Origin::fromText(u"https://app.asana.com"_s),
            .key = u"access_token"_s,
            .reference = {.kind = SecretReference::Kind::Environment, .place = u"TOKEN"_s}};
}

} // namespace

void checkSyncSettings(const QString &fileName, const QString &againName)
{
    const SyncSettings syncing(fileName);
    const SyncSchedules schedules = syncing.schedules(Identity);
    const CheckpointSettings checkpoints = syncing.checkpoints(Identity);
    const PushTargets targets = PushSettings(fileName).targets(Identity);
    checkLimits(schedules, checkpoints, targets);
    require(checkpoints.witnessFile.isEmpty()
                || SyncSettings::storedWitnessFiles(fileName).contains(checkpoints.witnessFile),
            "a witness file is among those of all workspaces");
    static_cast<void>(PushSettings::storedKeyFiles(fileName));
    const bool isEmpty = schedules.isEmpty() && targets.archives.isEmpty();
    reached(isEmpty ? "nothing of syncs" : "syncs");

    const bool canBeRepeated = std::ranges::all_of(schedules.keys(), canBeStored)
        && canBeStored(checkpoints.witnessFile) && canBeStored(checkpoints.folder)
        && canBeStored(targets.folder) && std::ranges::all_of(targets.archives, [](const PushTarget &target) {
                                   return canBeStored(target.archive) && canBeStored(target.key);
                               });
    if (!canBeRepeated)
        return;
    {
        SyncSettings again(againName);
        again.setSchedules(Identity, schedules);
        again.setPaused(Identity, syncing.isPaused(Identity));
        again.setCheckpoints(Identity, checkpoints);
        PushSettings(againName).setTargets(Identity, targets);
    }
    const SyncSettings again(againName);
    require(again.schedules(Identity) == schedules && again.checkpoints(Identity) == checkpoints
                && again.isPaused(Identity) == syncing.isPaused(Identity),
            "schedules and checkpoints are written and read back");
    require(PushSettings(againName).targets(Identity).archives == targets.archives,
            "archives are written and read back");
}

void checkApprovals(std::string_view content, const QString &fileName)
{
    {
        QFile file(fileName);
        require(file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                    && file.write(content.data(), static_cast<qint64>(content.size())) >= 0,
                "the list can be written");
    }
    const ReferenceApprovals approvals(fileName);
    const QList<ReferenceUse> uses{sampleUse()};
    const auto open = approvals.unapproved(uses);
    reached(open ? "approvals" : "no approvals");
    if (!open) {
        require(open.error().kind == ErrorKind::Storage, "a list that cannot be read is an error of storage");
        return;
    }
    require(open->isEmpty() || *open == uses, "what is not approved is what was requested");
    require(approvals.approve(uses).hasValue(), "a list that can be read can be added to");
    const auto after = approvals.unapproved(uses);
    require(after && after->isEmpty(), "what was approved is approved");
}

} // namespace Trailglass::Fuzz
