// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// Which runs of four characters occur in some texts, as a small set of bits: enough to exclude that a longer
/// text surely does not occur in any of them.
///
/// A run is four neighbours out of the printable ASCII characters that JSON writes in one way only, which are
/// all but quote, backslash and slash; letters count without case. Whatever may stand for such a character
/// elsewhere (`\u0041`, JSON inside JSON strings, U+212A for `k`) is seen through, so the set never lacks a
/// run that a search could find. A run sets the bit of its hash: sets may hold runs that do not occur.
///
/// Saved in workspaces: other runs or another hash need a schema step that empties table `raw_signature`.
/// \thread one at a time
class TextSignature
{
public:
    static constexpr std::size_t RunLength = 4;
    /// The least and the most bytes of a set; always a power of two.
    static constexpr std::size_t LeastSize = 64;
    static constexpr std::size_t GreatestSize = 8192;

    TextSignature();

    /// Adds the runs of a text: JSON as received, or plain text.
    void add(std::string_view text);

    /// \returns the set, as small as leaves less than about two fifths of its bits set
    [[nodiscard]] std::vector<quint8> bits() const;

    /// Whether every bit that this set has stands in \a bits too, which bits() of another one gave.
    [[nodiscard]] bool isWithin(std::span<const quint8> bits) const;

    void clear();

private:
    void addRuns(std::string_view text);

    std::vector<quint8> m_marks; ///< by hash, 1 for those of runs; after them one for what is no run
    std::string m_decoded[2]; ///< working memory
};

/// A text to be searched for, as the runs that it must bring along.
/// \thread any, const
class TextRuns
{
public:
    /// \param folded  code points of the text in Unicode's normal form C, each folded by simple folding
    explicit TextRuns(std::u32string_view folded);

    /// \param bits  of TextSignature::bits()
    /// \returns false only when the text surely occurs in none of the texts of the signature, whatever
    /// the case of its letters and however letters are composed
    [[nodiscard]] bool mayOccurIn(std::span<const quint8> bits) const;

private:
    std::vector<quint16> m_hashes;
};

} // namespace Trailglass
