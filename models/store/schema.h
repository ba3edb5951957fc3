// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"

#include <QtGlobal>

#include <string>

/// Names and expressions for SQL on the database, which docs/decisions/0005-store-schema.md describes.
///
/// Table `event` holds exactly the events listed now, one row each; its primary key `row` is the RowId. A
/// superseded or removed event is no longer in it. An empty value is NULL everywhere. Only while a purge
/// runs may `event` still hold rows of the source being purged; its `source.name` is NULL then.
namespace Trailglass::Schema {

/// `PRAGMA application_id` of a workspace: "TrGl".
inline constexpr qint32 ApplicationId = 0x5472476C;

/// `PRAGMA user_version` this program reads and writes.
inline constexpr int Version = 6;

/// How many row numbers a segment of the column index spans. Table `index_part` holds what is saved of it:
/// `key` is (row / IndexSegmentRows) << 8 | part.
inline constexpr qint64 IndexSegmentRows = 65'536;

/// How a field is kept in table `event`.
enum class Storage : quint8
{
    Integer, ///< created, received: int64 µs, never NULL
    Code, ///< a small integer with a text; readDictionary() lists both
    Text, ///< id, target.id, correlation, message: plain text in its column
    Composed, ///< target: made of target.name, target.id, target.type
    Packed, ///< raw: in compressed blocks, through RawStore
};

[[nodiscard]] Storage storage(Field field);

/// An SQL expression over table `event` (by this name, no alias): the integer of an Integer field, the code
/// of a Code field, the text of a Text or Composed field. NULL where there is no value.
///
/// A column where the field has one; for `actor` the codes of its parts in order of display, which share a
/// dictionary; for `vendor` a subquery.
/// \pre not Field::Raw
[[nodiscard]] const std::string &valueExpression(Field field);

/// An SQL expression over table `event` that is not NULL exactly where a field has a value: 1 for a Text
/// field, else what valueExpression() gives.
/// \pre as valueExpression()
[[nodiscard]] std::string presenceExpression(Field field);

/// An SQL expression for the text of any field but Raw, Created and Received, NULL where there is none. A
/// dictionary look-up per row for Code fields: fast enough for shown rows, too slow for scans.
[[nodiscard]] const std::string &textExpression(Field field);

/// Which dictionary holds the texts of a field's codes; numbers are stored, never changed. All parts of an
/// actor share one.
enum class Dictionary : quint8
{
    None, ///< the field has no stored dictionary: not Code, or a class known to the program (op, outcome,
    ///< vendor, source)
    Action = 1,
    Category = 2,
    Actor = 3,
    TargetName = 4,
    TargetType = 5,
    Ip = 6,
    UserAgent = 7,
    Channel = 8,
    Workspace = 9,
    Environment = 10,
};

inline constexpr std::size_t DictionaryCount = 11; ///< None included

[[nodiscard]] Dictionary dictionaryOf(Field field);

} // namespace Trailglass::Schema
