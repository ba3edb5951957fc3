// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace Trailglass {

/// How the events of an import file are wrapped.
enum class ImportShape
{
    Lines, ///< one object a line
    Array, ///< one value: an array of events
    Object, ///< one value: an API response, or one event
};

/// Detects the shape of a file from its beginning.
///
/// Line by line when the first line is a whole value with more after it, otherwise the file is one value. A
/// first line that no value can begin with, because a string in it is not closed or its end is followed by
/// something else, is taken for a bad line when the next line begins an object. Looks at brackets and quotes
/// only: what is wrong inside is found by the reader of the file. Needs no memory however long the line.
/// \thread any, one at a time
class ShapeDetector
{
public:
    /// Takes the next bytes.
    /// \returns the shape as soon as it is clear
    /// \error Malformed for what cannot hold events: packed, binary, a web page, other text
    [[nodiscard]] Result<std::optional<ImportShape>> feed(std::string_view bytes);

    /// The shape when there is no more, or when no more is to be looked at.
    /// \error Malformed likewise, or when empty
    [[nodiscard]] Result<ImportShape> finish() const;

private:
    enum class Place
    {
        Start, ///< only whitespace so far
        FirstLine,
        NextLine, ///< the first line has ended
    };

    [[nodiscard]] std::optional<Error> start(char byte);
    [[nodiscard]] std::optional<ImportShape> firstLine(char byte);
    [[nodiscard]] Result<std::optional<ImportShape>> nextLine(char byte) const;
    [[nodiscard]] ImportShape oneValue() const;

    Place m_place = Place::Start;
    qint64 m_position = 0;
    char m_first = 0; ///< first byte that is not whitespace
    qint64 m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_closed = false; ///< the value's last bracket was read
    bool m_broken = false; ///< the first line can be no beginning of a value
};

} // namespace Trailglass
