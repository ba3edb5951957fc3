// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/witnesscheck.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/checkpointcheck.h"

#include <algorithm>
#include <utility>

namespace Trailglass {
namespace {

/// The size of the tree that a note states, signed or not; -1 where it states none.
qint64 statedSize(const WitnessNote &note)
{
    const qsizetype begin = note.bytes.indexOf('\n') + 1;
    bool isNumber = false;
    const qint64 size = note.bytes.mid(begin, note.bytes.indexOf('\n', begin) - begin).toLongLong(&isNumber);
    return isNumber ? size : -1;
}

Error witnessNotContinued(const QString &path, const WitnessNote &note, const CheckpointFinding &finding)
{
    const QString file = visibleText(path);
    const bool isVerified = finding.checkpoint && !finding.isUnproved;
    const QString sentence = isVerified
        ? tr("Nothing was signed: the workspace does not continue the checkpoint in line %1 of the witness "
             "file %2.")
        : tr("Nothing was signed, because the checkpoint of this workspace in line %1 of the witness file %2 "
             "cannot be verified.");
    const QString remedy = tr(
        "If an older copy of the workspace is in its place, put the newer one back. “Verify workspace…” in "
        "the window, with this witness file, or “trailglass-cli verify --against %1”, looks for what "
        "differs. To sign the workspace as it is all the same, choose another witness file.");
    return {.kind = ErrorKind::Rejected,
            .message =
                inSequence(inSequence(sentence.arg(note.line).arg(file), finding.problem), remedy.arg(file))};
}

} // namespace

Result<WitnessedCheckpoints> WitnessedCheckpoints::read(const QString &path, const QString &origin,
                                                        const CancelToken &cancel)
{
    WitnessedCheckpoints witnessed(path);
    std::deque<WitnessNote> &notes = witnessed.m_notes;
    std::optional<WitnessNote> &largest = witnessed.m_largest;
    const Result<void> done =
        readWitness(path, cancel, [&notes, &largest, &origin](const WitnessNote &note) -> Result<void> {
            if (!note.isNote || originOfNote(note.bytes) != origin)
                return {};
            if (notes.size() == Compared) {
                if (!largest || statedSize(notes.front()) > statedSize(*largest))
                    largest = notes.front();
                notes.pop_front();
            }
            notes.push_back(note);
            return {};
        });
    if (!done && done.error().kind == ErrorKind::Cancelled)
        return done.error();
    if (!done && done.error().kind != ErrorKind::NotFound) {
        notes.clear();
        largest.reset();
        witnessed.m_failure = done.error();
    }
    // Whoever can only append could put older ones after it.
    const auto isSmaller = [&largest](const WitnessNote &note) {
        return statedSize(note) < statedSize(*largest);
    };
    if (largest && !std::ranges::all_of(notes, isSmaller))
        largest.reset();
    return witnessed;
}

Result<void> WitnessedCheckpoints::compare(CheckpointCheck &check) const
{
    // From the last one on: it is the largest in an ordinary file, and says most.
    for (auto note = m_notes.rbegin(); note != m_notes.rend(); ++note) {
        TRY(compareNote(check, *note));
    }
    return m_largest ? compareNote(check, *m_largest) : Result<void>();
}

Result<void> WitnessedCheckpoints::compareNote(CheckpointCheck &check, const WitnessNote &note) const
{
    TRY(const CheckpointFinding finding, check.check(note.bytes));
    if (!finding.problem.isEmpty())
        return witnessNotContinued(m_path, note, finding);
    return {};
}

} // namespace Trailglass
