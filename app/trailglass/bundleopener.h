// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/bundlerunner.h"

#include <QObject>
#include <QPointer>

namespace Trailglass {

class MainWindow;
class OpenBundleDialog;
class Settings;

/// Asks for an evidence bundle, has it verified, and hands it on; says in its dialog what is wrong.
/// \thread GUI
class BundleOpener : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the opener.
    BundleOpener(Settings &settings, MainWindow &window, QObject *parent = nullptr);

    void ask();

Q_SIGNALS:
    /// The bundle is verified, to be shown in place of what is open.
    void opened(const Trailglass::OpenedBundle &bundle);

private:
    void connectRunner();

    Settings &m_settings;
    MainWindow &m_window;
    BundleRunner m_runner;
    QPointer<OpenBundleDialog> m_dialog; ///< while it is open
};

} // namespace Trailglass
