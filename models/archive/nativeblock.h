// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/nativetexts.h"

#include <QByteArray>

#include <span>
#include <string_view>

namespace Trailglass {

/// Writes one block of ClickHouse's Native format: numbers of columns and rows, then for each column its name, its type
/// and its values.
///
/// The number of rows at its start is why a push uses it: a server takes the whole block or, of one that was cut off,
/// nothing.
/// \thread any, one at a time
/// \source ClickHouse documentation, format Native; src/Formats/NativeWriter.cpp
class NativeBlock
{
public:
    /// \param columns  how many are added, each with as many values or lists as there are \a rows
    /// \param bytes  what the block takes, about
    NativeBlock(std::size_t columns, std::size_t rows, std::size_t bytes);

    void addNumbers(std::string_view name, std::span<const qint8> numbers);
    void addNumbers(std::string_view name, std::span<const quint32> numbers);
    void addNumbers(std::string_view name, std::span<const quint64> numbers);
    void addNumbers(std::string_view name, std::span<const qint64> numbers);

    void addTexts(std::string_view name, const NativeTexts &texts);

    /// A column of lists of texts.
    /// \param ends  of each list: the number of texts up to its end
    /// \param texts  of all lists, one after the other
    void addLists(std::string_view name, std::span<const quint64> ends, const NativeTexts &texts);

    /// \pre all columns were added
    [[nodiscard]] QByteArray take() &&;

private:
    void begin(std::string_view name, std::string_view type, std::size_t rows);

    std::size_t m_missing; ///< columns
    std::size_t m_rows;
    QByteArray m_bytes;
};

} // namespace Trailglass
