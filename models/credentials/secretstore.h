// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/origin.h"
#include "models/core/result.h"
#include "models/core/secret.h"

#include <functional>
#include <utility>

namespace Trailglass {

/// A credential as a store keeps it: together with the one place that it was entered for.
struct FiledSecret
{
    Secret secret;
    Origin origin; ///< nowhere: an entry of a version that did not note it

    friend bool operator==(const FiledSecret &, const FiledSecret &) = default;
};

/// Keeps credentials by key. A store reports which address a credential was entered for; whether that fits is
/// SourceSecrets' business. Asynchronous: a keychain may ask the user first.
///
/// Each call ends exactly once, through its callback, on the calling thread and never before the call
/// returns; callbacks of a destroyed store are dropped.
/// \thread the main thread (QtKeychain needs the GLib loop there)
/// \error SecretUnavailable (no keychain; with a sentence that names the ways on), SecretDenied (locked or
/// refused)
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    using Read = std::function<void(Result<FiledSecret>)>;
    using Done = std::function<void(Result<void>)>;

    /// \error NotFound when there is none under \a key; with a keychain this may also mean "locked": never
    /// delete anything because of it
    virtual void read(const QString &key, Read done) = 0;
    /// Likewise when nobody is there to answer a prompt: a store that shows one gives up soon.
    virtual void readUnattended(const QString &key, Read done) { read(key, std::move(done)); }
    virtual void write(const QString &key, const FiledSecret &secret, Done done) = 0;
    /// Removing what is not there succeeds.
    virtual void remove(const QString &key, Done done) = 0;
};

} // namespace Trailglass
