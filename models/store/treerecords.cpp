// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treerecords.h"

#include "models/core/text.h"
#include "models/merkle/sha256.h"
#include "models/store/sourcejson.h"
#include "models/store/storedrow.h"

#include <QJsonDocument>
#include <QJsonValue>

#include <cmath>
#include <utility>

namespace Trailglass::TreeRecords {

namespace {

using namespace Qt::StringLiterals;

QString timeText(UtcMicros time)
{
    return QString::fromStdString(formatTime(time));
}

QJsonValue timeOrNull(const std::optional<UtcMicros> &time)
{
    return time ? QJsonValue(timeText(*time)) : QJsonValue(QJsonValue::Null);
}

QString digestOf(const QByteArray &bytes)
{
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return QString::fromLatin1(hex(Sha256().add(view).finish()));
}

/// A whole number within its range.
std::optional<qint64> wholeNumber(const QJsonValue &value, StoredRange range)
{
    constexpr double ExactBelow = 9'007'199'254'740'992.0; // 2^53
    const double number = value.isDouble() ? value.toDouble() : -1.0;
    if (!(number >= 0.0 && number < ExactBelow) || std::floor(number) != number)
        return std::nullopt;
    const auto whole = static_cast<qint64>(number);
    return range.holds(whole) ? std::optional(whole) : std::nullopt;
}

QJsonValue rowsJson(const PurgedRows &rows)
{
    if (!rows.hash)
        return QString::fromLatin1(purgedRowsText(rows.ranges));
    return QJsonObject{{u"first"_s, rows.first.value},
                       {u"ranges"_s, rows.count},
                       {u"sha256"_s, QString::fromLatin1(hex(*rows.hash))}};
}

std::optional<PurgedRows> readRows(const QJsonValue &value)
{
    if (value.isString()) {
        auto ranges = readPurgedRows(toUtf8(value.toString()));
        return ranges ? std::optional(PurgedRows{.ranges = *std::move(ranges)}) : std::nullopt;
    }
    const QJsonObject object = value.toObject();
    const auto hash = digestFromHex(object.value(u"sha256"_s).toString().toLatin1());
    const auto first = wholeNumber(object.value(u"first"_s), StoredRanges::Row);
    const auto count = wholeNumber(object.value(u"ranges"_s), StoredRanges::Count);
    if (!hash || !first || !count)
        return std::nullopt;
    return PurgedRows{.hash = hash, .first = {*first}, .count = *count};
}

/// The members of a record of a kind.
std::optional<QJsonObject> recordOf(std::string_view kind, std::string_view text)
{
    if (text.size() > static_cast<std::size_t>(MaxText))
        return std::nullopt;
    std::optional<QJsonObject> record = SourceJson::object(text);
    if (!record || toUtf8(record->value(u"kind"_s).toString()) != kind)
        return std::nullopt;
    return record;
}

} // namespace

QByteArray text(std::string_view kind, QJsonObject members)
{
    members.insert(u"kind"_s, toQString(kind));
    return QJsonDocument(members).toJson(QJsonDocument::Compact);
}

QByteArray started(UtcMicros at, const QString &identity, qint64 skipped)
{
    return text(Started, {{u"at"_s, timeText(at)}, {u"identity"_s, identity}, {u"skipped"_s, skipped}});
}

QByteArray quarantined(const QString &source, const QuarantineEntry &row)
{
    QJsonObject members{{u"source"_s, source},
                        {u"received"_s, timeText(row.received)},
                        {u"reason"_s, row.reason},
                        {u"place"_s, row.place},
                        {u"offset"_s, row.offset},
                        {u"length"_s, row.length},
                        {u"sha256"_s, digestOf(row.bytes)}};
    if (row.kind == QuarantineKind::Conflict)
        members.insert(u"event"_s, toQString(row.eventId));
    return text(Quarantined, members);
}

QByteArray removed(UtcMicros at, const QString &source, qint64 leaf)
{
    return text(Removed, {{u"at"_s, timeText(at)}, {u"source"_s, source}, {u"quarantined"_s, leaf}});
}

QByteArray coverage(const QString &source, const CoverageEntry &entry)
{
    return text(Coverage,
                {{u"source"_s, source},
                 {u"from"_s, timeOrNull(entry.window.from)},
                 {u"to"_s, timeOrNull(entry.window.to)},
                 {u"answered"_s, timeText(entry.answered)},
                 {u"pages"_s, entry.pages}});
}

QByteArray purged(const PurgeNotice &notice)
{
    QJsonObject members{{u"at"_s, timeText(notice.at)},
                        {u"source"_s, notice.source},
                        {u"leaves"_s, notice.leaves},
                        {u"records"_s, notice.records},
                        {u"by"_s, notice.by}};
    if (notice.rows)
        members.insert(u"rows"_s, rowsJson(*notice.rows));
    return text(Purged, members);
}

QByteArray key(UtcMicros at, const NoteVerifier &verifier, const QByteArray &signature)
{
    return text(Key,
                {{u"at"_s, timeText(at)},
                 {u"name"_s, verifier.name},
                 {u"key"_s, verifier.text()},
                 {u"signature"_s,
                  signature.isEmpty() ? QJsonValue(QJsonValue::Null)
                                      : QJsonValue(QString::fromLatin1(signature.toBase64()))}});
}

std::optional<PurgeNotice> readPurged(qint64 leaf, std::string_view text)
{
    const std::optional<QJsonObject> record = recordOf(Purged, text);
    if (!record)
        return std::nullopt;
    const std::optional<UtcMicros> at = parseTime(toUtf8(record->value(u"at"_s).toString()));
    const std::optional<qint64> leaves = wholeNumber(record->value(u"leaves"_s), StoredRanges::TreeSize);
    const std::optional<qint64> records = wholeNumber(record->value(u"records"_s), StoredRanges::TreeSize);
    std::optional<PurgedRows> rows;
    if (record->contains(u"rows"_s))
        rows = readRows(record->value(u"rows"_s));
    if (!at || !leaves || !records || (record->contains(u"rows"_s) && !rows))
        return std::nullopt;
    return PurgeNotice{.leaf = leaf,
                       .at = *at,
                       .source = record->value(u"source"_s).toString(),
                       .leaves = *leaves,
                       .records = *records,
                       .by = record->value(u"by"_s).toString(),
                       .rows = std::move(rows)};
}

std::optional<qint64> readRemoved(std::string_view text)
{
    const std::optional<QJsonObject> record = recordOf(Removed, text);
    return record ? wholeNumber(record->value(u"quarantined"_s), StoredRanges::Leaf) : std::nullopt;
}

std::string markOfSource(const QString &source)
{
    const std::string object = SourceJson::text(QJsonObject{{u"source"_s, source}});
    return object.substr(1, object.size() - 2); // without the braces
}

} // namespace Trailglass::TreeRecords
