// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/textsignature.h"
#include "models/query/filter/bytepattern.h"

#include <string>
#include <string_view>
#include <vector>

namespace Trailglass::Filter {

/// Looks for a literal text in UTF-8, ignoring case by Unicode simple folding. `*` and `?` are literal.
///
/// Reads several GB/s where the text does not occur often; compiled once, then const. \thread any
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
    /// stand for a part of the text. \param scratch  reused from call to call for the decoded bytes
    [[nodiscard]] bool containsInJson(std::string_view json, std::string &scratch) const;

    /// Whether the text may occur in JSON, as received or behind escapes, however often encoded: JSON inside
    /// strings is looked through.
    /// \returns false only when it surely does not
    [[nodiscard]] bool mayOccurInJson(std::string_view json) const;

    /// Whether the text may occur in texts and JSON, looked through likewise, of which only the signature is
    /// at hand. \param signature  bits of a TextSignature \returns false only when it surely does not
    [[nodiscard]] bool mayOccurInSigned(std::span<const quint8> signature) const
    {
        return m_runs.mayOccurIn(signature);
    }

private:
    [[nodiscard]] bool mayHideBehindEscapes(std::string_view json) const;

    std::string m_folded;
    TextRuns m_runs;
    std::u32string m_codePoints; ///< of m_folded, sorted
    bool m_hasShortEscape = false; ///< a code point of the text may be written as `\"`, `\n` and the like
    BytePattern m_usual; ///< the forms as long as the folded ones
    std::vector<BytePattern>
        m_oddForms; ///< code points longer or shorter than what they fold to, e.g. U+212A for `k`
};

} // namespace Trailglass::Filter
