// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/workspaceverification.h"

#include "models/core/countargument.h"
#include "models/core/logging.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"
#include "models/store/treecheck.h"
#include "models/store/treereader.h"
#include "models/workspace/checkpointcheck.h"
#include "models/workspace/witnessfile.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <utility>

namespace Trailglass {
namespace {

using ProblemKind = VerificationProblem::Kind;

Error notHashedYet()
{
    return {.kind = ErrorKind::Unsupported,
            .message = tr(
                "The events of this workspace are not hashed yet, so there is nothing to verify them with. "
                "The next sync or import hashes them, and so does a checkpoint: “Make checkpoint now” in the "
                "window, or “trailglass-cli checkpoint”.")};
}

/// A verification that is on.
class Verification
{
public:
    Verification(const QString &workspace, const CancelToken &cancel, const CheckProgress &progress)
        : m_workspace(workspace)
        , m_cancel(cancel)
        , m_progress(progress)
    {
    }

    /// \error as verifyWorkspace()
    Result<void> open();
    Result<void> checkStored();
    Result<void> compareKept(CheckpointCheck &check);
    Result<void> compareWitness(CheckpointCheck &check, const QString &witnessFile);
    Result<void> compareFields();
    Result<WorkspaceVerdict> run(const QString &witnessFile, VerifiedParts parts);

private:
    void add(VerificationProblem problem);
    void addTreeProblem(const TreeProblem &found);
    Result<std::optional<CheckpointFinding>> compare(CheckpointCheck &check, const QByteArray &note);
    Result<void> compareNote(CheckpointCheck &check, const WitnessNote &note, const QString &place);
    void addNotices();

    const QString &m_workspace;
    const CancelToken &m_cancel;
    const CheckProgress &m_progress;
    std::unique_ptr<EventReader> m_events;
    std::unique_ptr<TreeReader> m_tree;
    QString m_identity;
    std::map<ProblemKind, qsizetype> m_counts; ///< of problems, those that are not listed included
    qint64 m_uncompared = 0; ///< checkpoints
    QString m_whyUncompared; ///< a sentence, of the first of these
    WorkspaceVerdict m_verdict;
};

Result<void> Verification::open()
{
    TRY(m_events, EventReader::open(m_workspace));
    TRY(m_identity, m_events->identity());
    TRY(m_tree, TreeReader::open(m_workspace, m_cancel));
    TRY(const bool isBuilt, m_tree->isBuilt());
    return isBuilt ? Result<void>() : notHashedYet();
}

void Verification::add(VerificationProblem problem)
{
    if (++m_counts[problem.kind] <= WorkspaceVerdict::MaxProblems)
        m_verdict.problems.push_back(std::move(problem));
}

void Verification::addTreeProblem(const TreeProblem &found)
{
    VerificationProblem problem{.kind = ProblemKind::Tree, .sentence = found.sentence, .row = found.row};
    if (found.row) {
        const std::array rows{*found.row};
        const auto records = m_events->records(rows, EventReader::WithRaw::No);
        if (records && records->size() == 1) {
            problem.source = toQString(records->front().source);
            problem.eventId = toQString(records->front().event.id);
            const QString named = found.count == 1
                ? Trailglass::tr("It is the event “%1” of the source “%2”.")
                : Trailglass::tr("The first of them is the event “%1” of the source “%2”.");
            problem.sentence = inSequence(
                problem.sentence, named.arg(visibleText(problem.eventId), visibleText(problem.source)));
        }
    }
    add(std::move(problem));
}

Result<void> Verification::checkStored()
{
    m_progress(Trailglass::tr("Hashing the events of the workspace…"));
    TRY(const TreeVerdict found, checkTree(m_workspace, m_cancel, [this](qint64 leaves) {
            m_progress(
                Trailglass::tr("Hashing the events of the workspace: %1").arg(QLocale().toString(leaves)));
        }));
    if (!found.isBuilt)
        return notHashedYet();
    m_verdict.leaves = found.size;
    m_verdict.root = found.root;
    m_verdict.events = found.events;
    m_verdict.records = found.records;
    m_verdict.gone = found.gone;
    m_verdict.purges = found.purges;
    for (const TreeProblem &problem : found.problems)
        addTreeProblem(problem);
    m_counts[ProblemKind::Tree] =
        std::max(m_counts[ProblemKind::Tree], static_cast<qsizetype>(found.problemCount));
    return {};
}

/// \returns nothing where a leaf is lost that a proof would need, which is among the problems already
Result<std::optional<CheckpointFinding>> Verification::compare(CheckpointCheck &check, const QByteArray &note)
{
    TRY(CheckpointFinding finding, check.check(note));
    if (!finding.isUnproved || m_counts[ProblemKind::Tree] == 0)
        return std::optional(std::move(finding));
    if (++m_uncompared == 1)
        m_whyUncompared = finding.problem;
    return std::optional<CheckpointFinding>();
}

Result<void> Verification::compareKept(CheckpointCheck &check)
{
    const auto kept = m_tree->checkpoints();
    if (!kept && kept.error().kind != ErrorKind::Storage)
        return kept.error();
    if (!kept) { // the list is damaged; a file elsewhere can be compared all the same
        add({.kind = ProblemKind::Checkpoint, .sentence = kept.error().message});
        return {};
    }
    for (const StoredCheckpoint &stored : *kept) {
        if (m_cancel.isCancelled())
            return Error{.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Cancelled.")};
        TRY(auto finding, compare(check, stored.note));
        if (!finding)
            continue;
        if (finding->isForeign)
            finding->problem = Trailglass::tr("It is of another workspace.");
        else if (finding->checkpoint && finding->checkpoint->size != stored.size)
            finding->problem =
                Trailglass::tr("It is listed with another number of leaves than the one that was signed.");
        if (finding->problem.isEmpty()) {
            ++m_verdict.checkpoints;
            continue;
        }
        const QString sentence = Trailglass::tr("The checkpoint of %1 does not fit the workspace.")
                                     .arg(toQString(formatTime(stored.at)));
        add({.kind = ProblemKind::Checkpoint, .sentence = inSequence(sentence, finding->problem)});
    }
    return {};
}

Result<void> Verification::compareNote(CheckpointCheck &check, const WitnessNote &note, const QString &place)
{
    if (!note.isNote) {
        add({.kind = ProblemKind::Witness,
             .sentence =
                 Trailglass::tr("A checkpoint was expected at line %1 of %2.").arg(note.line).arg(place),
             .line = note.line});
        return {};
    }
    TRY(const auto finding, compare(check, note.bytes));
    if (!finding)
        return {};
    if (finding->isForeign) {
        ++m_verdict.foreign;
    } else if (finding->problem.isEmpty()) {
        ++m_verdict.witnessed;
    } else {
        const QString sentence = Trailglass::tr("The checkpoint in line %1 of %2 does not fit the workspace.")
                                     .arg(note.line)
                                     .arg(place);
        add({.kind = ProblemKind::Witness,
             .sentence = inSequence(sentence, finding->problem),
             .line = note.line});
    }
    return {};
}

Result<void> Verification::compareWitness(CheckpointCheck &check, const QString &witnessFile)
{
    const QString place = visibleText(witnessFile);
    m_progress(Trailglass::tr("Comparing the workspace with %1…").arg(place));
    m_verdict.witnessFile = witnessFile;
    const qint64 uncomparedBefore = m_uncompared;
    TRY(readWitness(witnessFile, m_cancel, [this, &check, &place](const WitnessNote &note) {
        return compareNote(check, note, place);
    }));
    if (m_verdict.witnessed == 0 && m_uncompared == uncomparedBefore && m_counts[ProblemKind::Witness] == 0) {
        add({.kind = ProblemKind::Witness,
             .sentence =
                 Trailglass::tr(
                     "%1 has no checkpoint of this workspace, so there is nothing to compare it with.")
                     .arg(place)});
    }
    return {};
}

/// What the hashes do not bind: they are of the JSON, and people see fields, and find events through the index.
Result<void> Verification::compareFields()
{
    TRY(const QStringList differing, checkWorkspace(m_workspace, m_cancel, m_progress));
    for (const QString &sentence : differing)
        add({.kind = ProblemKind::Fields, .sentence = sentence});
    return {};
}

void Verification::addNotices()
{
    if (m_uncompared > 0) {
        m_verdict.notices.append(inSequence(
            Trailglass::tr("%Ln checkpoint(s) could not be compared.", nullptr, countArgument(m_uncompared)),
            m_whyUncompared));
    }
    if (!m_verdict.witnessFile.isEmpty())
        return;
    const bool hasCheckpoint =
        m_verdict.checkpoints > 0 || m_uncompared > 0 || m_counts[ProblemKind::Checkpoint] > 0;
    if (!hasCheckpoint) {
        m_verdict.notices.append(Trailglass::tr(
            "There is no checkpoint yet: whoever can write to the workspace could have changed events and "
            "hashes alike. A witness file in the window, or “trailglass-cli checkpoint --append FILE”, keeps "
            "checkpoints elsewhere."));
    } else {
        m_verdict.notices.append(Trailglass::tr(
            "Whoever can write to the workspace can make events, hashes and checkpoints agree. A file "
            "elsewhere with checkpoints shows that: “Witness file…” in the window, or “trailglass-cli verify "
            "--against FILE”."));
    }
}

Result<WorkspaceVerdict> Verification::run(const QString &witnessFile, VerifiedParts parts)
{
    TRY(open());
    TRY(checkStored());
    m_progress(Trailglass::tr("Comparing the workspace with its checkpoints…"));
    TRY(CheckpointCheck check, CheckpointCheck::make(*m_tree, m_identity));
    for (const QString &sentence : check.keyProblems())
        add({.kind = ProblemKind::Key, .sentence = sentence});
    m_verdict.notices += check.keyNotices();
    TRY(compareKept(check));
    if (!witnessFile.isEmpty()) {
        TRY(compareWitness(check, witnessFile));
    }
    // An event that differs would be listed once more for each field and index that it is in.
    m_verdict.areFieldsLeftOut = parts == VerifiedParts::Hashes || !m_verdict.isWell();
    if (!m_verdict.areFieldsLeftOut) {
        TRY(compareFields());
    }
    addNotices();
    for (const auto &[kind, count] : m_counts) {
        if (count > WorkspaceVerdict::MaxProblems) {
            m_verdict.notices.append(
                Trailglass::tr("Not all problems are listed: there are %1 of the kind “%2”.")
                    .arg(QLocale().toString(count), verificationKindName(kind)));
        }
    }
    return m_verdict;
}

} // namespace

Result<WorkspaceVerdict> verifyWorkspace(const QString &workspace, const QString &witnessFile,
                                         const CancelToken &cancel, const CheckProgress &progress,
                                         VerifiedParts parts)
{
    const LogTimer timer;
    auto verdict = Verification(workspace, cancel, progress).run(witnessFile, parts);
    if (verdict) {
        qCInfo(logEvidence) << "workspace verified: events" << verdict->events << "records"
                            << verdict->records << "gone" << verdict->gone << "checkpoints"
                            << verdict->checkpoints << "of the witness file" << verdict->witnessed
                            << "problems" << verdict->problems.size() << "with fields"
                            << !verdict->areFieldsLeftOut << "in" << timer;
    } else {
        qCInfo(logEvidence).noquote()
            << "workspace not verified:" << errorKindName(verdict.error().kind) << "after" << timer;
    }
    return verdict;
}

} // namespace Trailglass
