// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/numberedname.h"

#include "models/presets/preset.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// ` (99999)`: what a longer name has to make room for at most.
constexpr qsizetype LongestEnding = 8;

} // namespace

QString numberedName(const QString &name, int number)
{
    const QString ending = u" (%1)"_s.arg(number);
    return name.left(LongestPresetName - ending.size()).trimmed() + ending;
}

QString withoutNumber(const QString &name)
{
    static const QRegularExpression Ending(u" \\([0-9]{1,5}\\)$"_s);
    const auto match = Ending.match(name);
    return match.hasMatch() ? name.left(match.capturedStart()) : name;
}

QString besideAnyNumber(const QString &name)
{
    return name.left(LongestPresetName - LongestEnding).trimmed();
}

QString baseName(const QString &name)
{
    static const QRegularExpression Endings(u"(?: \\([0-9]{0,5}\\)?)+$"_s);
    QString base = besideAnyNumber(name);
    for (QString before; before != base;) {
        before = base;
        base = base.remove(Endings).trimmed();
    }
    return base;
}

} // namespace Trailglass
