// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/presets/preset.h"
#include "models/query/queryengine.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Trailglass {

class ColourRulesController;
class EventsView;
class FilterHistory;
class FilterState;
class MainWindow;
class MessageStrip;
class PresetDialog;
class PresetService;
class PresetMenu;
struct Error;
struct PresetImport;

/// Saves the filter with columns, sort order and colour rules as presets, and brings them back, in one step of undo.
class PresetController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        PresetService &service;
        FilterState &filter;
        FilterHistory &history;
        EventsView &events;
        PresetMenu &menu;
        ColourRulesController &colours;
        MainWindow &window;
    };
    /// All parts outlive the controller.
    explicit PresetController(const Parts &parts, QObject *parent = nullptr);

Q_SIGNALS:
    /// Filter, columns or sort order are a preset's now, or those of before again: ask at once.
    void applied();

private:
    /// What a preset brings beside its filter; nothing stands for what it leaves as it is.
    struct Look
    {
        QString preset; ///< its name, as the menu has it
        std::optional<std::vector<Column>> columns;
        std::optional<SortOrder> order;
        std::optional<QString> colourRules; ///< as colourRulesText() writes them
    };

    void apply(const Preset &preset);
    void exchange(Look &look);
    /// Without colour rules.
    [[nodiscard]] Preset current(const QString &name) const;
    void askForName();
    void manage();
    void save(const Preset &preset);
    void update(const QString &name);
    void rename(const QString &from, const QString &to);
    void remove(const QString &name);
    void importFrom(const QString &fileName);
    void exportTo(const QString &fileName);
    void tell(const QString &sentence);
    void tellImported(const PresetImport &import);
    /// That of the dialog while it is open, else that of the window.
    [[nodiscard]] MessageStrip &strip();
    void show(const Error &error);

    Parts m_parts;
    QPointer<PresetDialog> m_dialog;
};

} // namespace Trailglass
