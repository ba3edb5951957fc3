// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivequery.h"
#include "models/query/queryengine.h"

namespace Trailglass {

/// Counts the values of fields, as QueryEngine::facets(). Fields with few values take one pass, where the server has
/// GROUPING SETS. Blocking.
///
/// \error as ArchiveSession::ask()
/// \thread any
[[nodiscard]] Result<std::vector<Facet>> archiveFacets(ArchiveSession &session, const ArchiveQuery &query,
                                                       const FacetRequest &request,
                                                       const CancelToken &cancel);

} // namespace Trailglass
