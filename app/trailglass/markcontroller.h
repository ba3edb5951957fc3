// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/resultsnapshot.h"
#include "models/workspace/reviewservice.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace Trailglass {

class EventsView;
class InspectorPane;
class MainWindow;
class RecordFetcher;

/// Marks events and writes notes on them, as the table and the inspector request, and shows what is said of them by now.
/// \thread GUI
class MarkController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        ReviewService &service;
        RecordFetcher &fetcher;
        EventsView &events;
        InspectorPane &inspector;
        MainWindow &window;
    };
    /// All parts outlive the controller.
    explicit MarkController(const Parts &parts, QObject *parent = nullptr);

    /// Marks or notes may be others than before: reads those in sight again.
    void reload();

Q_SIGNALS:
    /// The user has changed marks or notes: what depends on them is to be requested again.
    void marksChanged();

private:
    using Keys = std::function<void(const std::vector<NamedEvent> &keys)>;

    void connectTable();
    void connectInspector();
    void markSelected(const std::optional<MarkColour> &colour);
    void mark(const std::vector<NamedEvent> &events, const std::optional<MarkColour> &colour);
    void readKeys(const std::shared_ptr<const ResultRows> &rows, int attempt, const Keys &done);
    void writeNote();
    void saveNote(const QString &note);
    void readInspected();
    [[nodiscard]] std::optional<NamedEvent> inspected() const;
    void showFailure(const Error &error);

    Parts m_parts;
};

} // namespace Trailglass
