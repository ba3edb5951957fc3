// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/sourcereading.h"

#include "models/core/result.h"
#include "models/workspace/secretlookup.h"

#include <algorithm>

namespace Trailglass {
namespace {

/// The references that the user has entered just now.
SourceSecrets::References givenReferences(const SourcePlan &plan)
{
    SourceSecrets::References given;
    for (const QString &key : plan.givenReferences)
        given.insert(key, plan.record.secrets.value(key));
    return given;
}

} // namespace

Result<QList<SourceEntry>> readSourceEntries(OpenWorkspace &workspace)
{
    const auto reader = workspace.reader();
    if (!reader && reader.error().kind == ErrorKind::NotFound)
        return QList<SourceEntry>();
    if (!reader)
        return reader.error();
    TRY(const auto sources, (*reader)->sources());
    QList<SourceEntry> entries;
    for (const SourceRecord &source : sources) {
        const auto state = (*reader)->sourceState(source.id);
        if (state)
            entries.append({source, *state});
        else if (state.error().kind != ErrorKind::NotFound) // purged since the list was read
            return state.error();
    }
    return entries;
}

Result<StoredSource> readStoredSource(OpenWorkspace &workspace, SourceId id)
{
    TRY(const auto reader, workspace.reader());
    TRY(const auto sources, reader->sources());
    const auto found = std::ranges::find(sources, id, &SourceRecord::id);
    if (found == sources.end())
        return Error{ErrorKind::NotFound, SourceService::tr("The source is not in this workspace any more.")};
    TRY(const auto identity, reader->identity());
    return StoredSource{*found, identity, SecretLookup::account(identity, id)};
}

Result<void> approveGiven(OpenWorkspace &workspace, const ReferenceApprovals &approvals,
                          const SourcePlan &plan)
{
    TRY(const auto reader, workspace.reader());
    TRY(const auto identity, reader->identity());
    TRY(const auto use, SecretLookup::use(identity, plan.record));
    return approvals.approve(ReferenceApprovals::usesOf(use, givenReferences(plan)));
}

Result<SourceSecrets::References> readNotedSecrets(OpenWorkspace &workspace, const QString &name)
{
    const auto reader = workspace.reader();
    if (!reader && reader.error().kind == ErrorKind::NotFound)
        return SourceSecrets::References();
    if (!reader)
        return reader.error();
    const auto source = (*reader)->source(name);
    if (source)
        return source->removed ? source->secrets : SourceSecrets::References();
    return source.error().kind == ErrorKind::NotFound ? Result(SourceSecrets::References()) : source.error();
}

} // namespace Trailglass
