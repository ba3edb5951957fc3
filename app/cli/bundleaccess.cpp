// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/bundleaccess.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/throttledcalls.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

BundleProgress shownOpening(Session &session)
{
    return {
        .verifying = throttledCalls<qint64>([&session](qint64 events) {
            session.console.progress(tr("Verifying the bundle: %Ln events", nullptr, countArgument(events)));
        }),
        .importing = throttledCalls<qint64>([&session](qint64 events) {
            session.console.progress(tr("Opening the bundle: %Ln events", nullptr, countArgument(events)));
        })};
}

/// Beside the result, so that nobody takes it for more than it is.
/// \returns Partial when events are missing in it
ExitCode tellBundle(Session &session, const OpenedBundle &bundle)
{
    ExitCode code = ExitCode::Done;
    if (!bundle.verdict.isOfGivenKey) {
        session.console.tell(tr("The bundle is verified: it was not changed since it was signed. Whose key "
                                "signed it is not verified: --key KEY does that."));
    }
    if (bundle.imported.leftOut > 0) {
        session.console.tell(tr("%Ln events of the bundle cannot be read by this version.", nullptr,
                                countArgument(bundle.imported.leftOut)));
        code = ExitCode::Partial;
    }
    if (const auto &manifest = bundle.verdict.manifest; manifest && !manifest->missing.isEmpty()) {
        session.console.tell(tr("missing events: %1").arg(visibleText(manifest->missing)));
        code = ExitCode::Partial;
    }
    return code;
}

} // namespace

QList<CommandLine::OptionSpecification> bundleOptions()
{
    return {
        {u"bundle"_s, u"FILE"_s,
         tr("read the events of the evidence bundle FILE in place of the workspace; it is verified first, "
            "and not read if it is not what was signed")},
        {u"key"_s, u"KEY"_s,
         tr("the public key that the bundle must be signed by: NAME+ID+KEY, or a PEM file")}};
}

Result<bool> readsBundle(const Session &session, const CommandLine::Arguments &arguments)
{
    const bool isBundle = arguments.has(u"bundle"_s);
    if (isBundle && !session.workspace.isEmpty())
        return Error{ErrorKind::Usage, tr("Give either --workspace or --bundle.")};
    if (!isBundle && arguments.has(u"key"_s))
        return Error{ErrorKind::Usage, tr("--key goes with --bundle.")};
    return isBundle;
}

ExitCode withBundle(Session &session, const CommandLine::Arguments &arguments, const UseBundle &use)
{
    const auto bundle = openBundle(arguments.value(u"bundle"_s), arguments.value(u"key"_s),
                                   session.interrupt.token(), shownOpening(session));
    session.console.endProgress();
    if (!bundle)
        return session.fail(bundle.error());
    const ExitCode found = tellBundle(session, *bundle);
    const ExitCode code = use(*bundle);
    return code == ExitCode::Done ? found : code;
}

} // namespace Trailglass
