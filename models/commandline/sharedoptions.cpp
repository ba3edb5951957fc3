// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/commandline/sharedoptions.h"

#include "models/core/logging.h"
#include "models/core/translation.h"

using namespace Qt::StringLiterals;

namespace Trailglass::CommandLine {

OptionSpecification workspaceOption()
{
    return {u"workspace"_s, u"DIR"_s, Trailglass::tr("use the workspace in DIR")};
}

OptionSpecification archiveKeyOption()
{
    return {u"archive-key"_s, u"REF"_s,
            Trailglass::tr("where the key of the archive's user is: keychain, env:VARIABLE or file:PATH "
                           "(default: the keychain, if it is there)")};
}

QList<OptionSpecification> logOptions()
{
    return {{u"log"_s, u"CATEGORIES"_s,
             Trailglass::tr("log what the program does; a list of %1, or all")
                 .arg(logCategoryNames().join(", "_L1))},
            {u"log-file"_s, u"FILE"_s, Trailglass::tr("append log lines to FILE (default: standard error)")}};
}

} // namespace Trailglass::CommandLine
