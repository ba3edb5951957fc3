// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"
#include "models/core/translation.h"

namespace Trailglass {

/// The error of every query whose CancelToken was cancelled.
[[nodiscard]] inline Error queryStopped()
{
    return {ErrorKind::Cancelled, tr("The query was stopped.")};
}

} // namespace Trailglass
