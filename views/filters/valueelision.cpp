// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/valueelision.h"

#include <QFontMetrics>

namespace Trailglass {

bool differsAtEnd(const QString &text)
{
    bool isTechnical = false; // more than a word
    for (const QChar unit : text) {
        const char16_t code = unit.unicode();
        const bool isDigit = code >= u'0' && code <= u'9';
        const bool isLetter = (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z');
        const bool isJoint =
            code == u'_' || code == u'-' || code == u'.' || code == u':' || code == u'/' || code == u'#';
        if (!isDigit && !isLetter && !isJoint)
            return false;
        isTechnical = isTechnical || isDigit || code == u'_';
    }
    return isTechnical;
}

QString elidedValue(const QString &text, const QFontMetrics &metrics, int width)
{
    return metrics.elidedText(text, differsAtEnd(text) ? Qt::ElideMiddle : Qt::ElideRight, width);
}

} // namespace Trailglass
