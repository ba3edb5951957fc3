// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/workspace/place.h"
#include "models/workspace/preparedquery.h"

#include <memory>

namespace Trailglass {

/// What the commands that take an EXPR work on.
struct OpenQuery
{
    std::unique_ptr<OpenPlace> place;
    QueryEngine *engine = nullptr; ///< of the place
    PreparedQuery query; ///< its zone is UTC
};

/// Opens a place and reads the expression.
/// \param review  ReviewName::name
/// \error as prepareQuery()
[[nodiscard]] Result<OpenQuery> openQuery(const Session &session, const Place &place,
                                          const QString &expression, const QString &review = {});

/// `--review NAME` of the commands that take an EXPR, for openQuery().
[[nodiscard]] CommandLine::OptionSpecification reviewOption();

/// Prints QueryEngine::notice() to stderr.
/// \returns Partial when the results lack events, else Done
ExitCode tellNotice(Session &session, const OpenQuery &open);

} // namespace Trailglass
