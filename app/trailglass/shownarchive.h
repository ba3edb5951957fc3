// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveplace.h"
#include "models/workspace/knownarchivekeeper.h"
#include "models/workspace/place.h"
#include "models/workspace/placewatch.h"

#include <QString>

#include <chrono>

namespace Trailglass {

/// An archive that a window shows in place of a workspace. A value.
struct ShownArchive
{
    ArchivePlace place;
    Place events; ///< of the archive
    QString warning = {}; ///< a sentence for the user; empty: nothing to say
    std::chrono::milliseconds lookInterval = PlaceWatch::Interval; ///< between looks for news
    KnownArchiveKeeper::Look look = {}; ///< for its last known state; empty: none is kept
};

} // namespace Trailglass
