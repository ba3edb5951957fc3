// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/checkpointoverview.h"

#include "models/core/text.h"
#include "models/store/eventreader.h"
#include "models/store/treereader.h"
#include "models/workspace/signingkeys.h"

#include <utility>

namespace Trailglass {
namespace {

KeptCheckpoint keptCheckpoint(const StoredCheckpoint &stored, const std::vector<NoteVerifier> &verifiers)
{
    KeptCheckpoint kept{.size = stored.size, .at = stored.at, .note = stored.note};
    const auto opened = openNote(stored.note, verifiers);
    if (!opened)
        return kept;
    if (const auto checkpoint = parseTreeCheckpoint(opened->text)) {
        kept.checkpoint = *checkpoint;
        kept.signer = keyIdText(opened->verifier);
    }
    return kept;
}

} // namespace

const SigningKeyRecord *CheckpointOverview::present() const
{
    return presentKey(keys);
}

Result<CheckpointOverview> readCheckpoints(const QString &workspace)
{
    CheckpointOverview overview;
    {
        TRY(const auto reader, EventReader::open(workspace));
        TRY(overview.identity, reader->identity());
    }
    TRY(const auto tree, TreeReader::open(workspace));
    TRY(overview.keys, tree->signingKeys());
    std::vector<NoteVerifier> verifiers;
    for (const SigningKeyRecord &key : overview.keys)
        verifiers.push_back(verifierOf(key));
    TRY(const auto stored, tree->checkpoints());
    for (const StoredCheckpoint &each : stored)
        overview.checkpoints.push_back(keptCheckpoint(each, verifiers));
    return overview;
}

QString placeText(const SigningKeyRecord &key)
{
    return visibleText(printSecretReference(key.reference));
}

} // namespace Trailglass
