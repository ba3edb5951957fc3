// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetroles.h"

#include "models/core/translation.h"

namespace Trailglass {

QString facetRowText(const QString &value, Qt::CheckState state, const QString &count)
{
    if (count.isEmpty()) {
        if (state == Qt::Unchecked)
            return value;
        return state == Qt::Checked ? Trailglass::tr("%1, included", "value").arg(value)
                                    : Trailglass::tr("%1, excluded", "value").arg(value);
    }
    if (state == Qt::Checked)
        return Trailglass::tr("%1, included, events: %2", "value, number").arg(value, count);
    if (state == Qt::PartiallyChecked)
        return Trailglass::tr("%1, excluded, events: %2", "value, number").arg(value, count);
    return Trailglass::tr("%1, events: %2", "value, number").arg(value, count);
}

} // namespace Trailglass
