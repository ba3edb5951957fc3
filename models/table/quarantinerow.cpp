// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/quarantinerow.h"

#include "models/core/countargument.h"
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
    const QString reason = tr("The event %1 is stored with different content.").arg(visibleText(id));
    if (row.notKept == 0)
        return reason;
    return inSequence(reason,
                      tr("%Ln version(s) of it that came before this one are not kept.", nullptr,
                         countArgument(row.notKept)));
}

} // namespace Trailglass
