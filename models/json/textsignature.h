// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// The runs of four characters that occur in some texts, as a small set of bits: enough to tell that a longer
/// text certainly does not occur in any of them.
///
/// A run is four adjacent printable ASCII characters other than quote, backslash and slash, which JSON writes
/// in one way only; case is ignored. Other forms of such a character (`\u0041`, JSON inside JSON strings,
/// U+212A for `k`) are decoded, so the set contains every run that a search could find. A run sets the bit of
/// its hash, so a set may also contain runs that do not occur.
///
/// Stored in workspaces: a change of runs or hash needs a migration that empties table `raw_signature`.
/// \thread one at a time
class TextSignature
{
public:
    static constexpr std::size_t RunLength = 4;
    /// Limits of the size of a set in bytes, which is always a power of two.
    static constexpr std::size_t MinSize = 64;
    static constexpr std::size_t MaxSize = 8192;

    TextSignature();

    /// Adds the runs of a text: JSON as received, or plain text.
    void add(std::string_view text);

    /// \returns the smallest set of which less than about two fifths of the bits are set
    [[nodiscard]] std::vector<quint8> bits() const;

    /// Whether \a bits, from bits() of another signature, contain all bits of this set.
    [[nodiscard]] bool isWithin(std::span<const quint8> bits) const;

    void clear();

private:
    void addRuns(std::string_view text);

    std::vector<quint8> m_marks; ///< by hash, 1 for those of runs; the last one is for what is not a run
    std::string m_decoded[2]; ///< working memory
};

/// The runs of a text to search for.
/// \thread any, const
class TextRuns
{
public:
    /// \param folded  code points of the text in Unicode's normal form C, each folded by simple folding
    explicit TextRuns(std::u32string_view folded);

    /// \param bits  of TextSignature::bits()
    /// \returns false only if the text certainly occurs in none of the texts of the signature, ignoring case
    /// and how letters are composed
    [[nodiscard]] bool mayOccurIn(std::span<const quint8> bits) const;

private:
    std::vector<quint16> m_hashes;
};

} // namespace Trailglass
