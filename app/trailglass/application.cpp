// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/application.h"

#include "views/common/messagestrip.h"
#include "views/window/mainwindow.h"

#include <QCoreApplication>

#include <utility>

namespace Trailglass {

Application::Application(const WorkspaceWindow::Dependencies &dependencies, QObject *parent)
    : QObject(parent)
    , m_dependencies(dependencies)
    , m_opener(dependencies.keychain, dependencies.settingsFile)
{
    connectOpener();
}

Application::~Application() = default;

void Application::connectOpener()
{
    connect(&m_opener, &ArchiveOpener::opened, this, [this](const ShownArchive &archive) {
        if (const auto opened = open(m_options, archive); !opened)
            Q_EMIT startFailed(opened.error());
    });
    connect(&m_opener, &ArchiveOpener::failed, this, &Application::startFailed);
    connect(&m_opener, &ArchiveOpener::dismissed, this, [] { QCoreApplication::quit(); });
}

Result<void> Application::start(const Options &options)
{
    if (options.archive.isEmpty())
        return open(options);
    TRY(const auto place, ArchivePlace::parse(options.archive));
    m_options = options;
    if (options.screenshot.isEmpty())
        m_opener.open(place, options.archiveKey);
    else
        m_opener.openUnattended(place, options.archiveKey);
    return {};
}

Result<void> Application::open(const Options &options, const std::optional<ShownArchive> &archive,
                               const std::optional<OpenedBundle> &bundle)
{
    if (m_workspaceWindow)
        m_workspaceWindow->saveState();
    auto next = std::make_unique<WorkspaceWindow>(options, m_dependencies, archive);
    if (bundle)
        next->setBundle(*bundle);
    if (auto opened = next->open(); !opened)
        return opened;
    connect(next.get(), &WorkspaceWindow::demoRequested, this, &Application::openDemo);
    connect(next.get(), &WorkspaceWindow::workspaceRequested, this, &Application::openHome);
    connect(next.get(), &WorkspaceWindow::openRequested, this, &Application::openFolder);
    connect(next.get(), &WorkspaceWindow::archiveRequested, this,
            [this](const ShownArchive &wanted) { replaceLater({}, wanted); });
    connect(next.get(), &WorkspaceWindow::bundleRequested, this,
            [this](const OpenedBundle &wanted) { replaceLater({}, {}, wanted); });
    if (!options.demo && !archive && !bundle)
        m_home = options.workspace;
    m_options = options;
    m_workspaceWindow = std::move(next);
    return {};
}

void Application::replaceLater(const Options &options, const std::optional<ShownArchive> &archive,
                               const std::optional<OpenedBundle> &bundle)
{
    // Once, though a double click requests it twice; and later: the window that asks is the one that goes.
    if (std::exchange(m_isReplacing, true))
        return;
    const auto replace = [this, options, archive, bundle] {
        m_isReplacing = false;
        if (const auto opened = open(options, archive, bundle); !opened)
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
