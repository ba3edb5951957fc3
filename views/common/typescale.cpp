// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/typescale.h"

namespace Trailglass {

QFont textFont(TextStyle style, const QFont &body)
{
    QFont font = body;
    font.setPointSizeF(body.pointSizeF() * TextSizes.at(static_cast<std::size_t>(style)));
    if (style >= TextStyle::Strong)
        font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace Trailglass
