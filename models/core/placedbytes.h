// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// A text as UTF-8, where each byte knows which characters of the text it came from; also after escapes in
/// the text were read. Used to find in a text what is written with escapes there.
struct PlacedBytes
{
    /// UTF-16 code units of the text, \a end exclusive.
    struct Place
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    std::string bytes;
    std::vector<Place> places; ///< one a byte

    [[nodiscard]] static PlacedBytes fromText(const QString &text);

    /// The same with one level of escapes read; nothing when there are none.
    ///
    /// Read are percent-encoding (`%2F`, `%u002F`), the escapes of JSON and of programming languages
    /// (`\u002F`, `\x2F`, `\/`, `\"`, `\'`, `\\`, `\n` and its like) and HTML's references (`&#47;`, `&#x2F;` and
    /// the names of ASCII signs and spaces, `&amp;`). Everything else stays as it is, `+` included.
    [[nodiscard]] std::optional<PlacedBytes> unescaped() const;

    /// The same without whitespace, line breaks in HTML (`<br>`) and characters without a width; also where they
    /// are shown as visibleText() does (`<LF>`, `<U+200B>`).
    [[nodiscard]] PlacedBytes withoutSpaces() const;
};

} // namespace Trailglass
