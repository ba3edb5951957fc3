// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/retentionnotice.h"

#include "models/core/text.h"
#include "models/workspace/sourcereading.h"

namespace Trailglass {

QString retentionNotice(const SourceEntry &entry)
{
    if (!entry.retention)
        return {};
    return retentionSentence(*entry.retention, entry.record,
                             [](UtcMicros time) { return toQString(formatTime(time)); });
}

void tellRetention(Session &session, const QList<SourceEntry> &entries)
{
    for (const SourceEntry &entry : entries) {
        if (entry.retention)
            session.console.tell(retentionNotice(entry));
    }
}

void tellRetention(Session &session, const QStringList &sources, ReportedRisks reported)
{
    OpenWorkspace workspace(session.workspace);
    const auto entries = readSourceEntries(workspace, session.clock.now());
    if (!entries)
        return;
    QList<SourceEntry> chosen;
    for (const SourceEntry &entry : *entries) {
        const bool isLoss = entry.retention && entry.retention->kind == RetentionRisk::Kind::Lost;
        const bool isReported = reported == ReportedRisks::All || !isLoss;
        if (isReported && (sources.isEmpty() || sources.contains(entry.record.name)))
            chosen.append(entry);
    }
    tellRetention(session, chosen);
}

} // namespace Trailglass
