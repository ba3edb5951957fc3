// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/keychainsecretstore.h"
#include "models/credentials/sessionsecretstore.h"
#include "models/credentials/sourcesecrets.h"

namespace Trailglass {

/// The places of credentials for a command. The keychain's time limit is longer when a person is at the terminal to
/// confirm its prompt.
/// \thread main
class TerminalSecrets
{
public:
    TerminalSecrets();

    [[nodiscard]] SecretPlaces places() { return {m_keychain, m_session, m_approvals}; }

private:
    KeychainSecretStore m_keychain;
    SessionSecretStore m_session;
    ReferenceApprovals m_approvals;
};

} // namespace Trailglass
