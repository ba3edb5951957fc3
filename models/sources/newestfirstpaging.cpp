// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/newestfirstpaging.h"

#include "models/core/translation.h"
#include "models/sources/cursorjson.h"
#include "models/sources/listahead.h"
#include "models/sources/pagewarnings.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

/// A run's position while one page is followed.
class ListStep
{
public:
    ListStep(NewestFirstCursor cursor, const ListResponse &response, const PageSummary &page,
             const ListRules &rules);

    void follow();
    void restart();
    void leave(const QString &warning);
    [[nodiscard]] PageOutcome outcome();

private:
    void leaveWithoutPaging();
    [[nodiscard]] bool isOutOfOrder() const;
    [[nodiscard]] bool startsAgainForDisorder();
    [[nodiscard]] bool touches() const;
    [[nodiscard]] qint64 lost() const;
    [[nodiscard]] bool hasShrunk() const;
    [[nodiscard]] bool isReadTo(const std::optional<UtcMicros> &floor) const;
    void lookBack();
    void look();
    void stepBack();
    void readOn();
    void observe();
    [[nodiscard]] bool passesFloor();
    void endRange();
    void turnToNext();

    NewestFirstCursor m_cursor;
    const ListRange m_before; ///< the front range as it was when the page was requested
    ListRange m_front; ///< taken out of the cursor
    bool m_isFrontDone = false;
    const ListResponse &m_response;
    const PageSummary &m_page;
    const ListRules &m_rules;
    PageOutcome m_outcome;
};

ListStep::ListStep(NewestFirstCursor cursor, const ListResponse &response, const PageSummary &page,
                   const ListRules &rules)
    : m_cursor(std::move(cursor))
    , m_before(m_cursor.front())
    , m_front(m_before)
    , m_response(response)
    , m_page(page)
    , m_rules(rules)
{
    if (!m_cursor.ranges.isEmpty())
        m_cursor.ranges.removeFirst();
    m_outcome.totalHint = response.count;
}

PageOutcome ListStep::outcome()
{
    if (!m_isFrontDone)
        m_cursor.ranges.prepend(m_front);
    m_outcome.checkpoint = m_cursor.toJson();
    m_outcome.isSteady = isSteadyList(m_before, m_cursor, m_response, m_page);
    if (m_outcome.isSteady)
        m_outcome.ahead = pagesAhead(m_cursor, m_response, m_rules);
    return m_outcome;
}

void ListStep::follow()
{
    if (!m_cursor.asOf)
        m_cursor.asOf = m_page.asOf;
    // On the way back up to page 1 the mark must not rise: what came in between is for the next run.
    if (m_cursor.unordered || !m_cursor.top)
        m_cursor.top = later(m_cursor.top, m_page.latestPresent);

    if (m_response.isSamePage && m_page.rows > 0)
        return leave(stuckWarning(m_rules.vendor));
    if (!m_response.saysWhetherThereIsMore) {
        if (m_front.page == 1)
            observe();
        // In a sorted list, no later page has anything that is wanted.
        return m_page.descending && isReadTo(m_front.from) ? endRange() : leaveWithoutPaging();
    }
    if (isOutOfOrder() && startsAgainForDisorder())
        return;
    const bool isPastFloor = !m_cursor.unordered && m_front.below;
    // Two results are there twice, since the order of the conditions counts.
    // NOLINTBEGIN(bugprone-branch-clone)
    if (m_front.after)
        look();
    else if (!hasShrunk() || isPastFloor)
        readOn();
    else if (isReadTo(m_front.from) && lost() <= m_front.pageRows)
        lookBack();
    else if (m_cursor.unordered || m_front.stepsBack < ListRules::CarefulSteps)
        stepBack();
    else if (touches())
        readOn();
    else
        lookBack();
    // NOLINTEND(bugprone-branch-clone)
}

bool ListStep::isOutOfOrder() const
{
    if (!m_page.descending)
        return true;
    // So many new rows may have pushed down a page from above the one before.
    const bool mayRepeat = -lost() >= m_front.pageRows || m_front.after;
    return !mayRepeat && m_front.above && m_page.latest && *m_page.latest > *m_front.above;
}

/// The list is not sorted: places in it, which are times, say nothing. Where the server cannot be asked by
/// date, all of it is read, and from its top if this descent did not begin there.
bool ListStep::startsAgainForDisorder()
{
    m_cursor.sawDisorder = true;
    if (!m_rules.askedByDate)
        m_outcome.warnings.append(unsortedWarning(m_rules.vendor));
    if (std::exchange(m_cursor.unordered, true) || m_rules.askedByDate)
        return false;
    m_cursor.top = later(m_cursor.top, m_page.latestPresent);
    m_cursor.ranges.clear();
    const bool startsAgain = !m_front.newest || m_front.after;
    if (startsAgain)
        restart();
    m_front.newest = true;
    m_front.from.reset();
    m_front.to.reset();
    return startsAgain;
}

void ListStep::restart()
{
    m_front = {.newest = m_front.newest, .from = m_front.from, .to = m_front.to};
}

/// True when the page begins above the end of the last page read, so that nothing lies between, if the list is sorted.
bool ListStep::touches() const
{
    return m_front.page == 1 || !m_front.low || (m_page.latest && *m_page.latest > *m_front.low);
}

/// Rows of the list since the page before; negative when more have arrived.
qint64 ListStep::lost() const
{
    return m_front.count && m_response.count ? *m_front.count - *m_response.count : 0;
}

bool ListStep::hasShrunk() const
{
    return m_front.page > 1 && lost() > 0;
}

/// True when nothing that is still to come is wanted, if the list is sorted: in one by arrival the last page may have
/// ended with a late row.
bool ListStep::isReadTo(const std::optional<UtcMicros> &floor) const
{
    return !m_cursor.unordered && floor && m_front.low && *m_front.low < *floor;
}

/// The page before shows whether anything has slipped to it. Where the list shrinks again and again, as one does whose
/// oldest rows expire, to go back by what it has lost would never end.
void ListStep::lookBack()
{
    const bool ends = passesFloor() || !m_response.next;
    m_front.after = ends ? 0 : *m_response.next;
    m_front.lowAfter = m_page.earliest;
    m_front.count = m_response.count;
    --m_front.page;
}

void ListStep::look()
{
    if (!touches()) {
        if (++m_front.stepsBack > ListRules::MaxStepsBack)
            return leave(shrinkingWarning(m_rules.vendor));
        --m_front.page;
        return;
    }
    const qint64 after = *std::exchange(m_front.after, std::nullopt);
    const auto low = std::exchange(m_front.lowAfter, std::nullopt);
    // Rows have slipped to it, or were pushed down: also where as many were deleted before the page after it was read as
    // have arrived since. An equal count hides that, when others have gone further down.
    if (m_page.earliest != m_front.low || lost() <= 0) {
        if (++m_front.unclearLooks > ListRules::MaxUnclearLooks)
            return leave(shrinkingWarning(m_rules.vendor));
        return readOn();
    }
    // All of it is known, to its last row. The next response's count is compared with that of the page in
    // between.
    m_front.page = after;
    m_front.above = m_page.latest;
    if (low)
        m_front.low = low;
    if (after == 0)
        endRange();
}

/// Rows that were deleted let others slip to pages already read: no more of them than the list has lost.
void ListStep::stepBack()
{
    const qint64 pages = (lost() + m_front.pageRows - 1) / m_front.pageRows;
    m_front.count = m_response.count;
    if (++m_front.stepsBack > ListRules::MaxStepsBack)
        return leave(shrinkingWarning(m_rules.vendor));
    m_front.page = std::max<qint64>(1, m_front.page - pages);
    m_front.above.reset();
}

void ListStep::readOn()
{
    observe();
    if (!m_before.after) // what lies between this page and the one before is known
        m_front.unclearLooks = 0;
    if (!m_response.next || passesFloor()) {
        endRange();
    } else if (*m_response.next <= m_front.page) {
        leave(stuckWarning(m_rules.vendor));
    } else if (m_front.page >= m_rules.lastPage) {
        leave(m_rules.lastPageWarning);
    } else {
        m_front.page = *m_response.next;
    }
}

void ListStep::observe()
{
    m_front.count = m_response.count;
    m_front.pageRows = std::max(m_front.pageRows, m_page.rows);
    m_front.above = m_page.latest;
    if (!m_page.earliest)
        return;
    // Not the least so far: one early date at the end of a page would hide what slips further down.
    m_front.low = m_page.earliest;
    m_front.known = std::min(m_front.known.value_or(*m_page.latest), *m_page.latest);
}

/// True when two pages in turn are wholly older than what is requested: one alone may stand between newer
/// ones in a list that is not sorted.
bool ListStep::passesFloor()
{
    const bool isBelow =
        !m_cursor.unordered && m_front.from && m_page.latest && *m_page.latest < *m_front.from;
    const bool wasBelow = std::exchange(m_front.below, isBelow);
    return isBelow && wasBelow;
}

/// The front range is read in full.
void ListStep::endRange()
{
    const UtcMicros asOf = m_cursor.asOf.value_or(UtcMicros{});
    const auto end = m_front.newest ? std::min(m_front.to.value_or(asOf), asOf) : m_front.to.value_or(asOf);
    m_cursor.ranges.removeIf([this](const ListRange &other) {
        const bool endsInside = m_front.newest || (other.to && m_front.to && *other.to <= *m_front.to);
        return !other.newest && endsInside && (!m_front.from || (other.from && *other.from >= *m_front.from));
    });
    // Late events are found with the newest part: nothing older is complete before that is.
    const auto interval = coveredInterval(m_front.from, end);
    if (m_front.newest)
        m_outcome.covered += interval;
    else
        m_cursor.read += interval;
    const bool isComplete = m_front.newest ? !m_cursor.leavesGap : !m_cursor.newestLeft;
    if (isComplete) {
        for (const TimeWindow &window : std::exchange(m_cursor.read, {}))
            m_outcome.covered += partsOutside(m_cursor.ranges, window);
    }
    m_isFrontDone = true;
    turnToNext();
}

/// The front range cannot be read on now: what is missing of it is left to the next run.
void ListStep::leave(const QString &warning)
{
    m_isFrontDone = true;
    m_cursor.newestLeft = m_cursor.newestLeft || m_front.newest;
    if (!m_cursor.unordered && m_front.known && m_front.newest)
        m_outcome.covered += m_cursor.cutBelow(m_front);
    else if (!m_cursor.unordered && m_front.known && (!m_front.to || *m_front.known < *m_front.to)) {
        if (m_front.to)
            m_cursor.read += coveredInterval(*m_front.known + 1, *m_front.to);
        m_front.to = *m_front.known + 1;
    }
    m_front.left = true;
    m_outcome.warnings.append(inSequence(warning, missingWarning({m_front.from, m_front.to})));
    m_cursor.ranges.append(m_front);
    turnToNext();
}

/// The response does not say whether there is another page. Nor would it to the other ranges that ask for this
/// very page, however many earlier runs have left: they are left without a request each.
void ListStep::leaveWithoutPaging()
{
    QList<ListRange> &ranges = m_cursor.ranges;
    for (ListRange &other : ranges) {
        if (m_rules.askedByDate || other.left || other.page != m_front.page)
            continue;
        other.left = true;
        m_outcome.warnings.append(
            inSequence(noPagingWarning(m_rules.vendor), missingWarning({other.from, other.to})));
    }
    std::stable_partition(ranges.begin(), ranges.end(), [](const ListRange &range) { return !range.left; });
    leave(noPagingWarning(m_rules.vendor));
}

void ListStep::turnToNext()
{
    const bool isNewestRead = std::ranges::none_of(m_cursor.ranges, &ListRange::newest);
    if (isNewestRead && !m_cursor.leavesGap)
        m_cursor.mark = later(m_cursor.mark, m_cursor.top);
    if (!m_cursor.ranges.isEmpty() && !m_cursor.ranges.first().left)
        return;
    if (m_cursor.ranges.isEmpty() && !m_cursor.leavesGap)
        m_cursor.watermark = later(m_cursor.watermark, m_cursor.mark);
    m_cursor.unordered = m_cursor.sawDisorder;
    m_cursor.running = false;
    m_outcome.finished = true;
    m_outcome.leavesGap = m_cursor.leavesGap || !m_cursor.ranges.isEmpty();
}

bool isForGood(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Rejected;
}

/// An error that has to do with the page, rather than with the network or the key.
bool isOfThePage(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Server:
    case ErrorKind::Timeout:
    case ErrorKind::TooLarge:
    case ErrorKind::Malformed:
    case ErrorKind::Vendor:
        return true;
    default:
        return false;
    }
}

} // namespace

PageOutcome followListPage(NewestFirstCursor cursor, const ListResponse &response, const PageSummary &page,
                           const ListRules &rules)
{
    ListStep step(std::move(cursor), response, page, rules);
    step.follow();
    return step.outcome();
}

std::optional<PageOutcome> followListRefusal(NewestFirstCursor cursor, const Error &error,
                                             const ListRules &rules)
{
    const ListRange front = cursor.front();
    const bool isFirst = front.newest && front.page == 1;
    if (!isForGood(error) || isFirst || !cursor.running)
        return {};
    const bool mayBeShorter = error.kind == ErrorKind::NotFound && !rules.askedByDate;
    const bool restarts = mayBeShorter && !std::exchange(cursor.restarted, true);
    const ListResponse noResponse;
    const PageSummary noPage;
    ListStep step(std::move(cursor), noResponse, noPage, rules);
    if (restarts)
        step.restart();
    else
        step.leave(refusedPageWarning(rules.vendor, error));
    return step.outcome();
}

std::optional<PageOutcome> followListFailure(NewestFirstCursor cursor, const Error &error,
                                             const ListRules &rules)
{
    if (cursor.front().newest || !cursor.running || !isOfThePage(error))
        return {};
    const ListResponse noResponse;
    const PageSummary noPage;
    ListStep step(std::move(cursor), noResponse, noPage, rules);
    step.leave(failedPageWarning(rules.vendor, error));
    return step.outcome();
}

} // namespace Trailglass
