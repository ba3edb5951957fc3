// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/rowcolouring.h"

#include <QObject>

namespace Trailglass {

class Clock;
class EventsView;
class FilterState;
class PresetService;
class ReviewChoice;
class Settings;

/// Keeps the colour rules in the settings of the workspace, lets the user edit them, and colours the table by
/// them.
class ColourRulesController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Settings &settings;
        PresetService &presets;
        const FilterState &filter; ///< that a new rule may begin with
        RecordFetcher &fetcher; ///< serves nothing else
        EventsView &events;
        const Clock &clock;
        const ReviewChoice *reviews = nullptr; ///< what `is:new` is about; null: nobody reviews
    };
    /// All parts outlive the controller; the events view is left without colours at its end.
    explicit ColourRulesController(const Parts &parts, QObject *parent = nullptr);
    ~ColourRulesController() override;

    /// Those of the workspace, in order.
    [[nodiscard]] QList<ColourRule> rules() const { return read().rules; }
    /// From now on these are the rules of the workspace; what cannot be read of them is left out, and message() says
    /// so.
    /// \param rules  as colourRulesText() writes them
    void setRules(const QString &rules);
    /// Reviews, marks or notes are others than before: rules that ask for them decide again.
    void readReviewsAgain();

Q_SIGNALS:
    /// A passing remark for the status bar.
    void message(const QString &text);

private:
    void apply();
    void openDialog();
    void store(const QList<ColourRule> &rules);
    [[nodiscard]] ParsedColourRules read() const;
    [[nodiscard]] QueryContext context() const;

    Parts m_parts;
    RowColouring m_colouring;
};

} // namespace Trailglass
