// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace Trailglass {

/// How the JSON values of an import file follow each other.
enum class ImportShape
{
    Lines, ///< one a line
    Values, ///< one after the other, each over as many lines as it likes; often there is only one
};

/// Detects the shape of a text from its beginning.
///
/// Line by line when the first line is a whole value with more after it, otherwise values. A first line that no
/// value can begin with, because a string in it is not closed or its end is followed by something that begins no
/// value, is taken for a bad line when the next line begins an object. Looks at brackets and quotes only: what is
/// wrong inside is found by the reader of the text. Needs no memory however long the line.
/// \thread any, one at a time
class ShapeDetector
{
public:
    /// Takes the next bytes.
    /// \returns the shape as soon as it is clear
    /// \error Malformed for what cannot hold events: binary, a web page, other text
    [[nodiscard]] Result<std::optional<ImportShape>> feed(std::string_view bytes);

    /// The shape when there is no more, or when no more is to be looked at.
    /// \error Malformed likewise, or when empty
    [[nodiscard]] Result<ImportShape> finish() const;

private:
    enum class Place
    {
        Start, ///< only whitespace and byte order marks so far
        FirstLine,
        NextLine, ///< the first line has ended
    };

    [[nodiscard]] std::optional<Error> start(char byte);
    [[nodiscard]] std::optional<ImportShape> firstLine(char byte);
    [[nodiscard]] Result<std::optional<ImportShape>> nextLine(char byte) const;

    Place m_place = Place::Start;
    std::size_t m_markBytes = 0; ///< of a byte order mark, seen so far
    char m_first = 0; ///< first byte that is not whitespace
    qint64 m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_closed = false; ///< the value's last bracket was read
    bool m_broken = false; ///< the first line can be no beginning of a value
};

} // namespace Trailglass
