// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <qt6keychain/keychain.h>

#include <chrono>

namespace Trailglass {

/// Whether the keychain is silent: jobs had no reply in the time they were given, and their late replies are still to
/// come.
///
/// Of the process, like the queue inside QtKeychain that a silent job blocks.
/// \thread the main thread
class KeychainSilence final : public QObject
{
    Q_OBJECT

public:
    static KeychainSilence &ofProcess();

    /// Notes a job that was started and had no reply within \a patience.
    void add(const QKeychain::Job &job, std::chrono::milliseconds patience);

    /// Notes that the silence has lasted for another \a patience.
    /// \pre isOn()
    void goesOn(std::chrono::milliseconds patience);

    [[nodiscard]] bool isOn() const { return m_jobs > 0; }

    /// Somebody with this patience, or more, has waited for it without a reply.
    [[nodiscard]] bool outlasts(std::chrono::milliseconds patience) const
    {
        return isOn() && patience <= m_patience;
    }

Q_SIGNALS:
    /// The last late reply has come: somebody has answered the prompt, or the keychain has.
    void ended();

private:
    void replied();

    int m_jobs = 0; ///< without a reply
    std::chrono::milliseconds m_patience{0}; ///< the longest wait without a reply
};

} // namespace Trailglass
