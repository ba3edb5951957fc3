// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QStringList>

namespace Trailglass::CommandLine {

/// A table of plain text for a terminal: columns padded with spaces, two between them, a line under the
/// headers.
///
/// Every text goes through visibleText(), so no cell can move the cursor, change colours or reverse the
/// reading order. Widths count characters as a terminal shows them: East Asian wide ones and emoji two,
/// combining marks none.
class TextTable
{
public:
    enum class Align
    {
        Left,
        Right
    };

    /// \param alignment  by column; missing ones are Left
    explicit TextTable(QStringList headers, QList<Align> alignment = {});

    /// A column whose cells are of no use when cut, such as times; cut only where nothing else is left to
    /// give.
    void keepWhole(qsizetype column);

    /// A missing cell is empty, one too many is dropped.
    void addRow(const QStringList &cells);

    /// The headers, the first time, and the rows added since the last call: a long table is printed piece by
    /// piece.
    ///
    /// Columns never get narrower from one call to the next, unless \a width does.
    /// \param width  characters a line may have; longer cells of the widest columns are cut with `…`. 0: no
    /// limit; no cell is cut, and one of over 80 characters pushes the rest of its line aside
    [[nodiscard]] QString take(int width = 0);

private:
    [[nodiscard]] QList<int> columnWidths(int width) const;

    QStringList m_headers;
    QList<Align> m_alignment;
    QList<qsizetype> m_whole; ///< columns
    QList<int> m_widest; ///< of every cell of a column so far
    QList<QStringList> m_rows;
    bool m_headersTaken = false;
};

/// Cells a text takes on a terminal.
[[nodiscard]] int displayWidth(const QString &text);

/// \a text, with `…` in place of its end where it takes more cells than \a width, which is at least 1.
[[nodiscard]] QString cutToWidth(const QString &text, int width);

} // namespace Trailglass::CommandLine
