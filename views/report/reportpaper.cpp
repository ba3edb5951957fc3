// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/report/reportpaper.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Trailglass::ReportPaper {
namespace {

int sizeOf(Letters letters)
{
    switch (letters) {
    case Letters::Title:
        return 165;
    case Letters::Heading:
        return 115;
    case Letters::Subheading:
        return 92;
    case Letters::Body:
        return 85;
    case Letters::Small:
        return 72;
    case Letters::Code:
        break;
    }
    return 76;
}

} // namespace

QFont font(Letters letters)
{
    const bool isCode = letters == Letters::Code;
    QFont font;
    font.setFamilies(isCode ? QStringList{u"DejaVu Sans Mono"_s, u"monospace"_s}
                            : QStringList{u"DejaVu Sans"_s, u"sans-serif"_s});
    font.setStyleHint(isCode ? QFont::Monospace : QFont::SansSerif);
    font.setPixelSize(
        sizeOf(letters)); // a unit of the paper is a pixel: the screen's resolution does not count
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(true);
    if (letters == Letters::Title || letters == Letters::Heading || letters == Letters::Subheading)
        font.setWeight(QFont::Bold);
    return font;
}

QColor colour(Ink ink)
{
    switch (ink) {
    case Ink::Quiet:
        return {0x56, 0x61, 0x6b};
    case Ink::Warning:
        return {0x96, 0x40, 0x0f};
    case Ink::Rule:
        return {0xc9, 0xd0, 0xd6};
    case Ink::Ground:
        return {0xf3, 0xf5, 0xf7};
    case Ink::Changed:
        return {0xff, 0xe3, 0x9a};
    case Ink::Failure:
        return {0xb3, 0x26, 0x1e};
    case Ink::Bar:
        return {0x6f, 0x8f, 0xae};
    case Ink::Success:
        return {0x5f, 0xa7, 0x7c};
    case Ink::Unknown:
        return {0xb9, 0xc1, 0xc8};
    case Ink::Text:
        break;
    }
    return {0x1c, 0x21, 0x26};
}

} // namespace Trailglass::ReportPaper
