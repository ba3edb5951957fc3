// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/approval.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/credentials/referenceapprovals.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

CommandLine::OptionSpecification trustOption()
{
    return {u"trust"_s,
            {},
            Trailglass::tr("approve the variables and files that the workspace sends to its servers")};
}

Result<void> approveIfTrusted(Session &session, const CommandLine::Arguments &arguments,
                              const QList<ReferenceUse> &uses)
{
    if (!arguments.has(u"trust"_s))
        return ReferenceApprovals::notApproved(uses);
    return approveAndTell(session, uses);
}

Result<void> approveAndTell(Session &session, const QList<ReferenceUse> &uses)
{
    TRY(ReferenceApprovals().approve(uses));
    for (const ReferenceUse &use : uses)
        session.console.tell(tr("Approved: %1").arg(use.sentence()));
    return {};
}

} // namespace Trailglass
