// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/bundlerunner.h"

#include <QObject>

namespace Trailglass {

class MainWindow;
class PresetMenu;
class Settings;

/// Shows a window over an evidence bundle as what it is: with the verdict above the events, and nothing that would change
/// or sync them.
/// \thread GUI
class BundleController : public QObject
{
    Q_OBJECT

public:
    /// Settings, menu and window outlive the controller.
    BundleController(const OpenedBundle &bundle, Settings &settings, PresetMenu &presets, MainWindow &window,
                     QObject *parent = nullptr);

private:
    void limitWindow(PresetMenu &presets);
    void showVerdict();
    void openDetails();

    const OpenedBundle m_bundle;
    Settings &m_settings;
    MainWindow &m_window;
    QString m_shown; ///< in the notice
};

} // namespace Trailglass
