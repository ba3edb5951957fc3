// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/place.h"

#include "models/workspace/openworkspace.h"

namespace Trailglass {

Place::Place(QString folder)
    : m_open([folder = std::move(folder)] { return std::make_unique<OpenWorkspace>(folder); })
{
}

} // namespace Trailglass
