// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/presetservice.h"

#include <QObject>

#include <functional>

namespace Trailglass {

class MainWindow;
class PresetMenu;

/// The presets that all who read an archive share: lists them in the menu, makes them known to filters, and shares one's own
/// or stops sharing one, after a question. They are read again whenever their menu opens.
///
/// What cannot be read is as it was read last, and their menu says so; the user's own presets do not depend on it.
/// \thread GUI
class SharedPresetController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        PresetService &own; ///< of this user, on this machine
        PresetMenu &menu;
        MainWindow &window;
    };
    /// All parts outlive the controller, as \a clock does.
    /// \param events  of the archive
    SharedPresetController(const Parts &parts, const Place &events, const Clock &clock,
                           QObject *parent = nullptr);

    /// Reads them again.
    void reload();

private:
    void share(const QString &name);
    void put(const Preset &preset);
    void askToStopSharing(const QString &name);
    void stopSharing(const QString &name);
    void ask(const QString &title, const QString &text, const QString &caption, std::function<void()> go);
    void show(const Error &error);

    Parts m_parts;
    PresetService m_shared;
};

} // namespace Trailglass
