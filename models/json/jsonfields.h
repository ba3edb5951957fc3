// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/fieldtable.h"
#include "models/json/jsonvalue.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// Finds given members of one JSON object in a single pass.
///
/// For validated objects: nothing is checked again, and other members are not decoded. Of duplicate keys the
/// last wins; a second `actor` object hides all of the first. Keys are compared decoded. Keeps views into the
/// text, which must outlive this object.
/// \thread any, one at a time
class JsonFields
{
public:
    /// \param table  must outlive this object. The other functions take positions in it
    explicit JsonFields(const FieldTable &table);
    explicit JsonFields(FieldTable &&table) = delete;

    /// Reads one object; the values of the one before are gone.
    ///
    /// \param object  valid JSON. Of anything else no byte outside is read
    /// \returns false if it is not an object, or is seen to be invalid: then any of the values may be missing
    [[nodiscard]] bool read(std::string_view object);

    [[nodiscard]] const FieldPath &path(std::size_t field) const { return (*m_table)[field]; }
    [[nodiscard]] JsonKind kind(std::size_t field) const { return m_values[field].kind; }

    /// The text of a string, decoded (an escaped lone surrogate is U+FFFD); a number or boolean as written;
    /// empty for any other value.
    [[nodiscard]] std::string text(std::size_t field) const;

    /// The first text of two fields that is not empty.
    [[nodiscard]] std::string text(std::size_t preferred, std::size_t otherwise) const;

    /// text() without a copy: a view into the object, or into \a scratch where escapes had to be decoded.
    [[nodiscard]] std::string_view textView(std::size_t field, std::string &scratch) const;

    /// The value as written, including quotes or brackets. Empty if it is missing.
    [[nodiscard]] std::string_view raw(std::size_t field) const { return m_values[field].token; }

private:
    const FieldTable *m_table;
    std::array<JsonValueView, FieldTable::MaxPaths> m_values;
};

/// The elements of an array, in order, as written; views into \a array.
///
/// \param array  valid JSON. Of anything else no byte outside is read
/// \returns no elements if it is not an array, or is seen to be invalid
[[nodiscard]] std::vector<std::string_view> elementsOf(std::string_view array);

} // namespace Trailglass
