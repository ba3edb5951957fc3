// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/archiveclaim.h"

#include "app/cli/archiveaccess.h"
#include "app/cli/jsonline.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/archiveservice.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

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

ExitCode claimOne(Session &session, const ArchiveAccess &access, const CommandLine::Arguments &arguments)
{
    const SourceClaim wanted{.source = arguments.positional.at(1),
                             .takesOver = arguments.has(u"take-over"_s),
                             .isConfirmed = arguments.has(u"yes"_s)};
    const auto report =
        claimForWorkspace(session.workspace, access, wanted, session.clock, session.interrupt.token());
    if (!report)
        return session.fail(report.error());
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
