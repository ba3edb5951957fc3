// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/sourcereading.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/secretlookup.h"
#include "models/workspace/sourcechoice.h"

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

Result<SourceEntry> entryOf(const EventReader &reader, const SourceRecord &source, UtcMicros now)
{
    const auto state = reader.sourceState(source.id);
    if (state) {
        const auto quarantined = reader.hasQuarantined(source.id);
        return SourceEntry{source, *state, retentionRisk(reader, source, now), quarantined && *quarantined};
    }
    Error error = state.error();
    error.message = tr("The state of “%1” cannot be read. %2").arg(visibleText(source.name), error.message);
    return error;
}

} // namespace

Result<QList<SourceEntry>> readSourceEntries(OpenWorkspace &workspace, UtcMicros now)
{
    const auto reader = workspace.reader();
    if (!reader && reader.error().kind == ErrorKind::NotFound)
        return QList<SourceEntry>();
    if (!reader)
        return reader.error();
    TRY(const auto sources, (*reader)->sources());
    QList<SourceEntry> entries;
    for (const SourceRecord &source : sources) {
        const auto entry = entryOf(**reader, source, now);
        if (entry)
            entries.append(*entry);
        else if (entry.error().kind != ErrorKind::NotFound) // purged since the list was read
            return entry.error();
    }
    return entries;
}

QString readIdentity(OpenWorkspace &workspace)
{
    const auto reader = workspace.reader();
    if (!reader)
        return {};
    const auto identity = (*reader)->identity();
    return identity ? *identity : QString();
}

Result<SourceEntry> readSourceEntry(OpenWorkspace &workspace, const QString &name, UtcMicros now)
{
    TRY(const auto reader, workspace.reader());
    TRY(const auto source, listedSource(*reader, name));
    return entryOf(*reader, source, now);
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

Result<QList<ReferenceUse>> readUnapproved(OpenWorkspace &workspace, const ReferenceApprovals &approvals,
                                           const QString &name)
{
    TRY(const auto reader, workspace.reader());
    TRY(const auto source, reader->source(name));
    TRY(const auto identity, reader->identity());
    return SecretLookup::unapproved(approvals, identity, {source});
}

} // namespace Trailglass
