// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/evidencetext.h"

#include "models/core/countargument.h"
#include "models/core/translation.h"
#include "models/merkle/digest.h"
#include "models/table/timeformatter.h"
#include "models/workspace/signingkeys.h"

#include <QFileInfo>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <span>

namespace Trailglass {

namespace {

using Meaning = VerdictLine::Meaning;

/// Of sources and gaps of a bundle, which may be anybody's.
constexpr std::size_t MaxListed = 100;

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

void addFact(QStringList &facts, const QString &label, const QString &text)
{
    if (!text.isEmpty())
        facts += Trailglass::tr("%1: %2", "name of a fact, fact").arg(label, text);
}

QStringList sourceFacts(const BundleManifest &manifest)
{
    QStringList facts;
    const auto listed = std::span(manifest.sources).first(std::min(manifest.sources.size(), MaxListed));
    for (const BundleManifest::Source &source : listed) {
        addFact(facts, Trailglass::tr("Source"),
                Trailglass::tr("%1 (%2, %3), events: %4", "name, vendor, address, number")
                    .arg(source.name, source.vendor, source.address, numberText(source.events)));
    }
    return facts;
}

QStringList factsOf(const BundleVerdict &verdict, const QTimeZone &zone)
{
    QStringList facts;
    if (const auto &manifest = verdict.manifest) {
        addFact(facts, Trailglass::tr("Case"), manifest->caseText);
        addFact(facts, Trailglass::tr("Note"), manifest->note);
        addFact(facts, Trailglass::tr("Made by"), manifest->by);
        addFact(facts, Trailglass::tr("Made at"), exactTime(manifest->made, zone));
        addFact(facts, Trailglass::tr("Filter"),
                manifest->typed.isEmpty() ? Trailglass::tr("all events") : manifest->typed);
        addFact(facts, Trailglass::tr("Filter with resolved times"), manifest->resolved);
        addFact(facts, Trailglass::tr("Zone of the filter"), QString::fromUtf8(manifest->zone));
        addFact(facts, Trailglass::tr("Events"), numberText(manifest->events));
        if (manifest->first && manifest->last) {
            addFact(facts, Trailglass::tr("From"), exactTime(*manifest->first, zone));
            addFact(facts, Trailglass::tr("To"), exactTime(*manifest->last, zone));
        }
        facts += sourceFacts(*manifest);
        addFact(facts, Trailglass::tr("Program version"), manifest->version);
    }
    if (const auto &checkpoint = verdict.checkpoint) {
        addFact(facts, Trailglass::tr("Leaves of the tree"), numberText(checkpoint->size));
        addFact(facts, Trailglass::tr("Root of the tree"), QString::fromLatin1(hex(checkpoint->root)));
    }
    if (verdict.signer)
        addFact(facts, Trailglass::tr("Public key"), verdict.signer->text());
    return facts;
}

void addGaps(QList<VerdictLine> &lines, const BundleManifest &manifest, const QTimeZone &zone)
{
    if (!manifest.unknownGaps.isEmpty())
        lines.append({Meaning::Notice, manifest.unknownGaps});
    const auto listed = std::span(manifest.gaps).first(std::min(manifest.gaps.size(), MaxListed));
    for (const BundleManifest::Gap &gap : listed) {
        if (gap.window.from && gap.window.to) {
            lines.append(
                {Meaning::Notice,
                 Trailglass::tr(
                     "Events of the source “%1” may be missing from %2 to %3: it was not synced then.")
                     .arg(gap.source, exactTime(*gap.window.from, zone), exactTime(*gap.window.to, zone))});
        }
    }
    if (manifest.gaps.size() > MaxListed) {
        lines.append({Meaning::Notice,
                      Trailglass::tr("Further times that were not synced: %1.")
                          .arg(numberText(static_cast<qint64>(manifest.gaps.size() - MaxListed)))});
    }
    if (manifest.unreadable > 0) {
        lines.append({Meaning::Notice,
                      Trailglass::tr("Rows of these sources that could not be read as events: %1.")
                          .arg(numberText(manifest.unreadable))});
    }
    if (!manifest.missing.isEmpty())
        lines.append({Meaning::Notice, manifest.missing});
}

} // namespace

EvidenceState stateOf(const EvidenceOverview &overview)
{
    EvidenceState state{.isBuilt = overview.isBuilt, .leaves = overview.leaves};
    if (overview.leaves > 0)
        state.root = QString::fromLatin1(hex(overview.root));
    if (!overview.signedHeads.checkpoints.empty()) {
        const KeptCheckpoint &last = overview.signedHeads.checkpoints.back();
        state.last = EvidenceState::Checkpoint{
            .at = last.at, .size = last.size, .isSigned = last.checkpoint.has_value()};
    }
    if (const SigningKeyRecord *key = overview.signedHeads.present()) {
        const NoteVerifier verifier = verifierOf(*key);
        state.key = EvidenceState::Key{.id = keyIdText(verifier),
                                       .text = verifier.text(),
                                       .place = placeText(*key),
                                       .created = key->created,
                                       .isOfUser = key->reference.isNamedPlace()};
    }
    return state;
}

CheckpointChoice choiceOf(const CheckpointSettings &settings)
{
    return {.afterSync = settings.afterSync, .witnessFile = settings.witnessFile};
}

QString writtenText(const WrittenCheckpoint &written)
{
    const int leaves = countArgument(written.checkpoint.size);
    QString text = written.witnessFile.isEmpty()
        ? Trailglass::tr("The tree of %Ln leaves was signed.", nullptr, leaves)
        : Trailglass::tr("The tree of %Ln leaves was signed, and the checkpoint appended to %1.", nullptr,
                         leaves)
              .arg(QFileInfo(written.witnessFile).fileName());
    if (const QString warning = checkpointWarning(written); !warning.isEmpty())
        text = inSequence(text, warning);
    return text;
}

ShownVerdict shownVerdict(const WorkspaceVerdict &verdict)
{
    // In this order: the verdict, the problems, what fits, and what else must be known.
    const QStringList sentences = verdict.sentences();
    const auto problems = static_cast<qsizetype>(verdict.problems.size());
    const qsizetype fitting = (verdict.checkpoints > 0 ? 1 : 0) + (verdict.witnessed > 0 ? 1 : 0);
    ShownVerdict shown{.summary = sentences.constFirst()};
    for (qsizetype place = 0; place < sentences.size(); ++place) {
        Meaning meaning = Meaning::Notice;
        if (place == 0)
            meaning = verdict.isWell() ? Meaning::Good : Meaning::Problem;
        else if (place <= problems)
            meaning = Meaning::Problem;
        else if (place <= problems + fitting)
            meaning = Meaning::Good;
        shown.lines.append({meaning, sentences[place]});
    }
    return shown;
}

QList<VerdictLine> problemLines(const BundleVerdict &verdict)
{
    QList<VerdictLine> lines;
    for (const BundleProblem &problem : verdict.problems)
        lines.append({Meaning::Problem, problem.sentence});
    return lines;
}

BundleDetails detailsOf(const BundleVerdict &verdict, qint64 leftOut, const QTimeZone &zone)
{
    const QStringList sentences = verdictSentences(verdict);
    BundleDetails details;
    QList<VerdictLine> &lines = details.verdict;
    for (const QString &sentence : sentences)
        lines.append(
            {lines.isEmpty() ? Meaning::Good : Meaning::Notice, sentence}); // the verdict comes first
    lines.append(
        {Meaning::Good, Trailglass::tr("Every file of the bundle has the checksum that was signed.")});
    lines.append({Meaning::Good,
                  Trailglass::tr("The hashes of its events and records lead to the root of the tree that the "
                                 "same key signed.")});
    lines.append({Meaning::Notice,
                  Trailglass::tr("It proves nothing of what was stored before the first checkpoint that "
                                 "somebody else keeps, and nothing of what the vendors did not hand out.")});
    if (leftOut > 0) {
        lines.append({Meaning::Notice,
                      Trailglass::tr("Events of the bundle that this version cannot show: %1.")
                          .arg(numberText(leftOut))});
    }
    if (verdict.manifest)
        addGaps(lines, *verdict.manifest, zone);
    details.facts = factsOf(verdict, zone);
    return details;
}

} // namespace Trailglass
