// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/core/secretreference.h"
#include "models/core/utcmicros.h"
#include "models/merkle/ed25519.h"

#include <QString>

#include <optional>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// A key that signs checkpoints of a workspace's tree.
struct SigningKeyRecord
{
    /// Characters of a name.
    static constexpr qsizetype MaxName = 200;

    qint64 id = 0; ///< given by the table
    QString name = {}; ///< as in notes: `trailglass.local/…`
    PublicKey key = {};
    SecretReference reference = {}; ///< where its private half is kept
    UtcMicros created = {};
    std::optional<UtcMicros> retired = {}; ///< nothing: the present key

    friend bool operator==(const SigningKeyRecord &, const SigningKeyRecord &) = default;
};

/// The signing keys of a workspace, in table `signing_key`.
/// \thread the connection's
namespace SigningKeyTable {

/// The oldest first. None in a workspace of a version without them.
/// \error Storage for values that cannot be right
Result<std::vector<SigningKeyRecord>> all(SqlConnection &connection);

/// See EventWriter::addSigningKey().
/// \pre inside a transaction
Result<qint64> replace(SqlConnection &connection, const SigningKeyRecord &key, std::optional<qint64> before);

/// See EventWriter::moveSigningKey().
/// \pre inside a transaction
Result<void> move(SqlConnection &connection, qint64 id, const SecretReference &place);

/// See EventWriter::retireSigningKey().
/// \pre inside a transaction
Result<void> retire(SqlConnection &connection, qint64 id, UtcMicros at);

} // namespace SigningKeyTable

} // namespace Trailglass
