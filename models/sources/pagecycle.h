// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QString>

namespace Trailglass {

/// Notices that a list which is read forward returns pages that it returned before, whatever its offsets say.
///
/// Remembers one page, then the page 1, 2, 4, 8 … pages later: the same page again is noticed at once, a circle of
/// \e n pages within 3 \e n.
/// \source Brent's cycle detection
class PageCycle
{
public:
    /// Goes on to the next page that has rows.
    /// \param page  its PageSummary::digest()
    /// \returns true when it is the page that is remembered
    [[nodiscard]] bool closes(const QString &page);

    /// Reads what write() has written; anything else as the beginning of a list.
    [[nodiscard]] static PageCycle fromJson(const QJsonObject &checkpoint);
    void write(QJsonObject &checkpoint) const;

private:
    QString m_page; ///< digest; empty before the first one
    qint64 m_pages = 0; ///< since then
    qint64 m_span = 1; ///< after so many pages another one is remembered
};

} // namespace Trailglass
