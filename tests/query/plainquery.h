// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"
#include "models/query/rowlist.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace Trailglass::PlainQuery {

// Queries by plain loops over records, with nothing in common with an engine but the filter language and its
// RowEvaluator. A filter that cannot run ends the test.

/// \param records  with `raw`
/// \returns those that the row evaluator accepts, in their order
[[nodiscard]] std::vector<EventRecord> matching(const std::vector<EventRecord> &records,
                                                const Filter::NodePointer &filter,
                                                const QueryContext &context);
/// The same as rows.
[[nodiscard]] RowList matchingRows(const std::vector<EventRecord> &records, const Filter::NodePointer &filter,
                                   const QueryContext &context);

/// Every present value a record has in a field.
/// \param zone  for hours and weekdays, read from Qt's calendar; IANA name
[[nodiscard]] std::vector<std::string>
values(const EventRecord &record, const Filter::FieldReference &reference, const QByteArray &zone);

/// \param records  in row order
/// \returns the rows of all records in the order that SortOrder documents
[[nodiscard]] RowList sortedRows(const std::vector<EventRecord> &records, const SortOrder &order,
                                 const QueryContext &context);

/// sortedRows() of the matching() records.
/// \param records  in row order, with `raw`
[[nodiscard]] RowList select(const std::vector<EventRecord> &records, const Filter::NodePointer &filter,
                             const SortOrder &order, const QueryContext &context);

} // namespace Trailglass::PlainQuery
