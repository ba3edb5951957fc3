// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/valueelision.h"

#include <QFontMetrics>

#include <algorithm>

namespace Trailglass {

namespace {

/// IPv4 or IPv6, with a prefix or not; anything that is written with the same characters passes too.
bool looksLikeAddress(const QString &text)
{
    const auto isPart = [](QChar unit) {
        const char16_t code = unit.unicode();
        const bool isDigit = (code >= u'0' && code <= u'9') || (code >= u'a' && code <= u'f')
            || (code >= u'A' && code <= u'F');
        return isDigit || code == u'.' || code == u':' || code == u'/';
    };
    return std::ranges::all_of(text, isPart)
        && std::max(text.count(u'.'), text.count(u':')) >= 2; // more than a number or a time of day
}

} // namespace

QString elidedValue(const QString &text, const QFontMetrics &metrics, int width)
{
    return metrics.elidedText(text, looksLikeAddress(text) ? Qt::ElideMiddle : Qt::ElideRight, width);
}

} // namespace Trailglass
