// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/jsonskipper.h"
#include "models/json/jsonvalidator.h"
#include "models/sources/jsonslicer.h"

namespace Trailglass {

/// Reads the elements of a JsonSlicer one after the other: checks each, keeps its bytes, and gets past a bad
/// one.
///
/// Whitespace after an element is not part of it.
/// \thread any, one at a time
class ElementReader
{
public:
    enum class Ending
    {
        InArray, ///< at a comma or closing bracket
        WithInput, ///< at finish(), wherever the caller sees the end
    };

    explicit ElementReader(Ending ending);

    /// Starts on a new element; the next byte fed is its first and not whitespace.
    /// \param line  1-based, or 0 where lines are not counted
    void begin(qint64 offset, qint64 line);

    /// \returns how many bytes were taken; in an array fewer than given when the next one ends the element
    std::size_t feed(std::string_view bytes);

    /// Ends the element.
    [[nodiscard]] Slice finish();

private:
    std::size_t read(std::string_view bytes);
    std::size_t passWhitespace(std::string_view bytes);
    std::size_t skip(std::string_view bytes);
    void keep(std::string_view bytes, qint64 limit);
    void setFault(JsonFault fault, qint64 index);
    [[nodiscard]] bool isGood() const { return m_fault == JsonFault::None; }

    Ending m_ending;
    JsonValidator m_validator;
    JsonSkipper m_skipper;
    JsonFault m_fault = JsonFault::None;
    std::string m_bytes; ///< all of a good element, the first part of a bad one
    qint64 m_length = 0; ///< bytes taken
    qint64 m_inked = 0; ///< bytes taken up to the last that is not whitespace
    qint64 m_faultIndex = 0; ///< within the element
    qint64 m_offset = 0;
    qint64 m_line = 0;
};

} // namespace Trailglass
