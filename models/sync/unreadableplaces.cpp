// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/unreadableplaces.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

void UnreadablePlaces::add(const UnreadableRow &row)
{
    if (m_count == 0) {
        m_areLines = row.line > 0;
        m_firstReason = row.reason;
    }
    ++m_count;
    const bool isOfKind = m_areLines == (row.line > 0);
    if (m_places.size() < Named && isOfKind) {
        m_places.append(QString::number(m_areLines ? row.line : row.offset));
    }
}

QString UnreadablePlaces::sentence(const QString &file) const
{
    const int count = countArgument(m_count);
    QString places = m_places.join(u", "_s);
    if (m_count > m_places.size()) {
        places += u", …"_s;
    }
    const QString sentence = m_areLines
        ? Trailglass::tr("%1: %Ln line(s) could not be read: line %2. First error: %3", nullptr, count)
        : Trailglass::tr("%1: %Ln event(s) could not be read: at byte %2. First error: %3", nullptr, count);
    return sentence.arg(visibleText(file), places, m_firstReason);
}

} // namespace Trailglass
