// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/terminalsecrets.h"

#include <unistd.h>

namespace Trailglass {
namespace {

std::chrono::milliseconds patience()
{
    const bool someoneIsThere = ::isatty(STDIN_FILENO) == 1;
    return someoneIsThere ? KeychainSecretStore::AttendedPatience : KeychainSecretStore::UnattendedPatience;
}

} // namespace

TerminalSecrets::TerminalSecrets()
    : m_keychain(patience())
{
}

} // namespace Trailglass
