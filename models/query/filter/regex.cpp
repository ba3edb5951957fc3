// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/filter/regex.h"

#include "models/core/text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Trailglass::Filter {

namespace {

// PCRE counts back-tracking steps: some milliseconds of work for one value, and far more than an honest
// pattern needs.
constexpr auto MatchLimit = "(*LIMIT_MATCH=1000000)"_L1;

Error broken(const QString &reason)
{
    return {ErrorKind::Usage,
            QCoreApplication::translate("Filter", "This is not a valid regular expression: %1.").arg(reason)};
}

} // namespace

Result<QRegularExpression> compileRegex(const RegexValue &regex)
{
    const QString pattern = toQString(regex.pattern);
    if (pattern.startsWith("(*"_L1))
        return broken(QCoreApplication::translate("Filter", "it must not start with “(*”"));
    QRegularExpression compiled(MatchLimit + pattern,
                                regex.ignoreCase ? QRegularExpression::CaseInsensitiveOption
                                                 : QRegularExpression::NoPatternOption);
    if (!compiled.isValid())
        return broken(compiled.errorString());
    return compiled;
}

} // namespace Trailglass::Filter
