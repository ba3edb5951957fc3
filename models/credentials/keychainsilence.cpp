// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/keychainsilence.h"

#include <algorithm>

namespace Trailglass {

KeychainSilence &KeychainSilence::ofProcess()
{
    static KeychainSilence silence;
    return silence;
}

void KeychainSilence::add(const QKeychain::Job &job, std::chrono::milliseconds patience)
{
    ++m_jobs;
    connect(&job, &QKeychain::Job::finished, this, &KeychainSilence::replied);
    goesOn(patience);
}

void KeychainSilence::goesOn(std::chrono::milliseconds patience)
{
    m_patience = std::max(m_patience, patience);
}

void KeychainSilence::replied()
{
    if (--m_jobs > 0)
        return;
    m_patience = {};
    Q_EMIT ended();
}

} // namespace Trailglass

#include "moc_keychainsilence.cpp"
