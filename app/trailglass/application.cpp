// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/application.h"

#include "views/common/messagestrip.h"
#include "views/window/mainwindow.h"

#include <utility>

namespace Trailglass {

Application::Application(const WorkspaceWindow::Dependencies &dependencies, QObject *parent)
    : QObject(parent)
    , m_dependencies(dependencies)
{
}

Application::~Application() = default;

Result<void> Application::open(const Options &options)
{
    if (m_workspaceWindow)
        m_workspaceWindow->saveState();
    auto next = std::make_unique<WorkspaceWindow>(options, m_dependencies);
    if (auto opened = next->open(); !opened)
        return opened;
    connect(next.get(), &WorkspaceWindow::demoWanted, this, &Application::openDemo);
    connect(next.get(), &WorkspaceWindow::workspaceWanted, this, &Application::openHome);
    connect(next.get(), &WorkspaceWindow::openWanted, this, &Application::openFolder);
    if (!options.demo)
        m_home = options.workspace;
    m_options = options;
    m_workspaceWindow = std::move(next);
    return {};
}

void Application::replaceLater(const Options &options)
{
    // Once, though a double click requests it twice; and later: the window that asks is the one that goes.
    if (std::exchange(m_isReplacing, true))
        return;
    const auto replace = [this, options] {
        m_isReplacing = false;
        if (const auto opened = open(options); !opened)
            m_workspaceWindow->window().strip().show(MessageStrip::Kind::Error, opened.error().message);
    };
    QMetaObject::invokeMethod(this, replace, Qt::QueuedConnection);
}

void Application::openDemo()
{
    Options options = m_options.demo ? m_options : Options();
    options.demo = true;
    replaceLater(options);
}

void Application::openHome()
{
    Options options;
    options.workspace = m_home;
    replaceLater(options);
}

void Application::openFolder(const QString &folder)
{
    Options options;
    options.workspace = folder;
    replaceLater(options);
}

} // namespace Trailglass

#include "moc_application.cpp"
