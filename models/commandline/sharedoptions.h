// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/commandline/specification.h"

namespace Trailglass::CommandLine {

/// `--workspace DIR`, which both programs have; the value is as for WorkspacePaths::of().
[[nodiscard]] OptionSpecification workspaceOption();

/// `--archive-key REF`, which both programs have; the value is for parseKeyReference().
[[nodiscard]] OptionSpecification archiveKeyOption();

/// `--log CATEGORIES` and `--log-file FILE`, which both programs have; their values are for startLogging().
[[nodiscard]] QList<OptionSpecification> logOptions();

} // namespace Trailglass::CommandLine
