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

/// A connection the user made, as stored.
struct SourceRecord
{
    SourceId id;
    QString name; ///< unique; kept with its events after removal
    QString type; ///< `asana` …
    QMap<QString, QString> settings; ///< what was set, defaults left out
    QMap<QString, SecretReference> secrets; ///< by secret key
    bool removed = false; ///< removed, events kept
};

/// What became of a connection's last runs.
struct SourceState
{
    QJsonObject checkpoint;
    QByteArray fingerprint; ///< SourceSettings::fingerprint() the checkpoint is good for
    std::optional<UtcMicros> lastSuccess;
    std::optional<UtcMicros> lastAttempt;
    QString lastError; ///< empty after a success
    qint64 events = 0; ///< events listed now (superseded ones not counted)
    std::optional<UtcMicros> earliest; ///< created of the oldest event
    std::optional<UtcMicros> latest;
};

/// One line of the coverage ledger: an interval that was requested and answered in full.
struct CoverageEntry
{
    TimeWindow window; ///< unbounded ends: the vendor was asked for everything
    UtcMicros answered; ///< when
    qint64 pages = 0;
};

/// Rows \a first to \a last, both included, that are not listed any more.
struct RemovedRange
{
    RowId first;
    RowId last;

    friend bool operator==(const RemovedRange &, const RemovedRange &) = default;
};

/// What was superseded or removed since an earlier look. With EventReader::lastRow() it is all that a copy of
/// the events in memory needs to catch up: drop these rows, add the rows after the last one known.
struct RemovedAfter
{
    qint64 sequence = 0; ///< of the last entry; where the next look goes on
    std::vector<RemovedRange> ranges; ///< in order of removal; may overlap
};

/// A saved filter with the columns and sort order it was looked at with.
struct Preset
{
    QString name;
    QString expression; ///< as typed; may name other presets
    QString columns = {}; ///< as `--columns` takes them; empty: leave them as they are
    QString sort = {}; ///< as `--sort` takes it; empty: leave it as it is

    friend bool operator==(const Preset &, const Preset &) = default;
};

/// What becomes of the presets of a workspace, all at once.
struct PresetChanges
{
    QStringList deleted = {}; ///< names; those that are not there are no error
    QList<Preset> saved = {}; ///< after the deletion; each takes the place of one of its name

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
