// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/startlogging.h"

#include "models/core/logging.h"
#include "models/core/logoutput.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/outputtarget.h"

namespace Trailglass {

Result<void> startLogging(const QString &categories, const QString &fileName, const QString &workspace)
{
    TRY(const QString rules, logFilterRules(categories));
    if (!fileName.isEmpty()) {
        TRY(const OutputTarget target, outputTarget(fileName, readableFilesInUse(workspace)));
        if (target.kind != OutputTarget::Kind::File) {
            return Error{
                ErrorKind::Usage,
                tr("%1 is not a regular file; a log is written to a regular file or to standard error.")
                    .arg(visibleText(fileName))};
        }
        TRY(LogOutput::writeToFile(fileName));
    }
    QLoggingCategory::setFilterRules(rules);
    return {};
}

} // namespace Trailglass
