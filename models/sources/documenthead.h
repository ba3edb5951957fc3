// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace Trailglass {

/// The first characters of a document, for the sentence "this is not JSON, it begins with …".
class DocumentHead
{
public:
    /// Takes the next bytes of the document; keeps only the first few that are not leading whitespace.
    void feed(std::string_view bytes);

    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }

    /// What could be JSON with a fault further on, rather than a web page or a line of text.
    [[nodiscard]] bool looksLikeJson() const;

    /// Translated. Quotes the beginning where it is text: valid UTF-8 without control characters other than
    /// line breaks and tabs, which are made visible. No byte of anything else is quoted.
    [[nodiscard]] QString notJsonText() const;

private:
    [[nodiscard]] bool isText() const;

    std::string m_bytes;
};

} // namespace Trailglass
