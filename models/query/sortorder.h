// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

namespace Trailglass {

/// Newest first.
[[nodiscard]] SortOrder defaultSortOrder();

/// Whether an order is that one: only in it rows come in parts (SelectListener::found).
[[nodiscard]] bool isDefaultOrder(const SortOrder &order);

/// The order of a table that somebody sorts by some keys: of events that are equal in all of them the newest come first, unless
/// a time is among the keys. `--sort` of the command line is taken as it is typed: there, such events are in the order of
/// their arrival, as SortOrder says.
/// \param keys  none: the default order
/// \thread any
[[nodiscard]] SortOrder orderOfTable(SortOrder keys);

/// Reads `-created,actor,@items[0].id`: keys by name or alias, a leading minus for descending, the first
/// decides.
///
/// Commas inside the quotes of a path belong to it. A field named again, under any of its names, is left out:
/// it cannot decide any more. Pure.
/// \thread any
/// \error Usage for an unknown field (with the nearest one as a suggestion), an empty place, `raw`, what reviewers say,
/// or over 16 keys
[[nodiscard]] Result<SortOrder> parseSortOrder(const QString &list);

/// The text that parseSortOrder() turns back into an equal order.
[[nodiscard]] QString sortOrderText(const SortOrder &order);

/// Reads `op,outcome,@details.group`: as above without directions; each field once, in the order of first
/// mention.
/// \error Usage
[[nodiscard]] Result<std::vector<Filter::FieldReference>> parseFieldList(const QString &list);

} // namespace Trailglass
