// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/marktext.h"

#include "models/core/translation.h"

namespace Trailglass {

QString markedText(MarkColour colour)
{
    switch (colour) {
    case MarkColour::Red:
        return tr("Marked red");
    case MarkColour::Orange:
        return tr("Marked orange");
    case MarkColour::Yellow:
        return tr("Marked yellow");
    case MarkColour::Green:
        return tr("Marked green");
    case MarkColour::Blue:
        return tr("Marked blue");
    case MarkColour::Purple:
        return tr("Marked purple");
    }
    Q_UNREACHABLE();
}

QStringList remarkTexts(const EventRecord &record)
{
    QStringList texts;
    if (record.mark)
        texts += markedText(*record.mark);
    if (!record.note.empty())
        texts += tr("Has a note");
    return texts;
}

} // namespace Trailglass
