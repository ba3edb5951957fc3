// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"

#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

// The columns of table `event` of an archive. The table only grows: an event that is replaced or removed gets a second
// row with `sign` -1, and counts are sums of `sign`. Pure; any thread.

/// What a server knows of.
enum class ArchiveDialect : quint8
{
    Modern, ///< codecs and LowCardinality
    Plain, ///< neither: ClickHouse 18.16
};

/// A column, as the server names its type.
struct EventTableColumn
{
    std::string name;
    std::string type;
    std::string codec; ///< without CODEC(…); empty with Plain
};

/// Of a field: `actor_email` for Field::ActorEmail. Empty texts stand for no value.
[[nodiscard]] const std::string &archiveColumnName(Field field);

/// Whether a column of texts has few distinct values, and is LowCardinality with Modern.
[[nodiscard]] bool isCodedColumn(Field field);

/// One of the columns of flattened JSON: `j0.path`, and `jo.path` for objects.
/// \param list  as JsonFlattener::values() takes it
/// \param part  `path`, `at`, `text` or `key`, as in FlatValue
[[nodiscard]] std::string flatColumnName(int list, std::string_view part);

/// All columns, in the order of the table: numbers, fields, what is searched for free text, other forms of texts, flattened
/// JSON. What is in those that are no fields: searchtexts.h, textforms.h, jsonflattener.h.
[[nodiscard]] std::vector<EventTableColumn> eventTableColumns(ArchiveDialect dialect);

} // namespace Trailglass
