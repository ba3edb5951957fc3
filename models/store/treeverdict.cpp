// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treeverdict.h"

#include "models/core/countargument.h"
#include "models/core/translation.h"

#include <utility>

namespace Trailglass {

namespace {

using ProblemKind = TreeProblem::Kind;

QString ofEvent(ProblemKind kind, qint64 row)
{
    switch (kind) {
    case ProblemKind::EventAltered:
        return tr("The event of row %1 was changed after it was stored.").arg(row);
    case ProblemKind::EventMissing:
        return tr("The event of row %1 was stored, and is not there any more.").arg(row);
    case ProblemKind::EventUnreadable:
        return tr("The event of row %1 is damaged and cannot be read any more.").arg(row);
    case ProblemKind::GoneAltered:
        return tr("The hash kept of the event of row %1, which was deleted or superseded, was changed.")
            .arg(row);
    case ProblemKind::GoneUnexplained:
        return tr("The event of row %1 is gone, and neither a purge nor a newer version of it explains why.")
            .arg(row);
    case ProblemKind::EventPurged:
        return tr("The event of row %1 is stored, although the record of a purge says that it was deleted.")
            .arg(row);
    case ProblemKind::EventHidden:
        return tr("The event of row %1 is stored, but listed among those that are gone, so that it is not "
                  "found.")
            .arg(row);
    default:
        return tr("The event of row %1 was not stored by Trailglass.").arg(row);
    }
}

QString ofEvents(ProblemKind kind, qint64 first, qint64 count)
{
    const qint64 last = first + count - 1;
    switch (kind) {
    case ProblemKind::EventAltered:
        return tr("The events of rows %1 to %2 were changed after they were stored.").arg(first).arg(last);
    case ProblemKind::EventMissing:
        return tr("The events of rows %1 to %2 were stored, and are not there any more.")
            .arg(first)
            .arg(last);
    case ProblemKind::EventUnreadable:
        return tr("The events of rows %1 to %2 are damaged and cannot be read any more.")
            .arg(first)
            .arg(last);
    case ProblemKind::GoneAltered:
        return tr("The hashes kept of the events of rows %1 to %2, which were deleted or superseded, were "
                  "changed.")
            .arg(first)
            .arg(last);
    case ProblemKind::GoneUnexplained:
        return tr("The events of rows %1 to %2 are gone, and neither a purge nor newer versions of them "
                  "explain why.")
            .arg(first)
            .arg(last);
    case ProblemKind::EventPurged:
        return tr("%Ln event(s) from row %1 on are stored, although the record of a purge says that they "
                  "were deleted.",
                  nullptr, countArgument(count))
            .arg(first);
    case ProblemKind::EventHidden:
        return tr("%Ln event(s) from row %1 on are stored, but listed among those that are gone, so that "
                  "they are not found.",
                  nullptr, countArgument(count))
            .arg(first);
    default:
        return tr("%Ln event(s) from row %1 on were not stored by Trailglass.", nullptr, countArgument(count))
            .arg(first);
    }
}

QString ofLeaves(const TreeProblem &problem)
{
    const qint64 first = problem.firstLeaf;
    const qint64 last = first + problem.count - 1;
    const int count = countArgument(problem.count);
    switch (problem.kind) {
    case ProblemKind::RecordAltered:
        return problem.count == 1
            ? tr("Leaf %1 of the tree, a record, was changed after it was stored.").arg(first)
            : tr("Leaves %1 to %2 of the tree, records, were changed after they were stored.")
                  .arg(first)
                  .arg(last);
    case ProblemKind::RecordMissing:
        return problem.count == 1
            ? tr("Leaf %1 of the tree is not there any more.").arg(first)
            : tr("Leaves %1 to %2 of the tree are not there any more.").arg(first).arg(last);
    case ProblemKind::GoneAltered:
        return problem.count == 1
            ? tr("The hash kept of leaf %1 of the tree, whose content was deleted, was changed.").arg(first)
            : tr("The hashes kept of leaves %1 to %2 of the tree, whose content was deleted, were changed.")
                  .arg(first)
                  .arg(last);
    case ProblemKind::GoneUnexplained:
        return tr("%Ln leaves of the tree are gone that no purge explains.", nullptr, count);
    case ProblemKind::PurgeAltered:
        return tr("The rows that the purge of leaf %1 of the tree took are not those that it names: the list "
                  "of what is gone was changed.")
            .arg(first);
    case ProblemKind::ContentAltered:
        return tr("Something among the leaves %1 to %2 of the tree was changed after it was stored.")
            .arg(first)
            .arg(last);
    case ProblemKind::QuarantineAltered:
        return tr("%Ln quarantined row(s) are not as the tree recorded them, or were added or deleted by "
                  "something else than Trailglass.",
                  nullptr, count);
    case ProblemKind::CoverageAltered:
        return tr(
            "%Ln interval(s) of coverage are not as the tree recorded them, or were added or deleted by "
            "something else than Trailglass.",
            nullptr, count);
    case ProblemKind::ReviewAltered:
        return tr("%Ln review(s), mark(s) or note(s) are not as the tree recorded them, or were added or "
                  "deleted by something else than Trailglass.",
                  nullptr, count);
    case ProblemKind::EventHidden:
        return tr(
            "%Ln source(s) are hidden as if they were being removed, but no record of the tree says that "
            "they are.",
            nullptr, count);
    case ProblemKind::HashAltered:
        return tr("A hash that the tree keeps of its leaves %1 to %2 was changed, or some of these leaves "
                  "together with other hashes of them.")
            .arg(first)
            .arg(last);
    case ProblemKind::HeadAltered:
        return tr("The root noted for the first %Ln leaves of the tree is not theirs.", nullptr,
                  countArgument(last + 1));
    default:
        return tr("The tables of the tree contain numbers that cannot be right.");
    }
}

} // namespace

void TreeVerdict::add(TreeProblem problem)
{
    ++problemCount;
    if (problems.size() < MaxListed)
        problems.push_back(std::move(problem));
}

void TreeProblemRuns::add(TreeProblem::Kind kind, RowId row, qint64 leaf)
{
    const std::optional<RowId> named = row ? std::optional(row) : std::nullopt;
    if (!m_problems.empty()) {
        TreeProblem &last = m_problems.back();
        const bool followsInRow = last.row.has_value() == named.has_value()
            && (!named || named->value == last.row->value + last.count);
        if (last.kind == kind && leaf == last.firstLeaf + last.count && followsInRow) {
            ++last.count;
            m_hasGrown = true;
            return;
        }
    }
    finishSentence();
    m_problems.push_back(treeProblem(kind, named, leaf, 1));
}

/// Not with each leaf: there may be millions in one problem.
void TreeProblemRuns::finishSentence()
{
    if (std::exchange(m_hasGrown, false))
        m_problems.back().sentence = problemSentence(m_problems.back());
}

QString problemSentence(const TreeProblem &problem)
{
    if (!problem.row)
        return ofLeaves(problem);
    return problem.count == 1 ? ofEvent(problem.kind, problem.row->value)
                              : ofEvents(problem.kind, problem.row->value, problem.count);
}

TreeProblem treeProblem(TreeProblem::Kind kind, std::optional<RowId> row, qint64 firstLeaf, qint64 count)
{
    TreeProblem problem{.kind = kind, .row = row, .firstLeaf = firstLeaf, .count = count};
    problem.sentence = problemSentence(problem);
    return problem;
}

} // namespace Trailglass
