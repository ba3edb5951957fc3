// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/filter/edits.h"
#include "models/session/question.h"
#include "views/common/filterintent.h"

#include <QObject>

#include <optional>
#include <vector>

class QAction;

namespace Trailglass {

class FilterState;
class ResultRunner;
class Settings;
class TimelineRunner;
class TimelineView;

/// Brings the histogram of each answer, puts the interval chosen in it into the filter, and knows the way
/// back.
class TimelineController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        FilterState &filter;
        ResultRunner &results;
        TimelineRunner &timelines;
        Settings &settings;
        TimelineView &view;
        QAction &shown; ///< checkable: whether the view is there
    };
    /// All parts outlive the controller.
    explicit TimelineController(const Parts &parts, QObject *parent = nullptr);

private:
    void show(bool isShown);
    void count();
    void choose(UtcMicros from, UtcMicros to);
    void edit(const Filter::FieldValue &value, FilterEdit edit);
    void goBack();

    Parts m_parts;
    std::optional<Question> m_answered; ///< the last question that was
    std::optional<TimeWindow> m_shown; ///< all that the view shows
    std::vector<std::vector<Filter::NodePointer>> m_before; ///< terms of `created`, newest last
};

} // namespace Trailglass
