// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/sources/sourcetype.h"
#include "models/store/records.h"

namespace Trailglass {

/// A connection as the command line describes it, with the secrets that go to the keychain.
struct SourceDraft
{
    SourceRecord record;
    SourceSettings settings;
    SecretValues secrets; ///< asked for, by key; only those kept in the keychain
    QStringList givenReferences; ///< keys of the variables and files that this very command line names
};

/// Applies `--set KEY=VALUE` and `--secret KEY=REF` to \a record and checks the result against the type.
///
/// `--set KEY=` takes a setting back to its default. `KEY=keychain` asks for the secret: on a terminal, else
/// one line of standard input each, in the order given.
/// \error Usage: no such type, setting or secret (with the nearest name), a missing required one, a secret
/// that is none
[[nodiscard]] Result<SourceDraft> draftSource(Session &session, const CommandLine::Arguments &arguments,
                                              SourceRecord record);

} // namespace Trailglass
