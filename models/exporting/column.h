// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/field.h"
#include "models/core/result.h"
#include "models/filter/ast.h"

#include <QString>

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace Trailglass {

/// One column of a table or export: a stored field, an `@path` into the raw JSON, or the mark or note of a reviewer.
struct Column
{
    /// Not ReviewField::Is.
    using Place = std::variant<Field, Filter::JsonPath, Filter::ReviewField>;

    Place place;
    std::string title; ///< canonical name: of an `@path`, as the filter language prints it

    [[nodiscard]] bool needsRaw() const;

    friend bool operator==(const Column &, const Column &) = default;
};

/// In one list; more than anyone can look at.
inline constexpr std::size_t MaxColumns = 200;

/// Whether a field of the filter language can be a column: what is derived from others, such as `hour` and `is`, cannot.
/// Pure.
/// \thread any
[[nodiscard]] bool canBeColumn(const Filter::FieldReference &field);

/// Reads a list such as `created,user,@details.new_value`. Commas inside the quotes of a path belong to it;
/// spaces around a name are ignored; aliases are accepted and become their field. A column named again,
/// under its own name or an alias, is listed once, where it was named first.
///
/// Pure.
/// \thread any
/// \error Usage for an unknown name (with the nearest one as a suggestion), a broken path and an empty place
/// in the list; for more than MaxColumns
[[nodiscard]] Result<std::vector<Column>> parseColumns(const QString &list);

/// The list that parseColumns() turns back into equal columns.
[[nodiscard]] QString columnsText(std::span<const Column> columns);

/// The default columns of views and exports: created, source, vendor, action, op, outcome, actor, target,
/// ip, message, id.
[[nodiscard]] const std::vector<Column> &defaultColumns();

/// The cell as text. A field as fieldText() gives it; the name of a mark's colour, and a note as it is; of a path a
/// string's text, a number's token, an object
/// or array as its JSON, several matches as a JSON array of their tokens; empty where there is nothing or
/// null.
///
/// \param record  with raw when the column needs it
/// \param scratch  keeps composed texts: the view is valid as long as \a record and \a scratch are unchanged
[[nodiscard]] std::string_view cellText(const EventRecord &record, const Column &column,
                                        std::string &scratch);

/// A cell as a JSON value on one line: a field, a mark and a note as a string, raw as the object it is, of a path its
/// token or an array of several; `null` where there is nothing. Appended to \a out.
void appendFieldJson(const EventRecord &record, Field field, std::string &out);
void appendCellJson(const EventRecord &record, const Column &column, std::string &out);

} // namespace Trailglass
