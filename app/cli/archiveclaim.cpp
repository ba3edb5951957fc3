// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/archiveclaim.h"

#include "app/cli/archiveaccess.h"
#include "app/cli/jsonline.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/archiveservice.h"
#include "models/workspace/archivetexts.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// The source belongs to another workspace, and what is to be added to go on all the same.
Error needsConsent(const QString &source, const SourceHolder &holder, bool takesOver)
{
    if (takesOver) {
        return {ErrorKind::Usage,
                inSequence(takeoverWarning(source, holder), tr("If that is what you want, add --yes."))};
    }
    return {ErrorKind::Rejected,
            tr("The source “%1” belongs to the workspace “%2”. If this workspace is to go on with it, add "
               "--take-over.")
                .arg(visibleText(source), visibleText(holder.name))};
}

ExitCode claimOne(Session &session, const ArchiveAccess &access, const CommandLine::Arguments &arguments)
{
    const bool takesOver = arguments.has(u"take-over"_s);
    const SourceClaim wanted{.source = arguments.positional.at(1),
                             .takesOver = takesOver && arguments.has(u"yes"_s)};
    const auto report =
        claimForWorkspace(session.workspace, access, wanted, session.clock, session.interrupt.token());
    if (!report)
        return session.fail(report.error());
    if (report->heldBy)
        return session.fail(needsConsent(wanted.source, *report->heldBy, takesOver));
    const QJsonValue from = report->takenFrom.isEmpty() ? QJsonValue() : QJsonValue(report->takenFrom);
    session.console.report(jsonText({{u"archive"_s, access.place.text()},
                                     {u"source"_s, wanted.source},
                                     {u"was_ours"_s, report->wasOurs},
                                     {u"taken_from"_s, from}}),
                           claimText(wanted.source, *report));
    return ExitCode::Done;
}

} // namespace

Command archiveClaimCommand()
{
    return archiveCommand(
        {{u"archive"_s, u"claim"_s},
         u"URL SOURCE"_s,
         tr("Makes a source of an archive belong to the workspace, which then pushes its events."),
         {{u"take-over"_s, {}, tr("also from another workspace; says from which, and what follows")},
          {u"yes"_s, {}, tr("with --take-over: do it")}},
         2,
         2},
        claimOne);
}

} // namespace Trailglass
