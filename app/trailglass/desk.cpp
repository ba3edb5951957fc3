// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/desk.h"

#include "views/common/messagestrip.h"
#include "views/window/mainwindow.h"

namespace Trailglass {

Desk::Desk(const Workbench::Surroundings &surroundings, QObject *parent)
    : QObject(parent)
    , m_surroundings(surroundings)
{
}

Desk::~Desk() = default;

Result<void> Desk::open(const Options &options)
{
    auto next = std::make_unique<Workbench>(options, m_surroundings);
    if (auto opened = next->open(); !opened)
        return opened;
    // Queued: the workbench that asks is the one that goes.
    connect(next.get(), &Workbench::demoWanted, this, &Desk::openDemo, Qt::QueuedConnection);
    m_workbench = std::move(next);
    return {};
}

void Desk::openDemo()
{
    Options options;
    options.demo = true;
    if (const auto opened = open(options); !opened)
        m_workbench->window().strip().show(MessageStrip::Kind::Error, opened.error().message);
}

} // namespace Trailglass
