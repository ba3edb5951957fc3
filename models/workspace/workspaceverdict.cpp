// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/workspaceverification.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

using KindOfProblem = VerificationProblem::Kind;

QString purgeSentence(const PurgeNotice &purge)
{
    const QString time = toQString(formatTime(purge.at));
    const QString source = visibleText(purge.source);
    const int count = countArgument(purge.leaves);
    if (purge.by == "window"_L1) {
        return tr("On %1 the source “%2” was removed in the window with %Ln event(s): their content is gone, "
                  "their hashes are kept.",
                  nullptr, count)
            .arg(time, source);
    }
    return tr("On %1 the source “%2” was removed by “%3” with %Ln event(s): their content is gone, their "
              "hashes are kept.",
              nullptr, count)
        .arg(time, source, visibleText(purge.by));
}

/// Which rows a purge took; empty where its record does not say so.
QString purgedRowsSentence(const PurgeNotice &purge)
{
    constexpr std::size_t MaxShownRanges = 10;
    if (!purge.rows)
        return {};
    const PurgedRows &rows = *purge.rows;
    if (rows.hash) {
        return tr("They were in %Ln range(s) of rows, from row %1 on; the record of the purge has a hash of "
                  "them.",
                  nullptr, countArgument(rows.count))
            .arg(rows.first.value);
    }
    if (rows.ranges.empty())
        return {};
    const std::size_t shown = std::min(rows.ranges.size(), MaxShownRanges);
    const QString text =
        QString::fromLatin1(purgedRowsText(std::span(rows.ranges).first(shown)).replace(",", ", "));
    const auto others = static_cast<qint64>(rows.ranges.size() - shown);
    return others == 0
        ? tr("They were in the rows %1.").arg(text)
        : tr("They were in the rows %1, and %Ln more range(s) of rows.", nullptr, countArgument(others))
              .arg(text);
}

QString verdictSummary(const WorkspaceVerdict &verdict)
{
    if (verdict.isWell()) {
        return tr(
            "The workspace is as it was stored: all of its %Ln leaves (events, and records of coverage, "
            "reviews and the like) have the hashes that were noted.",
            nullptr, countArgument(verdict.leaves));
    }
    if (std::ranges::all_of(verdict.problems,
                            [](const auto &problem) { return problem.kind == KindOfProblem::Fields; })) {
        return tr(
            "All %Ln leaves of the workspace have the hashes that were noted, but not all that is shown "
            "of events is what their JSON says.",
            nullptr, countArgument(verdict.leaves));
    }
    return tr("The workspace is not as it was stored, or not as it was signed.");
}

} // namespace

QString verificationKindName(VerificationProblem::Kind kind)
{
    switch (kind) {
    case KindOfProblem::Key:
        return u"key"_s;
    case KindOfProblem::Checkpoint:
        return u"checkpoint"_s;
    case KindOfProblem::Witness:
        return u"witness"_s;
    case KindOfProblem::Fields:
        return u"fields"_s;
    case KindOfProblem::Tree:
        break;
    }
    return u"tree"_s;
}

QStringList WorkspaceVerdict::sentences() const
{
    QStringList sentences{verdictSummary(*this)};
    for (const VerificationProblem &problem : problems)
        sentences.append(problem.sentence);
    if (checkpoints > 0) {
        sentences.append(
            Trailglass::tr("%Ln checkpoint(s) of the workspace fit.", nullptr, countArgument(checkpoints)));
    }
    if (witnessed > 0) {
        sentences.append(
            Trailglass::tr("%Ln checkpoint(s) in %1 fit: the workspace continues what was signed then.",
                           nullptr, countArgument(witnessed))
                .arg(visibleText(witnessFile)));
    }
    if (foreign > 0) {
        sentences.append(Trailglass::tr("%Ln checkpoint(s) in %1 are of other workspaces.", nullptr,
                                        countArgument(foreign))
                             .arg(visibleText(witnessFile)));
    }
    for (const PurgeNotice &purge : purges) {
        const QString rows = purgedRowsSentence(purge);
        sentences.append(rows.isEmpty() ? purgeSentence(purge) : inSequence(purgeSentence(purge), rows));
    }
    if (areFieldsLeftOut) {
        sentences.append(
            Trailglass::tr("Actors, actions and other fields of events were not compared with the JSON that "
                           "the hashes are of, nor the index and what is searched: “Check workspace…” in the "
                           "window, or “trailglass-cli doctor”, does that."));
    }
    return sentences + notices;
}

} // namespace Trailglass
