// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/keychainqueue.h"
#include "models/credentials/secretstore.h"

#include <QMap>

namespace Trailglass {

/// Secrets in the keychain of the desktop: libsecret or KWallet through QtKeychain, never its insecure
/// fallback.
///
/// An entry holds the origin and the secret (see KeychainEntry). Each secret is read from the keychain once
/// and then kept in memory, so that a locking keychain does not stop a long session. A keychain that does
/// not answer in time is asked no more until it does (see KeychainQueue).
class KeychainSecretStore final : public SecretStore
{
public:
    /// Nobody is there to answer a prompt: cron, CI, a scheduled sync.
    static constexpr std::chrono::seconds UnattendedPatience{10};
    /// The keychain may be asking the user for a password right now. Show that it is waited for.
    static constexpr std::chrono::seconds AttendedPatience{120};

    /// The name that all entries share, as a keychain program shows it.
    static QString service();

    /// \param patience  of read(), write() and remove()
    /// \param unattended  of readUnattended(); at most \a patience
    explicit KeychainSecretStore(std::chrono::milliseconds patience = UnattendedPatience,
                                 std::chrono::milliseconds unattended = UnattendedPatience);

    void read(const QString &key, Read done) override;
    void readUnattended(const QString &key, Read done) override;
    void write(const QString &key, const FiledSecret &secret, Done done) override;
    /// Overwrites the entry first: a locked keychain would ignore the removal and call it done.
    void remove(const QString &key, Done done) override;

private:
    void readWithin(std::chrono::milliseconds patience, const QString &key, Read done);
    void writeText(const QString &key, const QString &text, Done done);

    const std::chrono::milliseconds m_patience;
    const std::chrono::milliseconds m_unattended;
    QMap<QString, FiledSecret> m_known;
    KeychainQueue m_queue; // last: destroyed first, so that no callback finds the rest gone
};

} // namespace Trailglass
