// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/session/sourcename.h"

#include "models/core/text.h"

#include <QCoreApplication>

namespace Trailglass {
namespace {

constexpr qsizetype LongestName = 100;

} // namespace

Result<void> checkSourceName(const QString &name)
{
    if (name.isEmpty() || name.size() > LongestName || name.trimmed() != name || visibleText(name) != name) {
        return Error{
            ErrorKind::Usage,
            QCoreApplication::translate(
                "SourceName",
                "A connection's name has 1 to %1 characters, no control characters and no blank at its ends.")
                .arg(LongestName)};
    }
    return {};
}

} // namespace Trailglass
