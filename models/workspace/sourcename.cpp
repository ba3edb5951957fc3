// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/sourcename.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"

namespace Trailglass {
namespace {

constexpr qsizetype LongestName = 100;

} // namespace

Result<void> checkSourceName(const QString &name)
{
    if (name.isEmpty() || name.size() > LongestName || name.trimmed() != name || visibleText(name) != name) {
        return Error{
            ErrorKind::Usage,
            tr("A connection's name has 1 to %1 characters, no control characters and no blank at its ends.")
                .arg(LongestName)};
    }
    return {};
}

Result<QStringList> sourceNames(const EventReader &reader)
{
    TRY(const auto sources, reader.sources());
    QStringList names;
    for (const SourceRecord &source : sources)
        names += source.name;
    return names;
}

} // namespace Trailglass
