// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/approval.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/workspace/secretlookup.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

CommandLine::OptionSpecification trustOption()
{
    return {u"trust"_s,
            {},
            Trailglass::tr("approve the variables and files that the workspace sends to its servers")};
}

Result<void> requireApproval(Session &session, const CommandLine::Arguments &arguments,
                             const QString &identity, const QList<SourceRecord> &sources)
{
    TRY(const auto unapproved, SecretLookup::unapproved(ReferenceApprovals(), identity, sources));
    if (unapproved.isEmpty())
        return {};
    if (!arguments.has(u"trust"_s))
        return ReferenceApprovals::notApproved(unapproved);
    return approveAndTell(session, unapproved);
}

Result<void> approveAndTell(Session &session, const QList<ReferenceUse> &uses)
{
    const auto approved = ReferenceApprovals().approve(uses);
    if (!approved)
        return approved;
    for (const ReferenceUse &use : uses)
        session.console.tell(tr("Approved: %1").arg(use.sentence()));
    return {};
}

} // namespace Trailglass
