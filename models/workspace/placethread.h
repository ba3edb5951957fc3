// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/openthread.h"
#include "models/workspace/place.h"

namespace Trailglass {

/// A thread with a place open on it, for whatever reads events.
class PlaceThread : public OpenThread<OpenPlace>
{
public:
    PlaceThread(const Place &place, const QString &name,
                WorkerThread::Urgency urgency = WorkerThread::Urgency::Now)
        : OpenThread(place.open(), name, urgency)
    {
    }
};

} // namespace Trailglass
