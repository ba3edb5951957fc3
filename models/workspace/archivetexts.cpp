// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/archivetexts.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"

namespace Trailglass {

QString creationText(ArchiveCreation created, const ArchivePlace &place)
{
    const QString name = place.text();
    switch (created) {
    case ArchiveCreation::Created:
        return tr("The archive %1 was created.").arg(name);
    case ArchiveCreation::Completed:
        return tr("The archive %1 has the tables now that were added since it was created.").arg(name);
    case ArchiveCreation::Unchanged:
        break;
    }
    return tr("The archive %1 is there already.").arg(name);
}

QString claimText(const QString &source, const ClaimReport &report)
{
    const QString name = visibleText(source);
    if (report.wasOurs)
        return tr("The source “%1” belongs to this workspace already.").arg(name);
    if (report.takenFrom.isEmpty())
        return tr("The source “%1” belongs to this workspace now.").arg(name);
    return tr("The source “%1” was taken over from the workspace “%2”. The next push brings its events.")
        .arg(name, visibleText(report.takenFrom));
}

QString takeoverWarning(const QString &source, const SourceHolder &holder)
{
    return tr("The source “%1” belongs to the workspace “%2”, which has pushed %Ln of its events. Take it "
              "over only if that workspace no longer syncs it. Then its pushes of this source are refused, "
              "the events that this workspace has are counted from here, and those that only “%2” has stay "
              "as they are.",
              nullptr, countArgument(holder.events))
        .arg(visibleText(source), visibleText(holder.name));
}

} // namespace Trailglass
