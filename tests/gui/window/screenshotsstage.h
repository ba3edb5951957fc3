// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/gui/window/windowstage.h"

#include <QSize>
#include <QStringList>

#include <functional>

namespace Trailglass {
class Settings;
}

namespace Trailglass::Testing {

/// How a picture is to look.
struct SceneLook
{
    QString appearance; ///< as Settings::setAppearance() takes it
    QSize size; ///< of the window
};

/// The window of one picture, with a workspace and settings of its own: no picture shows what another one left.
///
/// What does not come about in time is noted in problems(), and the picture is taken all the same: it shows why.
/// \thread GUI
class SceneStage : public WindowStage
{
public:
    using Remember = std::function<void(Settings &settings)>;

    /// \param company  the folder of makeCompanyWorkspace()
    SceneStage(SceneLook look, QString company);
    /// Closes what stands over the window first.
    ~SceneStage();
    Q_DISABLE_COPY_MOVE(SceneStage)

    /// Opens the window over the workspace as it is; without a source until something has put one there.
    /// \param remember  what the window is to find of an earlier start
    void start(const Remember &remember = {});
    /// Puts the company's workspace in place, with every source just synced.
    /// \pre the window is not open
    void bringCompany();
    /// Notes the end of a sync of a source.
    /// \param problem  why it failed; empty: it did not
    /// \pre as of bringCompany(), which was called
    void finishSync(const QString &source, const QString &problem = {});
    /// Opens the window over the company's workspace, and waits for its events.
    void openCompany(const QString &filter = {}, const Remember &remember = {});

    /// Makes the event at a time the current one, and waits until the inspector shows it.
    void chooseEvent(const QString &time);
    /// Types into the query bar in place of what is there, without Enter.
    void type(const QString &text);
    /// Triggers an action, and waits for the dialog that it opens.
    QWidget *openDialog(const QString &action, const QString &dialog);
    /// Waits for a dialog that stops the window; where none comes, the window.
    QWidget *modal();
    /// Waits until a menu is open.
    void waitForMenu();

    void waitFor(const std::function<bool()> &condition, const QString &what);
    /// Waits until nothing on the screen has changed for a while: pages of rows and counts have come.
    void settle();
    /// Gives a window the keyboard, so that it is painted as one in use.
    static void activate(QWidget &widget);

    [[nodiscard]] const QStringList &problems() const { return m_problems; }

private:
    SceneLook m_look;
    QString m_company;
    QStringList m_problems;
};

} // namespace Trailglass::Testing
