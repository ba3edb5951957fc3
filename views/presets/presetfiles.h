// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace Trailglass::PresetFiles {

/// Ask for a file of presets; \a chosen is not called when the user gives up. Not blocking.
/// \thread GUI
void askForImport(QWidget *parent, std::function<void(const QString &fileName)> chosen);
/// Asks before an existing file is replaced.
void askForExport(QWidget *parent, std::function<void(const QString &fileName)> chosen);

} // namespace Trailglass::PresetFiles
