// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/secretreference.h"
#include "models/core/utcmicros.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Trailglass {

/// A source, as stored.
struct SourceRecord
{
    SourceId id;
    QString name; ///< unique; kept with its events after removal
    QString type; ///< `asana` …
    QMap<QString, QString> settings; ///< without those that have their default
    QMap<QString, SecretReference> secrets; ///< by secret key
    bool removed = false; ///< removed, events kept
};

/// The state of a source's syncs.
struct SourceState
{
    QJsonObject checkpoint;
    QByteArray fingerprint; ///< SourceSettings::fingerprint() of the checkpoint
    std::optional<UtcMicros> lastSuccess;
    std::optional<UtcMicros> lastAttempt;
    QString lastError; ///< empty after a success
    qint64 events = 0; ///< listed events, without superseded ones
    std::optional<UtcMicros> earliest; ///< `created` of the oldest event
    std::optional<UtcMicros> latest;
};

/// One entry of the coverage ledger: an interval that was requested and received completely.
struct CoverageEntry
{
    TimeWindow window; ///< unbounded at an end without a limit in the request
    UtcMicros answered; ///< when it was received
    qint64 pages = 0;
};

/// Rows \a first to \a last, both inclusive, that are no longer listed.
struct RemovedRange
{
    RowId first;
    RowId last;

    friend bool operator==(const RemovedRange &, const RemovedRange &) = default;
};

/// The rows superseded or removed since an earlier read. With EventReader::lastRow() it brings a copy of the
/// events in memory up to date: delete these rows, add the rows after the last known one.
struct RemovedAfter
{
    qint64 sequence = 0; ///< of the last entry; where the next read continues
    std::vector<RemovedRange> ranges; ///< in order of removal; may overlap
};

/// A saved filter with columns and sort order.
struct Preset
{
    QString name;
    QString expression; ///< as typed; may name other presets
    QString columns = {}; ///< in the syntax of `--columns`; empty to keep the current ones
    QString sort = {}; ///< in the syntax of `--sort`; empty to keep the current order

    friend bool operator==(const Preset &, const Preset &) = default;
};

/// Changes of the presets of a workspace, made in one transaction.
struct PresetChanges
{
    QStringList deleted = {}; ///< names; unknown ones are ignored
    QList<Preset> saved = {}; ///< after the deletion; each replaces one of the same name

    [[nodiscard]] bool isEmpty() const { return deleted.isEmpty() && saved.isEmpty(); }
};

/// A quarantined row, as listed.
struct QuarantineEntry
{
    qint64 id = 0;
    UtcMicros received;
    QString reason;
    qint64 offset = 0;
    qint64 length = 0;
    QByteArray bytes;
};

} // namespace Trailglass
