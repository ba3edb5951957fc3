// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/jsontreemodel.h"

namespace Trailglass {

struct JsonNode;

/// How a row of JsonTreeModel reads. Everything is visibleText(), cut where it is long, and looks at a
/// bounded part of the document unless said otherwise.
/// \thread GUI
namespace JsonDisplay {

[[nodiscard]] JsonTreeModel::Kind kind(const JsonNode &node);
/// A member's name, `[3]` for an element, empty for a note.
[[nodiscard]] QString name(const JsonNode &node);
/// Strings in quotes; of objects and arrays how they start.
[[nodiscard]] QString value(JsonNode &node);
/// Whether value() leaves something of a scalar out.
[[nodiscard]] bool isCut(const JsonNode &node);
/// The value's whole text, however long.
[[nodiscard]] std::string text(const JsonNode &node);
[[nodiscard]] std::optional<Filter::JsonPath> path(const JsonNode &node);

} // namespace JsonDisplay

} // namespace Trailglass
