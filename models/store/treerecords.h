// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "models/merkle/noteverifier.h"
#include "models/store/purgedrows.h"
#include "models/store/records.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace Trailglass {

/// What the record of a purge says: the only place where the name of a purged source stays.
struct PurgeNotice
{
    qint64 leaf = 0; ///< of the record
    UtcMicros at;
    QString source; ///< its name
    qint64 leaves = 0; ///< of its events, whose content was deleted; earlier versions of them are counted too
    qint64 records = 0; ///< of the source's other records, likewise
    QString by; ///< `window`, or the name of the program
    /// The rows of its events, those of earlier versions too; nothing in a record of an earlier version of the program.
    std::optional<PurgedRows> rows = {};

    friend bool operator==(const PurgeNotice &, const PurgeNotice &) = default;
};

/// The texts of the tree's records (docs/evidence.md): JSON on one line, times as formatTime() has them. Keys are in the
/// order of code points. A text is hashed and stored as it is made here, once.
/// \thread any; pure
namespace TreeRecords {

// The kinds that the store itself writes.
inline constexpr std::string_view Started = "started";
inline constexpr std::string_view Quarantined = "quarantined";
inline constexpr std::string_view Removed = "removed"; ///< of the quarantine
inline constexpr std::string_view Coverage = "coverage";
inline constexpr std::string_view Purged = "purged";
inline constexpr std::string_view Key = "key";

/// Bytes of the text of a record; more than any that the program makes.
inline constexpr qsizetype MaxText = 4 * 1024 * 1024;

/// A record of any kind.
/// \param members  without `kind`
[[nodiscard]] QByteArray text(std::string_view kind, QJsonObject members);

/// \param skipped  rows that had lost their content before
[[nodiscard]] QByteArray started(UtcMicros at, const QString &identity, qint64 skipped);

/// \param row  with its bytes, as they are kept
[[nodiscard]] QByteArray quarantined(const QString &source, const QuarantineEntry &row);

/// \param leaf  of the quarantined row that was deleted
[[nodiscard]] QByteArray removed(UtcMicros at, const QString &source, qint64 leaf);

[[nodiscard]] QByteArray coverage(const QString &source, const CoverageEntry &entry);

/// \param notice  all but its leaf
[[nodiscard]] QByteArray purged(const PurgeNotice &notice);

/// \param signature  by the key before, below the text of \a verifier; empty: there was none, or it is lost
[[nodiscard]] QByteArray key(UtcMicros at, const NoteVerifier &verifier, const QByteArray &signature);

/// Reads what purged() wrote.
/// \returns nothing for another text
[[nodiscard]] std::optional<PurgeNotice> readPurged(qint64 leaf, std::string_view text);

/// The leaf that a record of kind Removed names.
/// \returns nothing for another text
[[nodiscard]] std::optional<qint64> readRemoved(std::string_view text);

/// What stands in the text of each record of a source, and in no other: JSON escapes the quotes within texts.
[[nodiscard]] std::string markOfSource(const QString &source);

} // namespace TreeRecords

} // namespace Trailglass
