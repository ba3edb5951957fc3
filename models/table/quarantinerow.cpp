// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/quarantinerow.h"

#include "models/core/text.h"
#include "models/core/translation.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Characters of an id in a sentence.
constexpr qsizetype LongestQuotedId = 64;

} // namespace

QString quarantineKindName(QuarantineRow::Kind kind)
{
    return kind == QuarantineRow::Kind::Conflict ? u"conflict"_s : u"unreadable"_s;
}

QString quarantineKindText(QuarantineRow::Kind kind)
{
    return kind == QuarantineRow::Kind::Conflict ? tr("Conflict") : tr("Unreadable");
}

QString quarantineReason(const QuarantineRow &row)
{
    if (row.kind == QuarantineRow::Kind::Unreadable)
        return row.reason;
    const QString id = row.eventId.size() > LongestQuotedId
        ? QString(row.eventId.left(LongestQuotedId) + u'…')
        : row.eventId;
    return tr("The event %1 is stored with different content.").arg(visibleText(id));
}

} // namespace Trailglass
