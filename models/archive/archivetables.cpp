// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivetables.h"

#include "models/archive/archivesession.h"

#include <string>

namespace Trailglass {

Result<void> createTables(ArchiveSession &session, const ArchiveLayout &layout, const CancelToken &cancel)
{
    TRY(const auto statements, createStatements(layout));
    for (const std::string &statement : statements) {
        TRY(session.execute(statement, cancel, ArchiveSession::Scope::Server));
    }
    return {};
}

} // namespace Trailglass
