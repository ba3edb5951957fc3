// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/openplace.h"

#include "models/core/translation.h"

namespace Trailglass {

Result<void> OpenPlace::changeSharedPresets(const PresetPlan &, const Clock &)
{
    return Error{.kind = ErrorKind::Unsupported,
                 .message = Trailglass::tr("Presets are shared in an archive only.")};
}

} // namespace Trailglass
