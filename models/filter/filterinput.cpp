// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filterinput.h"

#include <algorithm>

namespace Trailglass {

QStringList toStrings(const DisabledTerms &terms)
{
    QStringList strings;
    for (const DisabledTerm &term : terms)
        strings += QString::number(term.place) + u' ' + term.text;
    return strings;
}

DisabledTerms toDisabledTerms(const QStringList &strings)
{
    DisabledTerms terms;
    for (const QString &string : strings) {
        const qsizetype space = string.indexOf(u' ');
        bool isNumber = false;
        const uint place = string.left(std::max<qsizetype>(space, 0)).toUInt(&isNumber);
        if (isNumber)
            terms.push_back({string.mid(space + 1), place});
    }
    std::ranges::stable_sort(terms, {}, &DisabledTerm::place);
    return terms;
}

} // namespace Trailglass
