// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/archivepush.h"

#include "app/cli/jsonline.h"

#include "models/core/translation.h"
#include "models/workspace/archiveservice.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

QString reportText(const PushReport &report)
{
    QString text = tr("pushed: %1 events · replaced or removed: %2").arg(report.events).arg(report.takenBack);
    if (report.leftOut > 0)
        text += u'\n' + tr("%1 events are too large for an archive and were left out.").arg(report.leftOut);
    return text;
}

} // namespace

ExitCode pushAndReport(Session &session, const ArchiveAccess &access)
{
    const auto progress = [&session](qint64 done, qint64 all) {
        session.console.progress(tr("%1 of %2 rows pushed").arg(done).arg(all));
    };
    const auto report =
        pushWorkspace(session.workspace, access, session.clock, session.interrupt.token(), progress);
    session.console.endProgress();
    if (!report)
        return session.fail(report.error());
    session.console.report(jsonText({{u"archive"_s, access.place.text()},
                                     {u"events"_s, report->events},
                                     {u"taken_back"_s, report->takenBack},
                                     {u"left_out"_s, report->leftOut},
                                     {u"batches"_s, report->batches},
                                     {u"void_numbers"_s, report->voidNumbers}}),
                           reportText(*report));
    return report->leftOut > 0 ? ExitCode::Partial : ExitCode::Done;
}

} // namespace Trailglass
