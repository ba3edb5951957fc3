// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/jsonvalue.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// A member to look for: \a key of the object itself (empty \a parent), or of the object that is its member
/// \a parent.
struct FieldPath
{
    std::string_view parent;
    std::string_view key;
};

/// Bytes after a JSON text that must be readable where JsonFields reads it.
inline constexpr std::size_t JsonPadding = 64;

/// Finds given members of one JSON object in a single pass.
///
/// For validated objects: nothing is checked again, and other members are not decoded. Of duplicate keys the
/// last wins; a second `actor` object hides all of the first. Keys are compared decoded. Keeps views into the
/// text, which must outlive this object.
/// \thread any, one at a time
class JsonFields
{
public:
    static constexpr std::size_t MaxPaths = 32;

    /// \param paths  at most MaxPaths; must outlive this object. The other functions take positions in this
    /// list
    explicit JsonFields(std::span<const FieldPath> paths);

    /// Reads one object; the values of the one before are gone.
    ///
    /// \param object  valid JSON, followed by at least JsonPadding readable bytes
    /// \returns false if it is not an object or not valid JSON
    [[nodiscard]] bool read(std::string_view object);

    [[nodiscard]] const FieldPath &path(std::size_t field) const { return m_paths[field]; }
    [[nodiscard]] JsonKind kind(std::size_t field) const { return m_values[field].kind; }

    /// The text of a string, decoded (an escaped lone surrogate is U+FFFD); a number or boolean as written;
    /// empty for any other value.
    [[nodiscard]] std::string text(std::size_t field) const;

    /// The first text of two fields that is not empty.
    [[nodiscard]] std::string text(std::size_t preferred, std::size_t otherwise) const;

    /// The value as written, including quotes or brackets. Empty if it is missing.
    [[nodiscard]] std::string_view raw(std::size_t field) const { return m_values[field].token; }

private:
    friend class JsonFieldWalk;

    std::span<const FieldPath> m_paths;
    std::array<JsonValueView, MaxPaths> m_values;
};

/// The elements of an array, in order, as written; views into \a array.
///
/// \param array  valid JSON, followed by at least JsonPadding readable bytes
/// \returns no elements if it is not an array
[[nodiscard]] std::vector<std::string_view> elementsOf(std::string_view array);

} // namespace Trailglass
