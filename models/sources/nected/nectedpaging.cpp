// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/nected/nectedpaging.h"

#include "models/sources/cursorjson.h"
#include "models/sources/pagewarnings.h"
#include "models/sources/runplan.h"
#include "models/sources/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

using Phase = NectedCursor::Phase;

const auto VendorName = u"Nected"_s;

/// The run's position while one page is followed.
struct Step
{
    NectedCursor cursor;
    NectedPaging paging;
    const PageSummary &page;
    PageOutcome outcome;

    void observe();
    [[nodiscard]] bool isTooLarge() const;
    [[nodiscard]] bool isStuck() const;
    [[nodiscard]] bool stepBack();
    [[nodiscard]] bool isLastPage() const;
    void read();
    void check();
    void catchLate();
    void readPage();
    void endWindow();
    void endRun();
    void endEarly(const QString &warning);
};

void Step::observe()
{
    outcome.totalHint = paging.total;
    if (page.outsideWindow > 0)
        outcome.warnings.append(outsideWindowWarning(VendorName));
    if (page.latest)
        cursor.reached = later(cursor.reached, std::min(*page.latest, cursor.asOf));
}

/// Where the server ignores the dates, halves would be as large as the whole.
bool Step::isTooLarge() const
{
    return cursor.page == 1 && paging.total.value_or(0) > NectedCursor::SplitAbove && page.outsideWindow == 0
        && cursor.canSplit();
}

bool Step::isStuck() const
{
    return page.rows > 0 && paging.page && *paging.page < cursor.page;
}

/// Rows that were deleted since the last answer let others slip to pages already behind: go back by as many.
bool Step::stepBack()
{
    if (cursor.page == 1 || !cursor.total || !paging.total || *paging.total >= *cursor.total)
        return false;
    if (cursor.stepsBack >= NectedCursor::MostStepsBack) {
        cursor.incomplete = true;
        outcome.warnings.append(
            Words::tr("Nected's trail keeps shrinking while it is read; the next sync reads this "
                      "part again."));
        return false;
    }
    const qint64 slipped = *cursor.total - *paging.total;
    const qint64 back = (slipped + NectedCursor::PageSize - 1) / NectedCursor::PageSize;
    cursor.page = std::max<qint64>(1, cursor.page - back);
    ++cursor.stepsBack;
    return true;
}

bool Step::isLastPage() const
{
    if (page.rows == 0 || (paging.pages && cursor.page >= *paging.pages))
        return true;
    // Only a server that ignores the dates goes on below them.
    const auto from = cursor.asked().from;
    return from && page.latest && *page.latest < *from;
}

void Step::read()
{
    if (cursor.page == 1)
        cursor.firstTotal = paging.total;
    const bool shrunk = stepBack();
    cursor.total = paging.total;
    if (shrunk)
        return;
    if (!isLastPage() && cursor.page < NectedCursor::LastPage) {
        ++cursor.page;
        return;
    }
    if (!isLastPage()) {
        cursor.incomplete = true;
        outcome.warnings.append(
            Words::tr("Nected gives no more than 10,000 events for one question, and this one has "
                      "more. Restrict the source, for instance by type or environment."));
    }
    if (cursor.page == 1)
        return endWindow(); // one answer is of one moment: nothing can have moved
    cursor.phase = Phase::Check;
    cursor.page = 1;
}

void Step::check()
{
    const bool grown = paging.total && cursor.firstTotal && *paging.total > *cursor.firstTotal;
    cursor.total = paging.total;
    cursor.phase = Phase::Catch;
    if (grown)
        return catchLate();
    endWindow();
}

void Step::catchLate()
{
    const UtcMicros end = cursor.window().to.value_or(cursor.asOf);
    const bool belowOverlap = page.earliest && *page.earliest < end - Overlap;
    if (belowOverlap || isLastPage() || cursor.page >= NectedCursor::LastPage)
        return endWindow();
    ++cursor.page;
}

void Step::readPage()
{
    switch (cursor.phase) {
    case Phase::Read:
        return read();
    case Phase::Check:
        return check();
    case Phase::Catch:
        return catchLate();
    }
}

void Step::endWindow()
{
    const TimeWindow window = cursor.window();
    if (!cursor.incomplete)
        outcome.covered = coveredInterval(window.from, window.to.value_or(cursor.asOf));
    cursor.nextWindow();
    if (cursor.windows.isEmpty())
        endRun();
}

void Step::endRun()
{
    cursor.running = false;
    if (!cursor.incomplete && !cursor.leavesGap)
        cursor.watermark = later(cursor.watermark, cursor.reached);
    outcome.finished = true;
}

void Step::endEarly(const QString &warning)
{
    outcome.warnings.append(warning);
    cursor.incomplete = true;
    endRun();
}

} // namespace

NectedPaging NectedPaging::fromEnvelope(const QJsonObject &envelope)
{
    return {readCount(envelope, u"totalCount"), readCount(envelope, u"totalPages"),
            readCount(envelope, u"pageNo")};
}

PageOutcome followNectedPage(NectedCursor cursor, const NectedPaging &paging, const PageSummary &page)
{
    Step step{std::move(cursor), paging, page, {}};
    step.observe();
    if (step.isStuck()) {
        step.endEarly(stuckWarning(VendorName));
    } else if (step.cursor.phase == Phase::Read && step.isTooLarge()) {
        step.cursor.split();
    } else {
        step.readPage();
    }
    step.outcome.checkpoint = step.cursor.toJson();
    return step.outcome;
}

std::optional<PageOutcome> followNectedRefusal(NectedCursor cursor, const Error &error)
{
    const bool isFirst = cursor.page == 1 && cursor.phase == Phase::Read && !cursor.reached;
    const bool isForGood = error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Rejected;
    if (isFirst || !isForGood)
        return {};
    const PageSummary noPage;
    Step step{std::move(cursor), {}, noPage, {}};
    step.endEarly(refusedPageWarning(VendorName, error));
    step.outcome.checkpoint = step.cursor.toJson();
    return step.outcome;
}

} // namespace Trailglass
