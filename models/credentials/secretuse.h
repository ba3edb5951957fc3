// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/origin.h"
#include "models/core/secretreference.h"

#include <QMetaType>
#include <QString>

namespace Trailglass {

/// Whether somebody is there to answer a prompt of the keychain.
enum class Attendance
{
    Attended,
    Unattended,
};

/// SecretUse::type of a key that signs and is sent nowhere.
inline constexpr QLatin1StringView SigningUse("signing-key");

/// Who needs credentials, and where they are to be sent.
struct SecretUse
{
    QString workspace; ///< EventReader::identity(); empty while there is none
    QString account; ///< what the credentials are filed under in a store; empty while the source is new
    QString source; ///< its name; empty for a SigningUse
    QString type; ///< of the source: `asana` …; or SigningUse
    Origin origin; ///< of the address in the source's settings
    bool isVendorsOwn = false; ///< that origin is one of the vendor's, as the program knows them
    Attendance attendance = Attendance::Attended;
};

/// A reference to a variable or file, and what its content would be used for: what a user approves.
struct ReferenceUse
{
    QString workspace; ///< as SecretUse
    QString source;
    QString type;
    Origin origin;
    QString key; ///< of the credential: `api_key`
    SecretReference reference; ///< Environment or File

    /// Says for people what that does: names the source, the variable or file, and the host. One line, safe
    /// to show as plain text.
    [[nodiscard]] QString sentence() const;

    friend bool operator==(const ReferenceUse &, const ReferenceUse &) = default;
};

} // namespace Trailglass

Q_DECLARE_METATYPE(Trailglass::ReferenceUse)
