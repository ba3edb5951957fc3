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
#include <string>
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

/// Row numbers \a first to \a last, both inclusive, some of which may be those of events.
struct EventRange
{
    RowId first;
    RowId last;

    friend bool operator==(const EventRange &, const EventRange &) = default;
};

/// The rows superseded or removed since an earlier read. With EventReader::lastRow() it brings a copy of the
/// events in memory up to date: delete these rows, add the rows after the last known one.
struct RemovedAfter
{
    qint64 sequence = 0; ///< of the last entry; where the next read continues
    std::vector<RemovedRange> ranges; ///< in order of removal; may overlap
};

/// A saved filter with columns, sort order and colour rules.
struct Preset
{
    QString name;
    QString expression; ///< as typed; may name other presets
    QString columns = {}; ///< in the syntax of `--columns`; empty to keep the current ones
    QString sort = {}; ///< in the syntax of `--sort`; empty to keep the current order
    QString colourRules = {}; ///< JSON, as colourRulesText() writes it; empty to keep the current ones

    friend bool operator==(const Preset &, const Preset &) = default;
};

/// Changes of the presets of a workspace, made in one transaction.
struct PresetChanges
{
    QStringList deleted = {}; ///< names; unknown ones are ignored
    QList<Preset> saved = {}; ///< after the deletion; each replaces one of the same name

    [[nodiscard]] bool isEmpty() const { return deleted.isEmpty() && saved.isEmpty(); }
};

/// Why a row is quarantined. The numbers are stored, never changed.
enum class QuarantineKind : quint8
{
    Unreadable = 0,
    Conflict = 1, ///< another version of an event that is stored
};

/// A quarantined row, as listed.
struct QuarantineEntry
{
    /// Bytes in UTF-8 of \a place, of \a reason and of \a eventId; the rest of a longer one is cut off. An event with
    /// such an id is not found by it.
    static constexpr qsizetype MaxPlace = 512;
    static constexpr qsizetype MaxReason = 4'096;
    static constexpr qsizetype MaxEventId = 4'096;

    qint64 id = 0; ///< of no other row as long as this one is there
    SourceId source;
    QuarantineKind kind = QuarantineKind::Unreadable;
    std::string eventId = {}; ///< of the stored event; empty unless a conflict
    UtcMicros received; ///< first time
    QString place = {}; ///< the page or the file that it came with; empty: not noted
    QString reason = {}; ///< why it could not be read; empty for a conflict
    qint64 offset = 0; ///< in bytes, from the start of the response or file; 0 for a conflict
    /// Of a conflict: versions of the event that came before this one, after that of the row before, and are not kept. One
    /// that comes again counts again. Stored in the place of the offset.
    qint64 notKept = 0;
    qint64 length = 0; ///< in bytes, as received
    qint64 kept = 0; ///< of these, at most MaxQuarantinedBytes
    QByteArray bytes = {}; ///< those kept; empty unless requested

    [[nodiscard]] bool isWhole() const { return kept == length; }
};

/// Which quarantined rows to read.
struct QuarantineRange
{
    enum class Order
    {
        NewestFirst,
        OldestFirst
    };

    std::optional<SourceId> source = {}; ///< unset: of all sources
    std::optional<qint64> past = {}; ///< begin after the row with this id; unset: with the first row
    int limit = 0; ///< maximum number of rows; 0 for all
    Order order = Order::NewestFirst;
    bool withBytes = true;
};

} // namespace Trailglass
