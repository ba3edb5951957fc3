// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/evidenceoutput.h"

#include "app/cli/jsonline.h"
#include "app/cli/outputoptions.h"

#include "models/core/text.h"
#include "models/core/translation.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

QJsonValue bundleTextJson(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue bundleTimeJson(const std::optional<UtcMicros> &time)
{
    return time ? QJsonValue(toQString(formatTime(*time))) : QJsonValue();
}

QJsonObject bundleTreeJson(const TreeCheckpoint &checkpoint)
{
    return {{u"origin"_s, checkpoint.origin},
            {u"size"_s, checkpoint.size},
            {u"root"_s, QString::fromLatin1(hex(checkpoint.root))},
            {u"at"_s, bundleTimeJson(statedTime(checkpoint))}};
}

QJsonArray bundleGapsJson(const BundleManifest &manifest)
{
    QJsonArray gaps;
    for (const BundleManifest::Gap &gap : manifest.gaps) {
        gaps.append(QJsonObject{{u"source"_s, gap.source},
                                {u"from"_s, bundleTimeJson(gap.window.from)},
                                {u"to"_s, bundleTimeJson(gap.window.to)}});
    }
    return gaps;
}

QJsonObject evidenceJson(const QString &fileName, const EvidenceReport &report)
{
    const BundleManifest &manifest = report.bundle.manifest;
    return {{u"output"_s, fileName},
            {u"events"_s, manifest.events},
            {u"leaves"_s, report.bundle.leaves},
            {u"bytes"_s, report.bundle.bytes},
            {u"tree_size"_s, manifest.size},
            {u"key"_s, report.signer.text()},
            {u"complete"_s, manifest.statesCompleteness},
            {u"neutralised_cells"_s, report.bundle.events.neutralisedCells},
            {u"gaps"_s, manifest.unknownGaps.isEmpty() ? QJsonValue(bundleGapsJson(manifest)) : QJsonValue()},
            {u"warnings"_s, QJsonArray::fromStringList(report.warnings)}};
}

QString evidenceText(const QString &fileName, const EvidenceReport &report)
{
    const BundleManifest &manifest = report.bundle.manifest;
    QStringList lines{tr("%1: events: %2 · leaves of the tree: %3 · formulas escaped: %4")
                          .arg(visibleText(fileName), QLocale().toString(manifest.events),
                               QLocale().toString(manifest.size),
                               QLocale().toString(report.bundle.events.neutralisedCells)),
                      tr("signed by %1").arg(visibleText(report.signer.text()))};
    for (const BundleManifest::Gap &gap : manifest.gaps)
        lines.append(gapSentence(gap.source, gap.window));
    for (const QString &warning : report.warnings)
        lines.append(tr("warning: %1").arg(warning));
    return lines.join(u'\n');
}

QJsonObject bundleVerdictJson(const QString &fileName, const BundleVerdict &verdict)
{
    QJsonArray problems;
    for (const BundleProblem &problem : verdict.problems) {
        problems.append(
            QJsonObject{{u"kind"_s, faultName(problem.fault)},
                        {u"message"_s, problem.sentence},
                        {u"file"_s, bundleTextJson(problem.file)},
                        {u"event"_s, problem.event > 0 ? QJsonValue(problem.event) : QJsonValue()}});
    }
    const auto &manifest = verdict.manifest;
    return {
        {u"bundle"_s, fileName},
        {u"verified"_s, verdict.isVerified()},
        {u"by_given_key"_s, verdict.isVerified() && verdict.isOfGivenKey},
        {u"key"_s, verdict.signer ? QJsonValue(verdict.signer->text()) : QJsonValue()},
        {u"tree"_s, verdict.checkpoint ? QJsonValue(bundleTreeJson(*verdict.checkpoint)) : QJsonValue()},
        {u"leaves"_s, verdict.leaves},
        {u"whole_tree"_s, verdict.isVerified() && verdict.isWholeTree()},
        {u"events"_s, manifest ? QJsonValue(manifest->events) : QJsonValue()},
        {u"states_completeness"_s, manifest ? QJsonValue(manifest->statesCompleteness) : QJsonValue()},
        {u"made"_s, manifest ? bundleTimeJson(manifest->made) : QJsonValue()},
        {u"by"_s, manifest ? bundleTextJson(manifest->by) : QJsonValue()},
        {u"case"_s, manifest ? bundleTextJson(manifest->caseText) : QJsonValue()},
        {u"filter"_s, manifest ? QJsonValue(manifest->resolved) : QJsonValue()},
        {u"first"_s, manifest ? bundleTimeJson(manifest->first) : QJsonValue()},
        {u"last"_s, manifest ? bundleTimeJson(manifest->last) : QJsonValue()},
        {u"gaps"_s,
         manifest && manifest->unknownGaps.isEmpty() ? QJsonValue(bundleGapsJson(*manifest)) : QJsonValue()},
        {u"problems"_s, problems}};
}

/// What a verified bundle says of itself.
QStringList bundleFacts(const BundleVerdict &verdict)
{
    QStringList facts;
    if (verdict.signer)
        facts.append(tr("key: %1").arg(visibleText(verdict.signer->text())));
    if (const auto time = verdict.checkpoint ? statedTime(*verdict.checkpoint) : std::nullopt)
        facts.append(tr("checkpoint of: %1").arg(toQString(formatTime(*time))));
    if (const auto &manifest = verdict.manifest) {
        facts.append(
            tr("made: %1 by %2").arg(toQString(formatTime(manifest->made)), visibleText(manifest->by)));
        facts.append(tr("filter: %1").arg(visibleText(manifest->typed)));
        if (!manifest->caseText.isEmpty())
            facts.append(tr("case: %1").arg(visibleText(manifest->caseText)));
        facts.append(manifest->unknownGaps.isEmpty()
                         ? tr("coverage gaps: %1").arg(manifest->gaps.size())
                         : tr("coverage gaps: not known (%1)").arg(visibleText(manifest->unknownGaps)));
        if (!manifest->missing.isEmpty())
            facts.append(tr("missing events: %1").arg(visibleText(manifest->missing)));
    }
    return facts;
}

} // namespace

ExitCode reportEvidence(Session &session, const QString &fileName, const EvidenceReport &report)
{
    session.console.report(jsonText(evidenceJson(fileName, report)), evidenceText(fileName, report));
    const BundleManifest &manifest = report.bundle.manifest;
    return manifest.missing.isEmpty() && manifest.unknownGaps.isEmpty() ? ExitCode::Done : ExitCode::Partial;
}

ExitCode printVerdict(Session &session, const QString &fileName, const BundleVerdict &verdict)
{
    const bool isVerified = verdict.isVerified();
    const QStringList lines = verdictSentences(verdict) + (isVerified ? bundleFacts(verdict) : QStringList());
    session.console.print(session.json ? jsonLine(bundleVerdictJson(fileName, verdict))
                                       : QString(lines.join(u'\n') + u'\n'));
    return isVerified ? ExitCode::Done : ExitCode::Failed;
}

} // namespace Trailglass
