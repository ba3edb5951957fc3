// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/keychainsecretstore.h"
#include "models/credentials/sessionsecretstore.h"
#include "models/workspace/secretlookup.h"

namespace Trailglass {

/// The program's one keychain, with as much patience as there is somebody at the terminal to answer its
/// prompt.
/// \thread main
class TerminalSecrets
{
public:
    TerminalSecrets();

    [[nodiscard]] SecretLookup &lookup() { return m_lookup; }
    [[nodiscard]] SourceSecrets &secrets() { return m_lookup.secrets(); }

private:
    KeychainSecretStore m_keychain;
    SessionSecretStore m_session;
    ReferenceApprovals m_approvals;
    SecretLookup m_lookup;
};

} // namespace Trailglass
