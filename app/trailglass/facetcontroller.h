// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/typingpause.h"
#include "models/filter/ast.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <vector>

namespace Trailglass {

class FacetRunner;
class FilterPane;
class FilterState;
class PathLister;
class ResultRunner;
class ReviewChoice;
class Settings;
struct FacetResult;

/// Brings the counts the filter pane asks for, from begin() on, the JSON paths it offers, and groups from elsewhere.
///
/// The result comes first: what it found out by searching need not be searched for again. While a filter is typed, counts
/// wait as the result does, and also where the last counts for such a filter took long: many fields are counted. While its text
/// cannot be read, what is counted is the filter in force.
class FacetController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const FilterState &filter;
        const ResultRunner &results;
        FacetRunner &facets;
        PathLister &paths;
        Settings &settings;
        FilterPane &pane;
        const TypingPause &resultPauses; ///< of the table's results
        const ReviewChoice *reviews = nullptr; ///< which one `is:new` is about; null: nobody's
        std::chrono::milliseconds quick = TypingPause::Quick; ///< counts that take no longer do not wait
    };
    /// All parts outlive the controller.
    explicit FacetController(const Parts &parts, QObject *parent = nullptr);

    /// Counts the requested fields; until then requests wait.
    void begin();
    /// Opens the group of a field in the pane.
    /// \param field  a field's canonical name or an `@path`; nothing happens where it is neither
    void addGroup(const QString &field);
    /// Counts the last requested fields again, because the filter means something else now.
    void countAgain();

private:
    [[nodiscard]] bool isBreaking() const;
    void followText();
    void countSoon();
    void count();
    void take(const FacetResult &result);
    void waitForResult(bool isPending);

    Parts m_parts;
    QTimer m_typing;
    std::vector<Filter::FieldReference> m_fields; ///< requested last
    int m_top = 0;
    QString m_requestedText; ///< of the filter at that moment
    bool m_hasBegun = false;
    bool m_isUncounted = false; ///< the last requested fields are to be counted as soon as possible
    std::size_t m_awaited = 0; ///< counts on their way
    QElapsedTimer m_counting; ///< since they were requested
    Filter::NodePointer m_counted; ///< the filter that they are for
    TypingPause m_countPauses; ///< for how long counts take
};

} // namespace Trailglass
