// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/presets/preset.h"

#include <QObject>
#include <QPointer>

namespace Trailglass {

class ColourRulesController;
class EventsView;
class FilterState;
class MainWindow;
class MessageStrip;
class PresetDialog;
class PresetService;
class PresetMenu;
struct Error;
struct PresetImport;

/// Saves the filter with columns, sort order and colour rules as presets, and brings them back.
class PresetController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        PresetService &service;
        FilterState &filter;
        EventsView &events;
        PresetMenu &menu;
        ColourRulesController &colours;
        MainWindow &window;
    };
    /// All parts outlive the controller.
    explicit PresetController(const Parts &parts, QObject *parent = nullptr);

Q_SIGNALS:
    /// Filter, columns or sort order are a preset's now: ask at once.
    void applied();

private:
    void apply(const Preset &preset);
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
