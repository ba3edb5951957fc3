// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/emptyresult.h"
#include "models/workspace/resultrequest.h"

#include <QObject>

#include <optional>

namespace Trailglass {

class EmptyResultRunner;
class EventsView;
class FilterState;
class ResultRunner;
class Settings;
struct QueryResult;

/// When a filter finds nothing, says why and offers what finds something, in place of the table.
class EmptyResultController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        FilterState &filter;
        const ResultRunner &results;
        EmptyResultRunner &runner;
        Settings &settings;
        EventsView &events;
        bool hasSources = true; ///< whether there is a page of sources: not of an archive or a bundle
    };
    /// All parts outlive the controller.
    explicit EmptyResultController(const Parts &parts, QObject *parent = nullptr);

Q_SIGNALS:
    /// \param name  the first of the sources that were not synced for all of the time of the filter
    void sourceRequested(const QString &name);

private:
    void look(const QueryResult &result);
    void followFilter();
    [[nodiscard]] bool isOfFilter() const;
    void stop();
    void show(const EmptyResultReport &report);
    void apply(int number);

    Parts m_parts;
    EmptyResultReport m_report; ///< that is shown
    std::optional<ResultRequest> m_explained; ///< whose result has no events
};

} // namespace Trailglass
