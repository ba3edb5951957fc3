// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/textdictionary.h"

#include <QByteArray>

#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// The values of a column of texts, or of the lists of texts of a column, as a Native block has them.
/// \thread any, one at a time
class NativeTexts
{
public:
    enum class Coding : quint8
    {
        Plain, ///< `String`: every text as it is
        Dictionary, ///< `LowCardinality(String)`: every distinct text once
    };

    explicit NativeTexts(Coding coding)
        : m_coding(coding)
    {
    }

    void append(std::string_view text);

    [[nodiscard]] std::size_t size() const;

    /// What the texts take in the block, about.
    [[nodiscard]] std::size_t bytes() const;

    /// `String` or `LowCardinality(String)`
    [[nodiscard]] std::string_view typeName() const;

    /// What stands before everything else of a column, also before the lengths of lists.
    void writeHead(QByteArray &out) const;

    void writeTexts(QByteArray &out) const;

    void clear();

private:
    Coding m_coding;
    std::string m_plain;
    std::size_t m_plainCount = 0;
    TextDictionary m_dictionary;
    std::vector<quint32> m_indexes; ///< in the dictionary
};

} // namespace Trailglass
