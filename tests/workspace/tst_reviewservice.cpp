// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/openworkspace.h"
#include "models/workspace/preparedquery.h"
#include "models/workspace/resultrunner.h"
#include "models/workspace/reviewservice.h"
#include "models/workspace/workspacewatch.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// What is new since somebody looked: counted, noted, and shown by the window.
class ReviewServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void namesAReviewByItsFilter_data();
    void namesAReviewByItsFilter();
    void countsWhatWasNew();
    void whatArrivesWhileSomebodyLooksStaysNew();
    void theBoundaryNeverGoesBack();
    void eachReviewerHasReviewsOfTheirOwn();
    void theDefaultReviewIsListedBeforeItsFirstEntry();
    void aResultKeepsTheBoundaryItWasMadeWith();
    void endsEachCallOnceAndSaysWhatChanged();
    void othersNoticeChanges();

private:
    [[nodiscard]] Result<ReviewEntry> review(const ReviewRequest &request, const QString &by = u"ann"_s) const
    {
        return finishReview(m_workspace->folder(), request, {by, Noon}, {});
    }
    [[nodiscard]] qint64 countNew(const QString &by = u"ann"_s, const QString &name = u"default"_s) const;

    std::unique_ptr<Workspace> m_workspace;
    SourceId m_source;
    NoonClock m_clock;
};

void ReviewServiceTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_workspace = std::make_unique<Workspace>();
    m_source = m_workspace->fill(10);
}

qint64 ReviewServiceTest::countNew(const QString &by, const QString &name) const
{
    OpenWorkspace open(m_workspace->folder());
    QueryContext context{Noon};
    context.review = {by, name};
    const auto query = prepareQuery(open, u"is:new"_s, context);
    if (!query)
        return -1;
    const auto engine = open.engine();
    const auto count = engine ? (*engine)->count(query->filter, query->context, {}) : engine.error();
    return count ? *count : -1;
}

void ReviewServiceTest::namesAReviewByItsFilter_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("name");
    const auto row = [](const QString &expression, const QString &name) {
        QTest::newRow(qPrintable(expression)) << expression << name;
    };
    QTest::newRow("every event") << QString() << u"default"_s;
    QTest::newRow("whitespace") << u" \n"_s << u"default"_s;
    row(u"is:new"_s, u"default"_s);
    row(u"IS:NEW AND user:ann"_s, u"actor:ann"_s);
    row(u"preset:logins is:new"_s, u"preset:logins"_s);
    row(u"is:marked"_s, u"is:marked"_s);
    row(u"-is:new"_s, u"-is:new"_s);
    row(u"is:new OR x"_s, u"is:new OR x"_s);
}

void ReviewServiceTest::namesAReviewByItsFilter()
{
    QFETCH(const QString, expression);
    const auto name = reviewNameOf(expression);
    VERIFY_RESULT(name);
    QTEST(*name, "name");
}

void ReviewServiceTest::countsWhatWasNew()
{
    QCOMPARE(countNew(), 10);
    const auto first = review({.expression = u" action:read "_s, .name = u"default"_s, .note = u" fine\n"_s});
    VERIFY_RESULT(first);
    QCOMPARE(first->count, 5);
    QCOMPARE(first->row.value, 10);
    QCOMPARE(first->filter, u"action:read"_s);
    QCOMPARE(first->note, u"fine"_s);
    QVERIFY(first->at == Noon);
    QCOMPARE(countNew(), 0);
    m_workspace->add(m_source, 4);
    QCOMPARE(countNew(), 4);
    const auto second = review({});
    VERIFY_RESULT(second);
    QCOMPARE(second->count, 4);
    QVERIFY(second->size > first->size);
    QCOMPARE(reviewLog(m_workspace->folder(), 0)->size(), std::size_t(2));
}

void ReviewServiceTest::whatArrivesWhileSomebodyLooksStaysNew()
{
    m_workspace->add(m_source, 5);
    const auto seen = review({.upTo = RowId{12}});
    VERIFY_RESULT(seen);
    QCOMPARE(seen->row.value, 12);
    QCOMPARE(seen->count, 12);
    QCOMPARE(countNew(), 3);
    // Nobody has seen rows that are not there.
    const auto all = review({.upTo = RowId{1'000}});
    VERIFY_RESULT(all);
    QCOMPARE(all->row.value, 15);
    QCOMPARE(all->count, 3);
}

void ReviewServiceTest::theBoundaryNeverGoesBack()
{
    VERIFY_RESULT(review({}));
    const auto earlier = review({.upTo = RowId{3}});
    VERIFY_RESULT(earlier);
    QCOMPARE(earlier->row.value, 10);
    QCOMPARE(earlier->count, 0);
    QCOMPARE(countNew(), 0);
}

void ReviewServiceTest::eachReviewerHasReviewsOfTheirOwn()
{
    VERIFY_RESULT(review({.upTo = RowId{4}}));
    VERIFY_RESULT(review({.upTo = RowId{7}}, u"bob"_s));
    VERIFY_RESULT(review({.name = u"second look"_s, .upTo = RowId{2}}));
    QCOMPARE(countNew(), 6);
    QCOMPARE(countNew(u"bob"_s), 3);
    QCOMPARE(countNew(u"ann"_s, u"second look"_s), 8);
    QCOMPARE(countNew(u"eve"_s), 10);
    QCOMPARE(reviewedRow(m_workspace->folder(), u"bob"_s, u"default"_s)->value, 7);
}

void ReviewServiceTest::theDefaultReviewIsListedBeforeItsFirstEntry()
{
    VERIFY_RESULT(review({.upTo = RowId{4}}, u"bob"_s));
    const auto statuses = reviewStatus(m_workspace->folder(), {}, {u"ann"_s, Noon}, {});
    VERIFY_RESULT(statuses);
    QCOMPARE(statuses->size(), std::size_t(2));
    QCOMPARE(statuses->front().last.reviewer, u"ann"_s);
    QCOMPARE(statuses->front().last.id, 0);
    QCOMPARE(*statuses->front().newEvents, 10);
    QCOMPARE(*statuses->back().newEvents, 6);
    VERIFY_REFUSED(reviewStatus(m_workspace->folder(), u"defaultt"_s, {u"ann"_s, Noon}, {}), ErrorKind::Usage,
                   u"“default”"_s);
    CancelSource cancel;
    const CancelToken token = cancel.token();
    cancel.cancel();
    QCOMPARE(reviewStatus(m_workspace->folder(), {}, {u"ann"_s, Noon}, token).error().kind,
             ErrorKind::Cancelled);
}

void ReviewServiceTest::aResultKeepsTheBoundaryItWasMadeWith()
{
    VERIFY_RESULT(review({.upTo = RowId{6}}));
    ResultRunner runner(m_workspace->folder(), m_clock);
    QSignalSpy finished(&runner, &ResultRunner::finished);
    ResultRequest request;
    request.filter = std::get<Filter::NodePointer>(Filter::parse(u"is:new"_s));
    request.order = defaultSortOrder();
    request.review.reviewer = u"ann"_s;
    runner.run(request);
    QTRY_COMPARE(finished.size(), 1);
    const auto result = finished.first().first().value<QueryResult>();
    QCOMPARE(result.snapshot->size(), std::size_t(4));
    QCOMPARE(result.context.reviewed.value, 6);

    VERIFY_RESULT(review({.upTo = result.snapshot->lastRow()}));
    runner.refresh();
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(finished.last().first().value<QueryResult>().snapshot->size(), std::size_t(0));
}

void ReviewServiceTest::endsEachCallOnceAndSaysWhatChanged()
{
    ReviewService service(m_workspace->folder(), u"ann"_s, m_clock);
    QCOMPARE(service.reviewer(), u"ann"_s);
    QSignalSpy changed(&service, &ReviewService::changed);
    QStringList ended;
    service.setMarks(
        {{u"work"_s, "e1"}, {u"work"_s, "e2"}}, MarkColour::Red,
        [&](const Result<qint64> &marked) { ended += u"marks %1"_s.arg(marked ? *marked : -1); });
    service.setNote({u"work"_s, "e1"}, u"x"_s,
                    [&](const Result<bool> &noted) { ended += u"note %1"_s.arg(noted && *noted ? 1 : 0); });
    service.setNote({u"work"_s, "nothing"}, u"x"_s, [&](const Result<bool> &noted) {
        ended += noted ? u"a note on nothing"_s : u"refused"_s;
    });
    service.review({.note = u"fine"_s}, [&](const Result<ReviewEntry> &entry) {
        ended += u"review %1"_s.arg(entry ? entry->count : -1);
    });
    service.readStatus({}, [&](const Result<std::vector<ReviewStatus>> &statuses) {
        ended += u"status %1"_s.arg(statuses ? statuses->size() : 0);
    });
    service.readLog(0, [&](const Result<std::vector<ReviewEntry>> &log) {
        ended += u"log %1"_s.arg(log ? log->size() : 0);
    });
    service.readReviewedRow(
        u"default"_s, [&](const Result<RowId> &row) { ended += u"row %1"_s.arg(row ? row->value : -1); });
    QVERIFY2(ended.isEmpty(), "no callback before the call returns");
    QTRY_COMPARE(ended.size(), 7);
    QCOMPARE(ended,
             (QStringList{u"marks 2"_s, u"note 1"_s, u"refused"_s, u"review 10"_s, u"status 1"_s, u"log 1"_s,
                          u"row 10"_s}));
    QCOMPARE(changed.size(), 3);
}

void ReviewServiceTest::othersNoticeChanges()
{
    WorkspaceWatch watch(m_workspace->folder(), 5);
    QSignalSpy reviews(&watch, &WorkspaceWatch::reviewsChanged);
    QSignalSpy changes(&watch, &WorkspaceWatch::changed);
    // Another colour in each: the first look tells where it stands, and says nothing.
    MarkColour colour = MarkColour::Red;
    const auto markAndLook = [&] {
        colour = colour == MarkColour::Red ? MarkColour::Blue : MarkColour::Red;
        VERIFY_RESULT(changeMarks(m_workspace->folder(), {{u"work"_s, "e1"}}, colour, {u"ann"_s, Noon}));
        watch.look();
    };
    QTRY_VERIFY((markAndLook(), !reviews.isEmpty()));
    QTRY_VERIFY(!changes.isEmpty());
}

TRAILGLASS_TEST(ReviewServiceTest)
#include "tst_reviewservice.moc"
