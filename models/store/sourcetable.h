// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/store/records.h"

#include <QList>

namespace Trailglass {

class SqlConnection;

/// The sources, in table `source`.
/// \pre for functions that write: inside a transaction
/// \thread the connection's
namespace SourceTable {

/// By name, including removed sources, but not those that are being purged.
Result<QList<SourceRecord>> all(SqlConnection &connection);

/// \error NotFound
Result<SourceRecord> named(SqlConnection &connection, const QString &name);

/// \error NotFound
Result<SourceState> state(SqlConnection &connection, SourceId source);

/// See EventWriter::addSource.
Result<SourceId> add(SqlConnection &connection, const SourceRecord &source);

/// See EventWriter::updateSource.
/// \error NotFound
Result<void> update(SqlConnection &connection, const SourceRecord &source, const QByteArray &fingerprint);

/// See EventWriter::takeBackSource.
/// \error NotFound
Result<void> takeBack(SqlConnection &connection, SourceId source);

/// Marks as removed and deletes the references to secrets, except those in \a kept.
/// \error NotFound
Result<void> markRemoved(SqlConnection &connection, SourceId source,
                         const QMap<QString, SecretReference> &kept = {});

/// Makes the next sync an initial one.
/// \error NotFound
Result<void> resetCheckpoint(SqlConnection &connection, SourceId source);

/// \error NotFound
Result<void> setCheckpoint(SqlConnection &connection, SourceId source, const QJsonObject &checkpoint,
                           const QByteArray &fingerprint);

/// \error NotFound
Result<void> finishRun(SqlConnection &connection, SourceId source, UtcMicros at, const QString &error);

/// \error NotFound for a source that does not exist or is being purged
Result<void> requireExists(SqlConnection &connection, SourceId source);

} // namespace SourceTable

} // namespace Trailglass
