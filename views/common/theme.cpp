// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/theme.h"

#include "views/common/programstyle.h"

#include <QApplication>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

struct Shades
{
    const char *window;
    const char *base;
    const char *alternate;
    const char *button;
    const char *text;
    const char *quiet;
    const char *highlight;
    const char *highlightedText;
    const char *link;
    const char *line;
};

constexpr Shades LightShades{"#f4f5f7", "#ffffff", "#f7f8fa", "#fbfbfc", "#1d2430",
                             "#5d6675", "#2462b5", "#ffffff", "#1f5fb4", "#cfd4dc"};
constexpr Shades DarkShades{"#20242b", "#181b20", "#1d2127", "#2a2f38", "#e4e7ec",
                            "#9aa4b2", "#2f6fc4", "#ffffff", "#7fb2f5", "#3a414c"};

QColor colour(const char *name)
{
    return {QLatin1StringView(name)};
}

QPalette paletteOf(const Shades &shades)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colour(shades.window));
    palette.setColor(QPalette::WindowText, colour(shades.text));
    palette.setColor(QPalette::Base, colour(shades.base));
    palette.setColor(QPalette::AlternateBase, colour(shades.alternate));
    palette.setColor(QPalette::Button, colour(shades.button));
    palette.setColor(QPalette::ButtonText, colour(shades.text));
    palette.setColor(QPalette::Text, colour(shades.text));
    palette.setColor(QPalette::BrightText, colour(shades.highlightedText));
    palette.setColor(QPalette::ToolTipBase, colour(shades.base));
    palette.setColor(QPalette::ToolTipText, colour(shades.text));
    palette.setColor(QPalette::PlaceholderText, colour(shades.quiet));
    palette.setColor(QPalette::Highlight, colour(shades.highlight));
    palette.setColor(QPalette::HighlightedText, colour(shades.highlightedText));
    palette.setColor(QPalette::Link, colour(shades.link));
    palette.setColor(QPalette::LinkVisited, colour(shades.link));
    palette.setColor(QPalette::Mid, colour(shades.line));
    palette.setColor(QPalette::Midlight, colour(shades.line).lighter(105));
    palette.setColor(QPalette::Dark, colour(shades.line).darker(130));
    palette.setColor(QPalette::Light, colour(shades.button).lighter(110));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour(shades.quiet).lighter(110));
    return palette;
}

QColor chosen(const QPalette &palette, const char *light, const char *dark)
{
    return colour(isDark(palette) ? dark : light);
}

} // namespace

void applyAppearance(Appearance appearance)
{
    static const bool systemIsDark = isDark(QGuiApplication::palette());
    static bool isStyled = false;
    if (!std::exchange(isStyled, true))
        QApplication::setStyle(new ProgramStyle);
    const bool dark = appearance == Appearance::System ? systemIsDark : appearance == Appearance::Dark;
    QApplication::setPalette(paletteOf(dark ? DarkShades : LightShades));
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

namespace Colours {

QColor outcome(Outcome outcome, const QPalette &palette)
{
    switch (outcome) {
    case Outcome::Success:
        return good(palette);
    case Outcome::Failure:
        return error(palette);
    case Outcome::Unknown:
        return quiet(palette);
    }
    return quiet(palette);
}

QColor error(const QPalette &palette)
{
    return chosen(palette, "#b3261e", "#ff8a80");
}

QColor warning(const QPalette &palette)
{
    return chosen(palette, "#8a5300", "#f2b968");
}

QColor good(const QPalette &palette)
{
    return chosen(palette, "#1b6e3c", "#7fd39b");
}

QColor quiet(const QPalette &palette)
{
    return colour(isDark(palette) ? DarkShades.quiet : LightShades.quiet);
}

QColor found(const QPalette &palette)
{
    return chosen(palette, "#ffdf7e", "#604a00");
}

QColor series(int number, const QPalette &palette)
{
    struct Pair
    {
        const char *light;
        const char *dark;
    };
    static constexpr std::array<Pair, 10> Pairs{{{"#3b78c9", "#6ea8f5"},
                                                 {"#b8731c", "#e5a650"},
                                                 {"#2c8a66", "#5cc49a"},
                                                 {"#b3406b", "#ee86ad"},
                                                 {"#7257c2", "#a993f0"},
                                                 {"#4a8597", "#7cc0d4"},
                                                 {"#8a7a1f", "#cdbb55"},
                                                 {"#9c5a3c", "#d79a7c"},
                                                 {"#5f7d2e", "#a4c66a"},
                                                 {"#6b7280", "#9aa4b2"}}};
    const Pair &pair = Pairs[static_cast<std::size_t>(number) % Pairs.size()];
    return chosen(palette, pair.light, pair.dark);
}

QColor jsonName(const QPalette &palette)
{
    return chosen(palette, "#1f5fb4", "#8ab9f7");
}

QColor jsonString(const QPalette &palette)
{
    return chosen(palette, "#1b6e3c", "#8fd6a4");
}

QColor jsonNumber(const QPalette &palette)
{
    return chosen(palette, "#8a3ffc", "#c8a6ff");
}

QColor jsonWord(const QPalette &palette)
{
    return chosen(palette, "#8a5300", "#f2b968");
}

} // namespace Colours

} // namespace Trailglass
