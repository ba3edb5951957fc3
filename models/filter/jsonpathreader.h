// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace Trailglass::Filter {

/// A value inside raw JSON, where it stands.
struct JsonValueView
{
    enum class Kind
    {
        String,
        Number,
        True,
        False,
        Null,
        Object,
        Array
    };
    Kind kind = Kind::Null;
    std::string_view token; ///< its bytes, quotes and brackets included

    /// A string's decoded text; of anything else the token.
    [[nodiscard]] std::string text() const;

    /// Neither null nor empty: not `""`, `{}`, `[]`.
    [[nodiscard]] bool isPresent() const;
};

/// Told every match; returns false to stop. The view is valid during the call only.
using JsonVisitor = std::function<bool(const JsonValueView &)>;

/// Visits every value at \a path inside \a raw, in order.
///
/// A member step matches every member of that name, duplicates included, and in an array those of each
/// element (with or without `[*]`). Where the path goes on and stands at a string that holds a JSON object or
/// array, it goes on inside it.
///
/// \param raw  one JSON value as the slicer passed it; of other bytes only what stands before the first
/// mistake, or before the nesting passes 1,000, is visited. Never reads outside it.
/// \thread any
void visit(std::string_view raw, const JsonPath &path, const JsonVisitor &visitor);

/// The same with arrays at the end of the path visited element by element, however nested: what filters
/// compare.
void visitElements(std::string_view raw, const JsonPath &path, const JsonVisitor &visitor);

/// The value as a cell of a table or an export: a string's text, a number's token, an object or array as raw,
/// several matches as a JSON array of their tokens.
/// \returns nothing when there is no match, or one that is `null`
[[nodiscard]] std::optional<std::string> cellText(std::string_view raw, const JsonPath &path);

/// The same as one JSON token, for NDJSON: one match = its token, several = an array of them.
[[nodiscard]] std::optional<std::string> cellToken(std::string_view raw, const JsonPath &path);

} // namespace Trailglass::Filter
