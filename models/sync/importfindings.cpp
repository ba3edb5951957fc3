// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/importfindings.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qint64 MaxNames = 10; // of empty files

} // namespace

void ImportFindings::warn(const QString &sentence)
{
    if (m_warnings.size() < MaxWarnings)
        m_warnings.append(sentence);
    else
        ++m_more;
}

void ImportFindings::fail(const QString &name, const Error &error)
{
    Error named = error;
    if (!name.isEmpty())
        named.message = Trailglass::tr("%1: %2").arg(visibleText(name), error.message);
    if (m_error)
        warn(named.message);
    else
        m_error = std::move(named);
}

void ImportFindings::addEmpty(const QString &name)
{
    if (m_emptyFiles++ < MaxNames)
        m_emptyNames.append(visibleText(name));
}

QStringList ImportFindings::warnings() const
{
    QStringList warnings = m_warnings;
    if (m_emptyFiles > 0) {
        QString names = m_emptyNames.join(u", "_s);
        if (m_emptyFiles > MaxNames)
            names += u", …"_s;
        warnings.append(
            Trailglass::tr("%Ln file(s) are empty: %1", nullptr, countArgument(m_emptyFiles)).arg(names));
    }
    if (m_more > 0) {
        warnings.append(
            Trailglass::tr("%Ln more message(s) about files are not shown.", nullptr, countArgument(m_more)));
    }
    return warnings;
}

} // namespace Trailglass
