// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QString>

namespace Trailglass {

/// Notices that a list which is read forward returns pages that it returned before, whatever its offsets say.
///
/// Remembers the first row of one page, then that of the page 1, 2, 4, 8 … pages later: the same page again is
/// noticed at once, a circle of \e n pages within 3 \e n.
/// \source Brent's cycle detection
class PageCycle
{
public:
    /// Goes on to the next page that has a readable row.
    /// \param firstRow  RowKey::digest() of its first
    /// \returns true when the page that is remembered began with that row
    [[nodiscard]] bool closes(const QString &firstRow);

    /// Reads what write() has written; anything else as the beginning of a list.
    [[nodiscard]] static PageCycle fromJson(const QJsonObject &checkpoint);
    void write(QJsonObject &checkpoint) const;

private:
    QString m_row; ///< empty before the first page
    qint64 m_pages = 0; ///< since then
    qint64 m_span = 1; ///< after so many pages another one is remembered
};

} // namespace Trailglass
