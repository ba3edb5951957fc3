// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>

namespace Trailglass {

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

/// The kind of the value that starts with \a first. Whatever starts no other kind is taken for a number.
/// \thread any
[[nodiscard]] JsonKind jsonKindOf(char first);

/// A token without its first and last byte: a string without its quotes, an array without its brackets.
/// \pre at least two bytes
[[nodiscard]] inline std::string_view insideOf(std::string_view token)
{
    return token.substr(1, token.size() - 2);
}

/// A value of a JSON text, as it was written.
struct JsonValueView
{
    JsonKind kind = JsonKind::Missing;
    std::string_view token; ///< its bytes, including quotes or brackets; empty when Missing
    bool mayHaveEscapes = true; ///< of a string: false where it is known to have none

    [[nodiscard]] bool isContainer() const { return kind == JsonKind::Object || kind == JsonKind::Array; }

    /// A string's text, decoded; of any other kind the token.
    [[nodiscard]] std::string text() const;

    /// text() without a copy: a view into the token, or into \a scratch where escapes had to be decoded.
    [[nodiscard]] std::string_view textView(std::string &scratch) const;

    /// Whether the value is neither missing, null nor empty (`""`, `{}`, `[]`).
    [[nodiscard]] bool isPresent() const;
};

} // namespace Trailglass
