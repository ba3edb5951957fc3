// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/combiningmarks.h"

#include "models/core/codepoints.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr char16_t FirstMark = 0x0300;

bool isCombining(char32_t point)
{
    const QChar::Category category = QChar::category(point);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

} // namespace

QString withFewMarks(const QString &text)
{
    const auto mayBeMark = [](QChar unit) {
        return unit.unicode() >= FirstMark;
    };
    if (std::ranges::none_of(text, mayBeMark))
        return text;
    QString few;
    few.reserve(text.size());
    int marks = 0; // in a row
    const auto endRow = [&few, &marks] {
        if (marks > MaxCombiningMarks)
            few += u"<+%1 marks>"_s.arg(marks - MaxCombiningMarks);
        marks = 0;
    };
    for (qsizetype position = 0; position < text.size();) {
        const char32_t point = pointAt(text, position);
        const qsizetype units = unitsOf(point);
        if (isCombining(point))
            ++marks;
        else
            endRow();
        if (marks <= MaxCombiningMarks)
            few += QStringView(text).sliced(position, units);
        position += units;
    }
    endRow();
    return few;
}

} // namespace Trailglass
