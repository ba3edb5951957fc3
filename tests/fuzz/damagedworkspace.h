// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <span>

namespace Trailglass {

/// Choices out of some bytes; zeros when they are used up.
class Choices
{
public:
    explicit Choices(std::span<const std::uint8_t> bytes)
        : m_rest(bytes)
    {
    }

    [[nodiscard]] bool isOver() const { return m_rest.empty(); }
    /// \param end  greater than 0
    [[nodiscard]] std::size_t below(std::size_t end);

private:
    std::span<const std::uint8_t> m_rest;
};

/// A small workspace with something in every table: two sources with events, one that is being purged,
/// changed events, quarantine, coverage, presets, runs of the id index, a saved segment of the column index.
/// \returns the bytes of its database
[[nodiscard]] QByteArray wholeDatabase();

/// Changes one to three cells of rows to numbers, texts and bytes of all kinds, deletes rows or doubles them,
/// whatever the schema says of them.
/// \param database  a file
void damageRows(const QString &database, Choices &choices);

/// Changes one to eight bytes anywhere.
void damageBytes(QByteArray &database, Choices &choices);

} // namespace Trailglass
