// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/filter/edits.h"
#include "models/workspace/resultrequest.h"
#include "views/common/filterintent.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

class QAction;

namespace Trailglass {

class EventsView;
class FilterState;
class RecordFetcher;
class ResultRunner;
class Settings;
class HistogramRunner;
class HistogramView;

/// Counts the histogram of each result, marks the current event in it, and puts the interval chosen in it into the
/// filter; remembers the intervals before, whoever changed them.
class HistogramController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        FilterState &filter;
        ResultRunner &results;
        HistogramRunner &histograms;
        Settings &settings;
        HistogramView &view;
        QAction &shown; ///< checkable: whether the view is there
        EventsView &events; ///< whose current event is marked
        RecordFetcher &fetcher;
    };
    /// All parts outlive the controller.
    explicit HistogramController(const Parts &parts, QObject *parent = nullptr);

private:
    void show(bool isShown);
    void count();
    void choose(UtcMicros from, UtcMicros to);
    void edit(const Filter::FieldValue &value, FilterEdit edit);
    void goBack();
    void noteInterval();
    void mark(RowId event);

    Parts m_parts;
    std::optional<ResultRequest> m_request; ///< of the last result
    RowId m_current; ///< the event that is marked, or will be
    std::optional<TimeWindow> m_shown; ///< all that the view shows
    std::vector<Filter::NodePointer> m_terms; ///< of `created`, in force
    std::vector<std::vector<Filter::NodePointer>> m_before; ///< those before, newest last
    QTimer m_typing; ///< while it runs, what is typed goes on with the same interval
    bool m_isGoingBack = false;
};

} // namespace Trailglass
