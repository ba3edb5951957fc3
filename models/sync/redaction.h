// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/secretmask.h"
#include "models/sources/sourcetype.h"

namespace Trailglass {

/// What must not be shown or stored of a server's words: the credentials, and the path of an address that is
/// the account's own (SettingKind::Endpoint; its company's token is in it, and many servers print "Cannot
/// POST /that/path"). Of such a path also each part by itself, but for the words of the interface in it
/// (`api`, `v1`, `graphql`).
///
/// Built once a run, and used by whatever ends as an error text, a warning or a reason of a quarantined row.
[[nodiscard]] SecretMask secretMask(const SourceType &type, const SourceSettings &settings,
                                    const SecretValues &secrets);

} // namespace Trailglass
