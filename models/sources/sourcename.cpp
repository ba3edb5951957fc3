// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/sourcename.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"

namespace Trailglass {
namespace {

constexpr qsizetype MaxNameLength = 100;

} // namespace

Result<void> checkSourceName(const QString &name)
{
    if (name.isEmpty() || name.size() > MaxNameLength || name.trimmed() != name
        || visibleText(name) != name) {
        return Error{
            ErrorKind::Usage,
            tr("The name of a source has 1 to %1 characters, no control characters, and no spaces at "
               "its ends.")
                .arg(MaxNameLength)};
    }
    return {};
}

} // namespace Trailglass
