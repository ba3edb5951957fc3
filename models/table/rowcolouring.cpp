// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/rowcolouring.h"

#include <utility>

namespace Trailglass {

/// Filled where events are read; read here after the end of it.
struct RowColouring::Work
{
    std::shared_ptr<RowClassifier> classifier;
    std::vector<std::pair<RowId, std::optional<int>>> found;
    std::vector<RowClassifier::Problem> problems;
};

RowColouring::RowColouring(RecordFetcher &fetcher, QObject *parent)
    : QObject(parent)
    , m_fetcher(fetcher)
{
    m_collecting.setSingleShot(true);
    connect(&m_collecting, &QTimer::timeout, this, &RowColouring::requestCollected);
}

void RowColouring::setRules(const QList<ColourRule> &rules, const QueryContext &context,
                            const Filter::PresetLookup &presets)
{
    ++m_generation;
    m_rules = rules;
    m_known.clear();
    m_wanted.clear();
    m_pending.clear();
    m_reported.clear();
    auto classifier = std::make_shared<RowClassifier>(rules, context, presets);
    reportProblems(classifier->problems());
    m_classifier = classifier->isEmpty() ? nullptr : std::move(classifier);
    Q_EMIT changed();
}

const ColourRule *RowColouring::ruleOf(RowId row)
{
    if (!m_classifier || !row || !m_result)
        return nullptr;
    if (const Known *known = m_known.object(row.value))
        return known->rule ? &m_rules[*known->rule] : nullptr;
    if (!m_pending.contains(row.value)) {
        m_pending.insert(row.value);
        m_wanted.push_back(row);
        m_collecting.start();
    }
    return nullptr;
}

void RowColouring::requestCollected()
{
    std::vector<RowId> rows = std::exchange(m_wanted, {});
    if (!m_result) {
        for (const RowId row : rows)
            m_pending.remove(row.value);
        return;
    }
    if (rows.empty())
        return;
    const auto work = std::make_shared<Work>();
    work->classifier = m_classifier;
    const auto classify = [work](std::size_t, EventRecord &&record) {
        work->found.emplace_back(record.row, work->classifier->ruleOf(record));
        const auto &problems = work->classifier->problems();
        if (problems.size() != work->problems.size())
            work->problems = problems;
    };
    const auto ended = [this, rows, work, generation = m_generation](const Result<void> &result) {
        if (generation == m_generation)
            take(rows, work, result || result.error().kind != ErrorKind::Cancelled);
    };
    m_fetcher.read({m_result, std::move(rows)}, RecordFetcher::WithRaw::Yes, classify, this, ended);
}

/// \param isOver  false when newer rows pushed the request out: it may be made again
void RowColouring::take(const std::vector<RowId> &rows, const std::shared_ptr<Work> &work, bool isOver)
{
    for (const RowId row : rows) {
        m_pending.remove(row.value);
        if (isOver) // also of those that are gone or cannot be read: they have no rule
            m_known.insert(row.value, new Known);
    }
    for (const auto &[row, rule] : work->found)
        m_known.insert(row.value, new Known{rule});
    reportProblems(work->problems);
    // Rows that newer ones have replaced in the cache are requested again when they are painted.
    Q_EMIT changed();
}

void RowColouring::reportProblems(const std::vector<RowClassifier::Problem> &problems)
{
    for (const RowClassifier::Problem &problem : problems) {
        if (m_reported.contains(problem.rule))
            continue;
        m_reported.insert(problem.rule);
        Q_EMIT problemFound(problem.rule, problem.sentence);
    }
}

} // namespace Trailglass

#include "moc_rowcolouring.cpp"
