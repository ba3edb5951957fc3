// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/workspace/sourceservice.h"

namespace Trailglass {

/// Applies `--set KEY=VALUE` and `--secret KEY=REF` to \a input.
///
/// `--set KEY=` resets a setting to its default. `KEY=keychain` asks for the secret: on a terminal, else one line of
/// standard input each, in the order of the options.
/// \error Usage: no such type, setting or secret (with the nearest name), or an invalid value
/// \error Cancelled
[[nodiscard]] Result<SourceInput> readSourceInput(Session &session, const CommandLine::Arguments &arguments,
                                                  SourceInput input);

} // namespace Trailglass
