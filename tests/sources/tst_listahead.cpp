// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/listahead.h"
#include "tests/runner/testclass.h"

#include "tests/sources/sourcedriver.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// A page in the middle of a list of a hundred events, ten a page, a minute apart: the fifth, which is full, sorted and as
/// long after the one before it as it should be.
struct Step
{
    NewestFirstCursor cursor;
    ListResponse response{.count = 100, .next = 6};
    PageSummary page;
    ListRules rules{.vendor = u"Nected"_s, .askedByDate = true, .lastPage = 1'000};

    Step()
    {
        cursor.running = true;
        cursor.asOf = at("2026-11-20T12:00:00Z");
        cursor.ranges.append({.newest = true,
                              .page = 5,
                              .count = 100,
                              .pageRows = 10,
                              .low = at("2026-11-20T10:00:00Z"),
                              .above = at("2026-11-20T10:09:00Z")});
        page.rows = 10;
        page.latest = at("2026-11-20T09:59:00Z");
        page.earliest = at("2026-11-20T09:50:00Z");
        page.latestPresent = page.latest;
    }

    [[nodiscard]] ListRange &front() { return cursor.ranges.first(); }
};

using Change = std::function<void(Step &)>;

} // namespace

/// Which pages of a numbered list may be requested before the page between is read.
class ListAheadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAheadOnlyInAListThatIsStill_data();
    void looksAheadOnlyInAListThatIsStill();
    void looksNoFurtherThanTheListGoes_data();
    void looksNoFurtherThanTheListGoes();
};

void ListAheadTest::looksAheadOnlyInAListThatIsStill_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("isSteady");
    const auto row = [](const char *what, bool isSteady, const Change &change) {
        QTest::newRow(what) << change << isSteady;
    };
    row("nothing is special", true, [](Step &) {});
    row("the third page", true, [](Step &step) {
        step.front().page = 3;
        step.response.next = 4;
    });
    row("the second page", false, [](Step &step) {
        step.front().page = 2;
        step.response.next = 3;
    });
    row("an event has arrived", false, [](Step &step) { step.response.count = 101; });
    row("one has gone", false, [](Step &step) { step.response.count = 99; });
    row("the server does not count", false, [](Step &step) {
        step.response.count.reset();
        step.front().count.reset();
    });
    row("a row comes again", false, [](Step &step) { step.page.latest = step.front().low; });
    row("a page is short", false, [](Step &step) { step.page.rows = 9; });
    row("a row is unreadable", false, [](Step &step) { step.page.unreadable = 1; });
    row("a row is outside the dates", false, [](Step &step) { step.page.outsideWindow = 1; });
    row("the page is not sorted", false, [](Step &step) { step.page.descending = false; });
    row("the list is not sorted", false, [](Step &step) { step.cursor.unordered = true; });
    row("events may still arrive late", false,
        [](Step &step) { step.cursor.asOf = at("2026-11-20T10:08:00Z"); });
    row("the page before is looked at", false, [](Step &step) { step.front().after = 6; });
    row("the next page is another one", false, [](Step &step) { step.response.next = 8; });
    row("it is the last page", false, [](Step &step) { step.response.next.reset(); });
}

void ListAheadTest::looksAheadOnlyInAListThatIsStill()
{
    QFETCH(const Change, change);
    QFETCH(const bool, isSteady);
    Step step;
    change(step);
    const PageOutcome outcome = followListPage(step.cursor, step.response, step.page, step.rules);
    QCOMPARE(outcome.isSteady, isSteady);
    QCOMPARE(!outcome.ahead.isEmpty(), isSteady);
}

void ListAheadTest::looksNoFurtherThanTheListGoes_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QList<qint64>>("pages");
    const auto row = [](const char *what, const QList<qint64> &pages, const Change &change) {
        QTest::newRow(what) << change << pages;
    };
    const auto countOf = [](qint64 count) {
        return [count](Step &step) {
            step.front().count = count;
            step.response.count = count;
        };
    };
    row("far from the end", {7, 8, 9}, countOf(100));
    row("near the end", {7, 8}, countOf(71));
    row("before the end", {}, countOf(60));
    row("the vendor gives no more", {7}, [](Step &step) { step.rules.lastPage = 7; });
    row("the range may end before the list", {}, [](Step &step) {
        step.rules.askedByDate = false;
        step.front().from = at("2026-11-20T08:00:00Z");
    });
    row("a whole list without dates", {7, 8, 9}, [](Step &step) { step.rules.askedByDate = false; });
}

void ListAheadTest::looksNoFurtherThanTheListGoes()
{
    QFETCH(const Change, change);
    QFETCH(const QList<qint64>, pages);
    Step step;
    change(step);
    const PageOutcome outcome = followListPage(step.cursor, step.response, step.page, step.rules);
    QVERIFY(outcome.isSteady);
    QCOMPARE(NewestFirstCursor::fromJson(outcome.checkpoint).front().page, 6);
    QList<qint64> ahead;
    for (const Checkpoint &checkpoint : outcome.ahead)
        ahead.append(NewestFirstCursor::fromJson(checkpoint).front().page);
    QCOMPARE(ahead, pages);
}

TRAILGLASS_TEST(ListAheadTest)
#include "tst_listahead.moc"
