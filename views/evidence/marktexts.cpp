// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/marktexts.h"

#include "models/core/translation.h"

namespace Trailglass {

MarkTexts markTexts(MarkColour colour)
{
    switch (colour) {
    case MarkColour::Red:
        return {Trailglass::tr("&Red"), Trailglass::tr("Mark red")};
    case MarkColour::Orange:
        return {Trailglass::tr("&Orange"), Trailglass::tr("Mark orange")};
    case MarkColour::Yellow:
        return {Trailglass::tr("&Yellow"), Trailglass::tr("Mark yellow")};
    case MarkColour::Green:
        return {Trailglass::tr("&Green"), Trailglass::tr("Mark green")};
    case MarkColour::Blue:
        return {Trailglass::tr("&Blue"), Trailglass::tr("Mark blue")};
    case MarkColour::Purple:
        return {Trailglass::tr("&Purple"), Trailglass::tr("Mark purple")};
    }
    Q_UNREACHABLE();
}

MarkTexts noMarkTexts()
{
    return {Trailglass::tr("&No mark"), Trailglass::tr("Remove the mark")};
}

QString onlyMarkedText()
{
    return Trailglass::tr("Only &marked events");
}

} // namespace Trailglass
