// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/json/jsonvalue.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace Trailglass::Filter {

/// Called for every match; return false to stop. The view is valid during the call only.
using JsonVisitor = std::function<bool(const JsonValueView &)>;

/// Visits every value at \a path inside \a raw, in order.
///
/// A member step matches every member of that name, including duplicates, and in an array those of each
/// element (with or without `[*]`). If a string contains a JSON object or array, a path continues inside it.
///
/// \param raw  one JSON value. Of invalid JSON, or JSON deeper than MaxJsonDepth, only the values before the
/// first error are visited
/// \thread any
void visit(std::string_view raw, const JsonPath &path, const JsonVisitor &visitor);

/// The same, but visits arrays at the end of the path element by element, at any depth: what filters compare.
void visitElements(std::string_view raw, const JsonPath &path, const JsonVisitor &visitor);

/// The value as a cell of a table or an export: the text of a string, the bytes of any other value, several
/// matches as a JSON array of their tokens.
/// \returns nothing if there is no match, or one that is `null`
[[nodiscard]] std::optional<std::string> cellText(std::string_view raw, const JsonPath &path);

/// The same as JSON, for NDJSON: the token of one match, or an array of the tokens of several.
[[nodiscard]] std::optional<std::string> cellToken(std::string_view raw, const JsonPath &path);

} // namespace Trailglass::Filter
