// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/placeaccess.h"

#include "app/cli/archiveaccess.h"
#include "app/cli/bundleaccess.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/workspace/openarchive.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

QList<CommandLine::OptionSpecification> placeOptions()
{
    return archiveOptions() + bundleOptions();
}

Result<PlaceChoice> chosenPlace(const Session &session, const CommandLine::Arguments &arguments)
{
    if (arguments.has(u"archive"_s) && arguments.has(u"bundle"_s))
        return Error{ErrorKind::Usage, tr("Give either --archive or --bundle.")};
    TRY(const bool isBundle, readsBundle(session, arguments));
    TRY(const bool isArchive, readsArchive(session, arguments));
    if (isBundle)
        return PlaceChoice::Bundle;
    return isArchive ? PlaceChoice::Archive : PlaceChoice::Workspace;
}

void withPlace(Session &session, const CommandLine::Arguments &arguments, const UsePlace &use,
               const Finish &finish)
{
    const auto choice = chosenPlace(session, arguments);
    if (!choice)
        return finish(session.fail(choice.error()));
    switch (*choice) {
    case PlaceChoice::Workspace:
        return finish(use(session.workspace));
    case PlaceChoice::Bundle:
        return finish(withBundle(session, arguments,
                                 [&use](const OpenedBundle &bundle) { return use(bundle.workspace); }));
    case PlaceChoice::Archive:
        break;
    }
    const auto useArchive = [use](const ArchiveAccess &access, const Finish &end) {
        end(use(archiveAt(access)));
    };
    withArchive(session, arguments, arguments.value(u"archive"_s), useArchive, finish);
}

Command placeCommand(CommandLine::CommandSpecification specification,
                     std::function<ExitCode(Session &, const Place &, const CommandLine::Arguments &)> run)
{
    specification.options += placeOptions();
    return {std::move(specification),
            [run = std::move(run)](Session &session, const CommandLine::Arguments &arguments,
                                   const Finish &finish) {
                const auto use = [&session, run, arguments](const Place &place) {
                    return run(session, place, arguments);
                };
                withPlace(session, arguments, use, finish);
            }};
}

} // namespace Trailglass
