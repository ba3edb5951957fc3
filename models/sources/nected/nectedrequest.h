// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/sources/apirequest.h"

namespace Trailglass {

/// A GET below the source's module, with the headers of its API generation.
///
/// \param what  the last part of the path, encoded: `search`, or the id of a log entry
/// \error SecretUnavailable, Usage
[[nodiscard]] Result<HttpRequest> nectedGet(const SourceSettings &settings, const SecretValues &secrets,
                                            const QByteArray &what, const QueryItems &query);

[[nodiscard]] bool isNectedV1(const SourceSettings &settings);

} // namespace Trailglass
