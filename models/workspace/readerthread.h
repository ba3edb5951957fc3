// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/openthread.h"
#include "models/workspace/openworkspace.h"

namespace Trailglass {

/// A thread with a workspace open on it, for what is known of a workspace alone: its sources, runs, quarantine.
class ReaderThread : public OpenThread<OpenWorkspace>
{
public:
    ReaderThread(QString workspace, const QString &name)
        : OpenThread(std::make_unique<OpenWorkspace>(std::move(workspace)), name)
    {
    }
};

} // namespace Trailglass
