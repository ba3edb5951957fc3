// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/pagewarnings.h"

#include "models/core/translation.h"
#include "models/sources/errortext.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

QString outsideWindowWarning(const QString &vendor)
{
    return tr("%1 returned events outside the requested time range; they were kept. The server, or a proxy, "
              "may be ignoring the dates.")
        .arg(vendor);
}

QString stuckWarning(const QString &vendor)
{
    return tr("%1 returned the same page again, so this sync ended early. The next sync continues from the "
              "last complete point.")
        .arg(vendor);
}

QString refusedPageWarning(const QString &vendor, const Error &refusal)
{
    return tr("%1 refused a page in the middle of its log. %2").arg(vendor, refusal.message);
}

QString failedPageWarning(const QString &vendor, const Error &failure)
{
    return tr("%1 could not return a page in the middle of its log. %2").arg(vendor, failure.message);
}

QString shrinkingWarning(const QString &vendor)
{
    return tr("%1's log kept losing events while it was read.").arg(vendor);
}

QString noPagingWarning(const QString &vendor)
{
    return tr("%1 did not indicate whether there are more pages.").arg(vendor);
}

QString unsortedWarning(const QString &vendor)
{
    return tr("%1 did not return the newest events first, so its whole log is fetched each time.")
        .arg(vendor);
}

QString missingWarning(const TimeWindow &missing)
{
    const auto text = [](UtcMicros time) {
        return QString::fromStdString(formatTime(time));
    };
    if (missing.from && missing.to)
        return tr("The events from %1 to %2 have not all been fetched; the next sync requests them again.")
            .arg(text(*missing.from), text(*missing.to));
    if (missing.to)
        return tr("The events before %1 have not all been fetched; the next sync requests them again.")
            .arg(text(*missing.to));
    return tr("Some events have not been fetched; the next sync requests them again.");
}

Error noRowsError(const QString &vendor)
{
    return {ErrorKind::Malformed,
            tr("The response is JSON, but not a page of %1's audit log. Check the address of the source.")
                .arg(vendor)};
}

std::optional<Error> missingRowsError(const QString &vendor, const PageSummary &page, QJsonObject envelope)
{
    if (page.hadRowArray)
        return {};
    if (page.hadNullForRows)
        envelope.remove(u"message"_s); // "success", as likely as not
    const QString words = vendorErrorText(envelope);
    if (page.hadNullForRows && words.isEmpty())
        return {};
    return words.isEmpty() ? noRowsError(vendor) : vendorError(vendor, words);
}

Error withheldRowsError(const QString &vendor)
{
    return {ErrorKind::Malformed,
            tr("%1 reported that there are events but did not return them. Try again later.").arg(vendor)};
}

Error vendorError(const QString &vendor, const QString &words)
{
    if (words.isEmpty())
        return {ErrorKind::Vendor, tr("%1 reported an unspecified error.").arg(vendor)};
    return {ErrorKind::Vendor, tr("%1 reported an error: %2").arg(vendor, words)};
}

} // namespace Trailglass
