// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/desk.h"

#include "views/common/messagestrip.h"
#include "views/window/mainwindow.h"

#include <utility>

namespace Trailglass {

Desk::Desk(const Workbench::Surroundings &surroundings, QObject *parent)
    : QObject(parent)
    , m_surroundings(surroundings)
{
}

Desk::~Desk() = default;

Result<void> Desk::open(const Options &options)
{
    if (m_workbench)
        m_workbench->saveState();
    auto next = std::make_unique<Workbench>(options, m_surroundings);
    if (auto opened = next->open(); !opened)
        return opened;
    connect(next.get(), &Workbench::demoWanted, this, &Desk::openDemo);
    connect(next.get(), &Workbench::workspaceWanted, this, &Desk::openHome);
    if (!options.demo)
        m_home = options.workspace;
    m_options = options;
    m_workbench = std::move(next);
    return {};
}

void Desk::replaceLater(const Options &options)
{
    // Once, though a double click wishes it twice; and later: the workbench that asks is the one that goes.
    if (std::exchange(m_isReplacing, true))
        return;
    const auto replace = [this, options] {
        m_isReplacing = false;
        if (const auto opened = open(options); !opened)
            m_workbench->window().strip().show(MessageStrip::Kind::Error, opened.error().message);
    };
    QMetaObject::invokeMethod(this, replace, Qt::QueuedConnection);
}

void Desk::openDemo()
{
    Options options = m_options.demo ? m_options : Options();
    options.demo = true;
    replaceLater(options);
}

void Desk::openHome()
{
    Options options;
    options.workspace = m_home;
    replaceLater(options);
}

} // namespace Trailglass
