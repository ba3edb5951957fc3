// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/resultsnapshot.h"
#include "models/table/recordfetcher.h"
#include "models/table/rowclassifier.h"

#include <QCache>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace Trailglass {

/// The colour rules of the events in sight: requested while they are painted, found on the thread that reads
/// events, so that scrolling never waits for a filter.
///
/// \thread GUI
class RowColouring : public QObject
{
    Q_OBJECT

public:
    /// Rows whose rule is remembered; some screens full.
    static constexpr int MaxRemembered = 20'000;

    /// \param fetcher  outlives this object; best one that serves nothing else
    explicit RowColouring(RecordFetcher &fetcher, QObject *parent = nullptr);

    /// Says which result the rows are of; null: none.
    void setResult(ResultPointer result) { m_result = std::move(result); }
    /// From now on these rules decide.
    void setRules(const QList<ColourRule> &rules, const QueryContext &context,
                  const Filter::PresetLookup &presets);
    [[nodiscard]] const QList<ColourRule> &rules() const { return m_rules; }

    /// The first rule that the event of a row matches; nothing while that is not known, which changed() ends,
    /// and for none.
    [[nodiscard]] const ColourRule *ruleOf(RowId row);

Q_SIGNALS:
    /// More rows have their rule.
    void changed();
    /// A rule is ignored because of its filter.
    void problemFound(int rule, const QString &sentence);

private:
    /// What is known of a row.
    struct Known
    {
        std::optional<int> rule;
    };
    /// A classifier and what it has found, on the reading thread.
    struct Work;

    void requestCollected();
    void take(const std::vector<RowId> &rows, const std::shared_ptr<Work> &work, bool isOver);
    void reportProblems(const std::vector<RowClassifier::Problem> &problems);

    RecordFetcher &m_fetcher;
    ResultPointer m_result;
    QList<ColourRule> m_rules;
    std::shared_ptr<RowClassifier>
        m_classifier; ///< null: no rule is in force; else used where events are read
    QCache<qint64, Known> m_known{MaxRemembered};
    std::vector<RowId> m_wanted;
    QSet<qint64> m_pending; ///< wanted or requested
    QSet<int> m_reported; ///< rules whose problem is known
    QTimer m_collecting; ///< all rows of one painting are requested together
    quint64 m_generation = 0; ///< of the rules
};

} // namespace Trailglass
