// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/query/queryengine.h"
#include "models/store/eventreader.h"

#include <memory>

namespace Trailglass {

/// What the commands that take an EXPR work on.
struct OpenQuery
{
    std::unique_ptr<EventReader> reader;
    std::unique_ptr<QueryEngine> engine;
    Filter::NodePointer filter;
    QueryContext context; ///< now, and UTC: the command line's display zone
};

/// Opens the workspace and reads the expression.
/// \error Usage with the place for a broken expression and for a source that is not there, and for a preset
/// that is not there or names such a source; what EventReader::open() says
[[nodiscard]] Result<OpenQuery> openQuery(const Session &session, const QString &expression);

/// Tells what the engine wants to be known besides its answers.
/// \returns Partial when the answers lack events, else Done
ExitCode tellNotice(Session &session, const OpenQuery &open);

} // namespace Trailglass
