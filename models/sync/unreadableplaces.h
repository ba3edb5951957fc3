// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/rowreader.h"

#include <QString>
#include <QStringList>

namespace Trailglass {

/// Collects where a file could not be read, for one sentence about it. Remembers the first few only.
class UnreadablePlaces
{
public:
    static constexpr qsizetype Named = 10;

    void add(const UnreadableRow &row);

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }

    /// E.g. `events.ndjson: 2 lines could not be read: 3, 8. The first: <reason>`. Lines by number; elements of a
    /// list by the byte they begin at. Of a text with both those of the first kind are named.
    [[nodiscard]] QString sentence(const QString &file) const;

private:
    qint64 m_count = 0;
    bool m_areLines = false;
    QStringList m_places;
    QString m_firstReason;
};

} // namespace Trailglass
