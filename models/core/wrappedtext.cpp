// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/wrappedtext.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace Trailglass {

namespace {

/// Where the line that begins at \a start ends, before its line break.
/// \param rest  of the text, from \a start on; at least one character
qsizetype lineEnd(QStringView rest, qsizetype columns)
{
    const qsizetype newline = rest.indexOf(u'\n');
    if (newline >= 0 && newline <= columns)
        return newline;
    if (rest.size() <= columns)
        return rest.size();
    const qsizetype space = rest.first(columns + 1).lastIndexOf(u' ');
    if (space > 0)
        return space;
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, rest.data(), rest.size());
    characters.setPosition(columns);
    if (!characters.isAtBoundary())
        characters.toPreviousBoundary();
    if (characters.position() <= 0)
        characters.toNextBoundary();
    return std::max<qsizetype>(1, characters.position());
}

} // namespace

QString wrapped(const QString &text, qsizetype columns, qsizetype lines)
{
    QString result;
    QStringView rest = text;
    for (qsizetype line = 0; line < lines && !rest.isEmpty(); ++line) {
        if (line > 0)
            result += u'\n';
        const qsizetype end = lineEnd(rest.first(std::min(rest.size(), columns * 4)), columns);
        result += rest.first(end);
        rest = rest.sliced(end);
        if (rest.startsWith(u' ') || rest.startsWith(u'\n'))
            rest = rest.sliced(1);
    }
    if (!rest.isEmpty())
        result += QChar(u'…');
    return result;
}

} // namespace Trailglass
