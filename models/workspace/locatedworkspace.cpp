// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/locatedworkspace.h"

#include "models/store/eventreader.h"
#include "models/store/workspace.h"

namespace Trailglass {

Result<LocatedWorkspace> locateWorkspace(const QString &workspace)
{
    TRY(const auto reader, EventReader::open(workspace));
    TRY(const QString identity, reader->identity());
    return LocatedWorkspace{identity, WorkspacePaths::of(workspace).canonicalFolder()};
}

} // namespace Trailglass
