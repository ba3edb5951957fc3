// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/secoda/secodadescent.h"

#include "models/sources/cursorjson.h"
#include "models/sources/pagewarnings.h"
#include "models/sources/runplan.h"
#include "models/sources/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

const auto VendorName = u"Secoda"_s;

/// Notes what the page teaches about the list.
void observe(SecodaCursor &cursor, const PageSummary &page, QStringList &warnings)
{
    // On the way back up to page 1 the mark must not rise: what came in between is for the next descent.
    if (cursor.page == 1 && !cursor.top)
        cursor.top = plausibleLatest(page, cursor.asOf);
    cursor.pageRows = std::max(cursor.pageRows, page.rows);
    if (!page.descending) {
        cursor.sawDisorder = true;
        cursor.unordered = true;
        warnings.append(
            Words::tr("Secoda did not send the newest events first, so its whole log is read each time."));
    }
}

/// Pages to go back because rows above were deleted since the last answer and others slipped up in their
/// place.
///
/// The list moved by (new rows − deleted rows above here), which is never less than the change of the count.
qint64 pagesToStepBack(const SecodaCursor &cursor, const SecodaPaging &paging)
{
    if (cursor.page == 1 || !cursor.count || !paging.count || *paging.count >= *cursor.count)
        return 0;
    const qint64 slipped = *cursor.count - *paging.count;
    return (slipped + cursor.pageRows - 1) / cursor.pageRows;
}

/// True when a whole page is older than where the descent is to end.
bool reachedFloor(const SecodaCursor &cursor, const PageSummary &page)
{
    return !cursor.unordered && cursor.floor && page.latest && *page.latest < *cursor.floor;
}

/// The descent has come to its end: the watermark moves, and after an interruption a second descent fetches
/// what came since the first one began.
void endDescent(SecodaCursor &cursor, PageOutcome &outcome)
{
    if (!cursor.incomplete) {
        const auto from = cursor.unordered ? std::nullopt : cursor.floor;
        outcome.covered = coveredInterval(from, cursor.asOf);
        if (!cursor.leavesGap)
            cursor.watermark = later(cursor.watermark, cursor.top);
    }
    cursor.unordered = cursor.sawDisorder;
    if (cursor.followUp && !cursor.incomplete && !cursor.unordered) {
        const auto floor = cursor.top ? std::optional(*cursor.top - Overlap) : std::nullopt;
        cursor.startDescent(floor, *cursor.followUp);
        return;
    }
    cursor.running = false;
    outcome.finished = true;
}

void endEarly(SecodaCursor &cursor, PageOutcome &outcome, const QString &warning)
{
    outcome.warnings.append(warning);
    cursor.incomplete = true;
    endDescent(cursor, outcome);
}

} // namespace

SecodaPaging SecodaPaging::fromEnvelope(const QJsonObject &envelope, qint64 page)
{
    const QJsonObject meta = envelope.value(u"meta").toObject();
    SecodaPaging paging;
    paging.count = readCount(meta, u"count");
    if (!paging.count)
        paging.count = readCount(envelope, u"count");
    if (meta.contains(u"next_page")) {
        paging.known = true;
        paging.nextPage = readCount(meta, u"next_page");
        return paging;
    }
    auto pages = readCount(meta, u"total_pages");
    if (!pages)
        pages = readCount(envelope, u"total_pages");
    paging.known = pages.has_value();
    if (pages && page < *pages)
        paging.nextPage = page + 1;
    return paging;
}

PageOutcome followSecodaPage(SecodaCursor cursor, const SecodaPaging &paging, const PageSummary &page)
{
    PageOutcome outcome;
    outcome.totalHint = paging.count;
    observe(cursor, page, outcome.warnings);
    const qint64 back = pagesToStepBack(cursor, paging);
    cursor.count = paging.count;
    if (back > 0 && cursor.stepsBack < SecodaCursor::MostStepsBack) {
        ++cursor.stepsBack;
        cursor.page = std::max<qint64>(1, cursor.page - back);
    } else if (back > 0) {
        endEarly(
            cursor, outcome,
            Words::tr(
                "Secoda's log keeps shrinking while it is read, so this run ended early. The next sync reads "
                "it again."));
    } else if (!paging.known) {
        endEarly(
            cursor, outcome,
            Words::tr(
                "Secoda did not say whether there are more pages, so this run ended with the first ones."));
    } else if (!paging.nextPage || reachedFloor(cursor, page)) {
        endDescent(cursor, outcome);
    } else if (*paging.nextPage <= cursor.page) {
        endEarly(cursor, outcome, stuckWarning(VendorName));
    } else {
        cursor.page = *paging.nextPage;
    }
    outcome.checkpoint = cursor.toJson();
    return outcome;
}

std::optional<PageOutcome> followSecodaRefusal(SecodaCursor cursor, const Error &error)
{
    const bool isGone = error.kind == ErrorKind::NotFound;
    if (cursor.page == 1 || (!isGone && error.kind != ErrorKind::Rejected))
        return {};
    PageOutcome outcome;
    if (isGone && !cursor.restarted) {
        // The list may have become so short that the page is gone.
        const bool gap = cursor.leavesGap;
        cursor.startDescent(cursor.floor, cursor.followUp.value_or(cursor.asOf));
        cursor.leavesGap = gap;
        cursor.restarted = true;
    } else {
        endEarly(cursor, outcome, refusedPageWarning(VendorName, error));
    }
    outcome.checkpoint = cursor.toJson();
    return outcome;
}

} // namespace Trailglass
