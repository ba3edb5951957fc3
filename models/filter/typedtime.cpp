// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/typedtime.h"

#include "models/core/translation.h"
#include "models/filter/filter.h"
#include "models/filter/timewindows.h"

using namespace Qt::StringLiterals;

namespace Trailglass::Filter {

namespace {

Error notATime()
{
    return {ErrorKind::Usage, Trailglass::tr("Type a time such as 2026-11-20 09:15, yesterday or -2h.")};
}

} // namespace

Result<TimeWindow> typedTime(const QString &text, const QueryContext &context)
{
    // A space between date and time would end the value.
    const QString value = text.trimmed().replace(u' ', u'T');
    if (value.isEmpty() || value.contains(u'"'))
        return notATime();
    const ParseResult parsed = parse("created:"_L1 + value);
    const auto *tree = std::get_if<NodePointer>(&parsed);
    const auto *term = tree ? std::get_if<Term>(&(*tree)->content) : nullptr;
    if (!term || term->values.size() != 1 || !std::holds_alternative<TimeValue>(term->values.front()))
        return notATime();
    TRY(const auto windows, resolveTimes(*term, context));
    if (windows.empty() || !windows.front().from || !windows.front().to)
        return notATime();
    const auto &time = std::get<TimeValue>(term->values.front());
    if (std::holds_alternative<TimeValue::Relative>(time.when))
        return TimeWindow{windows.front().from, *windows.front().from + 1};
    return windows.front();
}

} // namespace Trailglass::Filter
