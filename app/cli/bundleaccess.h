// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/workspace/bundleopening.h"

#include <functional>

namespace Trailglass {

/// `--bundle FILE`, and `--key KEY` for it.
[[nodiscard]] QList<CommandLine::OptionSpecification> bundleOptions();

/// Whether a command with bundleOptions() is to read an evidence bundle in place of the workspace.
/// \error Usage: a workspace is named too, or a key and no bundle
[[nodiscard]] Result<bool> readsBundle(const Session &session, const CommandLine::Arguments &arguments);

using UseBundle = std::function<ExitCode(const OpenedBundle &bundle)>;

/// Verifies the bundle of `--bundle`, and does something with its events; whether its key is known, and what is missing in it,
/// is said on stderr. Blocking; the events are gone afterwards.
/// \returns Failed, with the verdict, for a bundle that is not verified; Partial for Done where events are missing in it; else
/// what \a use returns
[[nodiscard]] ExitCode withBundle(Session &session, const CommandLine::Arguments &arguments,
                                  const UseBundle &use);

} // namespace Trailglass
