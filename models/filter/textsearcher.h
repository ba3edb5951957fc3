// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/bytepattern.h"
#include "models/json/textsignature.h"

#include <string>
#include <string_view>
#include <vector>

namespace Trailglass::Filter {

/// Searches UTF-8 for a literal text, ignoring case and how letters are composed: both texts in normal form
/// C, then by Unicode simple folding (docs/decisions/0018). `*` and `?` are literal.
///
/// So `e` is not in `é`, however that is written. A text that starts with a combining mark is found only
/// after characters that the mark does not combine with. Reads several GB/s if the text is rare. Compiled
/// once, then const.
/// \thread any
class TextSearcher
{
public:
    /// \param needle  UTF-8; an empty one is contained in everything
    explicit TextSearcher(std::string_view needle);

    /// Whether the text occurs in \a haystack, which may be a block of many texts.
    [[nodiscard]] bool contains(std::string_view haystack) const;

    /// The same for JSON bytes, as received and with string escapes decoded (keys included).
    ///
    /// Decodes only where an escape may be part of the text.
    /// \param json  one value, or a block of several
    /// \param scratch  reused from call to call for the decoded bytes
    [[nodiscard]] bool containsInJson(std::string_view json, std::string &scratch) const;

    /// Whether the text may occur in JSON, as received or written with escapes at any level: JSON inside
    /// strings is included.
    /// \returns false only if it certainly does not
    [[nodiscard]] bool mayOccurInJson(std::string_view json) const;

    /// The same by the signature of texts and JSON.
    /// \param signature  bits of a TextSignature
    /// \returns false only if it certainly does not occur
    [[nodiscard]] bool mayOccurInSigned(std::span<const quint8> signature) const
    {
        return m_runs.mayOccurIn(signature);
    }

private:
    [[nodiscard]] bool isWhole(std::string_view haystack, std::size_t place) const;
    [[nodiscard]] bool containsInNormalForm(std::string_view haystack, bool hasOddForms) const;
    [[nodiscard]] bool mayHideBehindEscapes(std::string_view json) const;

    std::string m_folded;
    TextRuns m_runs;
    std::size_t m_length = 0; ///< in code points
    std::u32string m_parts; ///< code points that the text may be written with, decomposed and folded; sorted
    bool m_hidesBehindAnyEscape = false; ///< some may be written as `\"`, `\n` and the like
    /// The text in its common forms: in normal form C, with forms of letters as long as the folded ones. Only
    /// the beginning of a long text, so that comparing at every place is cheap.
    BytePattern m_common;
    bool m_commonIsAll = true; ///< no long text
    /// The longest part that has only one form except for case: wherever the text occurs, this part occurs as
    /// bytes. May be empty.
    BytePattern m_core;
    bool m_mayBeApart = false; ///< a code point may be written as several
    /// Code points that fold to others in the text but are longer or shorter, e.g. U+212A for `k`.
    std::vector<BytePattern> m_oddForms;
};

} // namespace Trailglass::Filter
