// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/logging.h"

#include "models/core/text.h"
#include "models/core/translation.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

// Only warnings, unless --log or QT_LOGGING_RULES enables more.
Q_LOGGING_CATEGORY(logHttp, "trailglass.http", QtWarningMsg)
Q_LOGGING_CATEGORY(logSync, "trailglass.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "trailglass.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logIndex, "trailglass.index", QtWarningMsg)
Q_LOGGING_CATEGORY(logQuery, "trailglass.query", QtWarningMsg)
Q_LOGGING_CATEGORY(logCredentials, "trailglass.credentials", QtWarningMsg)
Q_LOGGING_CATEGORY(logEvidence, "trailglass.evidence", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "trailglass.ui", QtWarningMsg)

namespace {

constexpr auto Prefix = "trailglass."_L1;
constexpr auto All = "all"_L1;

} // namespace

QStringList logCategoryNames()
{
    QStringList names;
    for (const auto category :
         {logHttp, logSync, logStore, logIndex, logQuery, logCredentials, logEvidence, logUi})
        names.append(QString::fromLatin1(category().categoryName()).mid(Prefix.size()));
    return names;
}

Result<QString> logFilterRules(const QString &names)
{
    if (names.isEmpty())
        return QString();
    const QStringList known = logCategoryNames();
    QString rules;
    for (const QString &entry : names.split(u',')) {
        const QString name = entry.trimmed();
        if (name != All && !known.contains(name)) {
            const QString nearest = nearestName(name, known);
            return Error{ErrorKind::Usage,
                         nearest.isEmpty() ? tr("There is no log category “%1”. Use all, or some of: %2.")
                                                 .arg(visibleText(name), known.join(", "_L1))
                                           : tr("There is no log category “%1”. Did you mean “%2”?")
                                                 .arg(visibleText(name), nearest)};
        }
        rules += Prefix + (name == All ? u"*"_s : name) + "=true\n"_L1;
    }
    return rules;
}

QDebug operator<<(QDebug debug, const LogTimer &timer)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << timer.milliseconds() << " ms";
    return debug;
}

} // namespace Trailglass
