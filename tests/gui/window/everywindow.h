// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace Trailglass::Testing {

/// A dialog, menu, popup or question with texts from data as somebody hostile would write them: 10,000 characters, with and
/// without a place to break them.
struct HostileWindow
{
    QString name; ///< of the class, or of a question its object name
    QString state; ///< tells several of one name apart
    /// Makes it, below a widget that owns it. All but menus are shown.
    std::function<QWidget *(QWidget *home)> make;
};

/// Every one of the program that needs no open workspace.
[[nodiscard]] QList<HostileWindow> everyHostileWindow();

/// Every class of views/ and app/ that is a dialog, a menu or a popup, and every object name of a question, as the sources
/// have them: each once, in order.
[[nodiscard]] QStringList windowsInTheSources();

} // namespace Trailglass::Testing
