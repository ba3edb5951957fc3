// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/rulecolours.h"

#include "models/table/colourrule.h"
#include "views/common/theme.h"

#include <QPainter>
#include <QPixmap>

#include <array>

namespace Trailglass {

namespace {

struct Pair
{
    const char *light;
    const char *dark;
};

constexpr std::array<Pair, RuleColours> Grounds{{{"#ffe0dc", "#4a1f1d"},
                                                 {"#ffe6cc", "#46300f"},
                                                 {"#fff3b0", "#3d370b"},
                                                 {"#dcf3d8", "#173a20"},
                                                 {"#d3f1f2", "#0e3a3d"},
                                                 {"#dbe8ff", "#1b3359"},
                                                 {"#ece3ff", "#372a59"},
                                                 {"#e8eaee", "#333942"}}};
constexpr int RuleIconSize = 16; // px

const Pair &pairOf(int colour)
{
    return Grounds[static_cast<std::size_t>(colour) % Grounds.size()];
}

} // namespace

QColor ruleGround(int colour, const QPalette &palette)
{
    const Pair &pair = pairOf(colour);
    return {QLatin1StringView(isDark(palette) ? pair.dark : pair.light)};
}

QIcon ruleColourIcon(int colour, const QPalette &palette)
{
    QPixmap square(RuleIconSize, RuleIconSize);
    square.fill(ruleGround(colour, palette));
    QPainter painter(&square);
    painter.setPen(Colours::quiet(palette));
    painter.drawRect(0, 0, RuleIconSize - 1, RuleIconSize - 1);
    painter.end();
    QIcon icon(square);
    icon.addPixmap(square, QIcon::Selected); // a style would tint it, and it is the colour that it shows
    return icon;
}

} // namespace Trailglass
