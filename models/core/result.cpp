// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/result.h"

namespace Trailglass {

SharedError shareError(Error &&error)
{
    return std::make_shared<const Error>(std::move(error));
}

} // namespace Trailglass
