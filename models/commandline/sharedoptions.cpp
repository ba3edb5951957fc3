// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/commandline/sharedoptions.h"

#include "models/core/translation.h"

using namespace Qt::StringLiterals;

namespace Trailglass::CommandLine {

OptionSpecification workspaceOption()
{
    return {u"workspace"_s, u"DIR"_s, Trailglass::tr("use the workspace in DIR")};
}

} // namespace Trailglass::CommandLine
