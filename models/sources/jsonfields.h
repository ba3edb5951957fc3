// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

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

enum class JsonKind : quint8
{
    Missing,
    Null,
    Bool,
    Number,
    String,
    Object,
    Array
};

/// Finds the wanted members of one JSON object in a single pass.
///
/// Made for objects that the slicer has validated: nothing is checked twice, and what is not wanted is not
/// decoded. Of duplicate keys the last wins; a second `actor` object hides all of the first. A key that is
/// written with escapes is the same key. Holds views into the text that was read, so that must outlive it.
/// \thread any, one at a time
class JsonFields
{
public:
    static constexpr std::size_t MaxPaths = 32;

    /// \param paths  at most MaxPaths; outlives this object. Values are requested by position in this
    /// list
    explicit JsonFields(std::span<const FieldPath> paths);

    /// Reads one object, forgetting the one before.
    ///
    /// \param object  valid JSON, followed by at least 64 readable bytes
    /// \returns false when it is not an object, or not JSON after all
    [[nodiscard]] bool read(std::string_view object);

    [[nodiscard]] const FieldPath &path(std::size_t field) const { return m_paths[field]; }
    [[nodiscard]] JsonKind kind(std::size_t field) const { return m_values[field].kind; }

    /// The value as text: a string decoded (an escaped lone surrogate is U+FFFD), a number or a boolean as it
    /// was written. Empty for everything else.
    [[nodiscard]] std::string text(std::size_t field) const;

    /// The first of two that is not empty.
    [[nodiscard]] std::string text(std::size_t preferred, std::size_t otherwise) const;

    /// The value as it was written: an object, an array, or a string with its quotes. Empty when it is
    /// missing.
    [[nodiscard]] std::string_view raw(std::size_t field) const { return m_values[field].raw; }

private:
    struct Value
    {
        JsonKind kind = JsonKind::Missing;
        std::string_view raw;
    };

    friend class JsonFieldWalk;

    std::span<const FieldPath> m_paths;
    std::array<Value, MaxPaths> m_values;
};

/// The elements of an array, in order, as they were written; each view lies inside \a array.
///
/// \param array  valid JSON, followed by at least 64 readable bytes
/// \returns nothing when it is not an array
[[nodiscard]] std::vector<std::string_view> elementsOf(std::string_view array);

} // namespace Trailglass
