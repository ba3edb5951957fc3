// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/translations/pseudolocale.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

QString withoutTranslations(const QString &text)
{
    QString rest;
    int depth = 0;
    for (const QChar character : text) {
        if (character == u'⟦') {
            ++depth;
        } else if (character == u'⟧') {
            depth = std::max(0, depth - 1);
            rest += u' '; // words on both sides stay apart
        } else if (depth == 0) {
            rest += character;
        }
    }
    return rest;
}

QStringList latinWords(const QString &text)
{
    static const QRegularExpression word(u"[A-Za-z]{2,}"_s);
    QStringList words;
    for (auto found = word.globalMatch(text); found.hasNext();)
        words << found.next().captured();
    return words;
}

} // namespace Trailglass::Testing
