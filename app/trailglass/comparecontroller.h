// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/query/resultsnapshot.h"
#include "models/workspace/changerunner.h"

#include <QObject>
#include <QPointer>

#include <utility>

namespace Trailglass {

class EventComparisonDialog;
class EventsView;
class MainWindow;
class RecordFetcher;
class Settings;
struct EventRecord;

/// Shows two events of the table side by side, in one dialog for all comparisons: the earlier one is before.
/// \thread GUI
class CompareController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    struct Parts
    {
        RecordFetcher &fetcher;
        const Settings &settings; ///< the display zone
        EventsView &events;
        MainWindow &window;
    };
    explicit CompareController(const Parts &parts, QObject *parent = nullptr);

private:
    void compare(RowId one, RowId other);
    void openDialog();
    void fetch();
    void show(const EventRecord &one, const EventRecord &other);

    Parts m_parts;
    ChangeRunner m_changes;
    ResultPointer m_result; ///< that the events compared last are in
    std::pair<RowId, RowId> m_pair; ///< compared last
    QPointer<EventComparisonDialog> m_dialog; ///< while it is open
};

} // namespace Trailglass
