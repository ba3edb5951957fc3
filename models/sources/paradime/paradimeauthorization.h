// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/httprequest.h"
#include "models/core/result.h"
#include "models/sources/sourcetype.h"

namespace Trailglass {

/// The headers that prove who asks, by what the secret looks like.
///
/// `prdm_wsp_…` is a workspace's bearer key; `prdm_cmp_…` a company's, which needs `workspace_uid` beside it;
/// anything else is the older pair of `api_key` and `api_secret`. A bearer key is found in either secret.
///
/// \error SecretUnavailable for a missing secret, Usage for a company key without `workspace_uid`
/// \source paradime-python-sdk, paradime/client/api_client.py
[[nodiscard]] Result<QList<RequestHeader>> paradimeAuthorization(const SourceSettings &settings,
                                                                 const SecretValues &secrets);

} // namespace Trailglass
