// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/pagewarnings.h"

#include "models/sources/words.h"

#include <QCoreApplication>

namespace Trailglass {

QString outsideWindowWarning(const QString &vendor)
{
    return Words::
        tr("%1 sent events outside the time that was asked for; they are kept. The server, or a proxy on the "
           "way, may be ignoring the dates.")
            .arg(vendor);
}

QString stuckWarning(const QString &vendor)
{
    return Words::
        tr("%1 answered with the same page again, so this run ended early. The next sync reads on from the "
           "last complete point.")
            .arg(vendor);
}

QString refusedPageWarning(const QString &vendor, const Error &refusal)
{
    return Words::tr("%1 refused a page in the middle of its log, so this run ended early. The next sync "
                     "begins again with the newest events. %2")
        .arg(vendor, refusal.message);
}

Error noRowsError(const QString &vendor)
{
    return {
        ErrorKind::Malformed,
        Words::tr("The answer is JSON, but not a page of %1's audit log. Check the address of the source.")
            .arg(vendor)};
}

Error vendorError(const QString &vendor, const QString &words)
{
    if (words.isEmpty())
        return {ErrorKind::Vendor, Words::tr("%1 reported an error and did not say which.").arg(vendor)};
    return {ErrorKind::Vendor, Words::tr("%1 reported an error: %2").arg(vendor, words)};
}

} // namespace Trailglass
