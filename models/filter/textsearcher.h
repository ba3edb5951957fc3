// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/textsignature.h"
#include "models/filter/bytepattern.h"

#include <string>
#include <string_view>
#include <vector>

namespace Trailglass::Filter {

/// Looks for a literal text in UTF-8, ignoring case and how letters are composed: both texts in normal form
/// C, then by Unicode simple folding (docs/decisions/0018). `*` and `?` are literal.
///
/// So `e` is not in `é`, however that is written. A text that begins with a combining mark is taken as it
/// stands: it is found behind what the mark does not join. Reads several GB/s where the text does not occur
/// often; compiled once, then const.
/// \thread any
class TextSearcher
{
public:
    /// \param needle  UTF-8; an empty one is contained in everything
    explicit TextSearcher(std::string_view needle);

    /// Whether the text occurs, byte boundaries of \a haystack aside (it may be a block of many texts).
    [[nodiscard]] bool contains(std::string_view haystack) const;

    /// The same for JSON bytes, as received and with string escapes decoded (keys included).
    ///
    /// \a json may be one value or a block of several one after the other. Decodes only where an escape may
    /// stand for a part of the text.
    /// \param scratch  reused from call to call for the decoded bytes
    [[nodiscard]] bool containsInJson(std::string_view json, std::string &scratch) const;

    /// Whether the text may occur in JSON, as received or behind escapes, however often encoded: JSON inside
    /// strings is looked through.
    /// \returns false only when it surely does not
    [[nodiscard]] bool mayOccurInJson(std::string_view json) const;

    /// Whether the text may occur in texts and JSON, looked through likewise, of which only the signature is
    /// at hand.
    /// \param signature  bits of a TextSignature
    /// \returns false only when it surely does not
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
    std::u32string m_parts; ///< code points that the text may be written with, taken apart and folded; sorted
    bool m_hidesBehindAnyEscape = false; ///< some may be written as `\"`, `\n` and the like
    /// How the text usually stands in another: in normal form C, in forms as long as the folded ones. Of a
    /// long text the beginning only, so that comparing it at every place stays cheap.
    BytePattern m_usual;
    bool m_usualIsAll = true; ///< no long text
    /// The longest part that stands in one way only, but for case: wherever the text occurs this part does,
    /// as bytes. May be empty.
    BytePattern m_core;
    bool m_mayBeApart = false; ///< a code point may be written as several
    /// Code points that stand for others in the text but are longer or shorter, e.g. U+212A for `k`.
    std::vector<BytePattern> m_oddForms;
};

} // namespace Trailglass::Filter
