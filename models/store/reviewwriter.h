// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/reviewrecords.h"

#include <QJsonObject>

#include <functional>
#include <string_view>

namespace Trailglass {

class SqlConnection;

/// What EventWriter does with reviews, marks and notes: each change is stored, and its record becomes a leaf of the tree.
/// \pre inside a transaction
/// \thread the connection's
namespace ReviewWriter {

inline constexpr std::string_view Reviewed = "reviewed";
inline constexpr std::string_view Marked = "marked";
inline constexpr std::string_view Noted = "noted";

/// Makes a record a leaf of the tree.
/// \param members  as of TreeRecords::text()
using AppendRecord = std::function<Result<void>(std::string_view kind, const QJsonObject &members)>;

/// The members of the record of an entry, as of TreeRecords::text().
[[nodiscard]] QJsonObject recordOf(const ReviewEntry &entry);

/// See EventWriter::review().
/// \param entry  with ReviewEntry::size
/// \returns the same with its id
Result<ReviewEntry> review(SqlConnection &connection, const ReviewEntry &entry, const AppendRecord &append);

/// See EventWriter::setMarks().
Result<qint64> setMarks(SqlConnection &connection, const MarkChange &change, const AppendRecord &append);

/// See EventWriter::setNote().
Result<bool> setNote(SqlConnection &connection, const NoteChange &change, const AppendRecord &append);

} // namespace ReviewWriter

} // namespace Trailglass
