// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/resultrunner.h"
#include "tests/query/resulttesting.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class ResultRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_runner.reset(); }

    void givesRowsTotalAndContext();
    void givesOnlyTheResultOfTheNewestRequest();
    void runsAgainWhenTheDataChangedMeanwhile();
    void doesNothingForARefreshBeforeTheFirstQuestion();
    void saysNothingAfterCancel();
    void givesNoRowsUntilThereIsADatabase();
    void replacesPresets();
    void saysWhatIsWrongWithAFilter_data();
    void saysWhatIsWrongWithAFilter();
    void saysOnceThatTheWorkspaceIsNewer();
    void endsWhileItWorks();
    void tellsTheBeginningOfASearch();

private:
    NoonClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ResultRunner> m_runner;
    QList<QueryResult> m_results;
    QList<Error> m_errors;
};

void ResultRunnerTest::init()
{
    failOnWarnings();
    m_workspace = std::make_unique<Workspace>();
    m_runner = std::make_unique<ResultRunner>(m_workspace->folder(), m_clock);
    m_results.clear();
    m_errors.clear();
    connect(m_runner.get(), &ResultRunner::finished, this,
            [this](const QueryResult &result) { m_results.append(result); });
    connect(m_runner.get(), &ResultRunner::failed, this,
            [this](const Error &error) { m_errors.append(error); });
}

void ResultRunnerTest::givesRowsTotalAndContext()
{
    const SourceId removed = m_workspace->fill(20);
    m_workspace->add(m_workspace->addSource(u"other"_s), 30);
    m_workspace->remove(removed, EventWriter::Purge::No);
    QSignalSpy busy(m_runner.get(), &ResultRunner::busyChanged);

    ResultRequest asked = request(u"actor:bob@example.com"_s);
    asked.displayZone = "Asia/Tokyo";
    m_runner->run(asked);
    QVERIFY(m_runner->isBusy());
    QVERIFY(m_results.isEmpty());
    QTRY_COMPARE(m_results.size(), 1);

    const QueryResult &result = m_results.first();
    QVERIFY(!m_runner->isBusy());
    QCOMPARE(busy, (QList<QList<QVariant>>{{true}, {false}}));
    QCOMPARE(result.snapshot->size(), std::size_t(10));
    QCOMPARE(result.snapshot->rowAt(0)->value, 50); // newest first
    QCOMPARE(result.total, 50);
    QCOMPARE(result.context.now, Noon);
    QCOMPARE(result.context.displayZone, "Asia/Tokyo");
    QCOMPARE(result.expanded, result.request.filter);
    QVERIFY(!result.refreshed);
}

void ResultRunnerTest::givesOnlyTheResultOfTheNewestRequest()
{
    m_workspace->fill(500);
    for (const QString &text : {u"actor:ann@example.com"_s, u"action:read"_s, u"action:wr*"_s, u"id:e7"_s})
        m_runner->run(request(text));
    QTRY_COMPARE(m_results.size(), 1);
    QCOMPARE(Testing::rowsOf(*m_results.first().snapshot), RowList{RowId{7}});
    QCoreApplication::sendPostedEvents(); // whatever else has finished by now
    QCOMPARE(m_results.size(), 1);
}

void ResultRunnerTest::runsAgainWhenTheDataChangedMeanwhile()
{
    const SourceId source = m_workspace->fill(50);
    m_runner->run(request());
    m_workspace->add(source, 7);
    for (int i = 0; i < 5; ++i)
        m_runner->refresh();
    QTRY_COMPARE(m_results.size(), 2);
    QTRY_VERIFY(!m_runner->isBusy());
    QCOMPARE(m_results.size(), 2);
    QVERIFY(!m_results[0].refreshed);
    QVERIFY(m_results[1].refreshed);
    QCOMPARE(m_results[1].snapshot->size(), std::size_t(57));
    QCOMPARE(m_results[1].total, 57);

    m_runner->refresh();
    QTRY_COMPARE(m_results.size(), 3);
    QVERIFY(m_results[2].refreshed);
}

void ResultRunnerTest::doesNothingForARefreshBeforeTheFirstQuestion()
{
    m_workspace->fill(1);
    m_runner->refresh();
    QVERIFY(!m_runner->isBusy());
    m_runner->run(request());
    QTRY_COMPARE(m_results.size(), 1);
}

void ResultRunnerTest::saysNothingAfterCancel()
{
    m_workspace->fill(50);
    m_runner->run(request());
    m_runner->refresh();
    m_runner->cancel();
    QVERIFY(!m_runner->isBusy());
    m_runner->refresh(); // of what was given up
    QVERIFY(!m_runner->isBusy());
    m_runner->run(request(u"id:e1"_s));
    QTRY_COMPARE(m_results.size(), 1);
    QCOMPARE(m_results.first().snapshot->size(), std::size_t(1));
    QVERIFY(m_errors.isEmpty());
    m_runner->refresh();
    m_runner->cancel(); // which gives nothing up that has a result
    m_runner->refresh();
    QTRY_COMPARE(m_results.size(), 2);
}

void ResultRunnerTest::givesNoRowsUntilThereIsADatabase()
{
    m_runner->run(request());
    QTRY_COMPARE(m_results.size(), 1);
    QVERIFY(m_results.first().snapshot->isEmpty());
    QCOMPARE(m_results.first().total, 0);
    m_workspace->fill(3);
    m_runner->refresh();
    QTRY_COMPARE(m_results.size(), 2);
    QCOMPARE(m_results[1].snapshot->size(), std::size_t(3));
}

void ResultRunnerTest::replacesPresets()
{
    m_workspace->fill(10);
    m_runner->setPresets([](const QString &name) {
        return name == "bobs"_L1 ? std::optional(u"actor:bob@example.com"_s) : std::nullopt;
    });
    m_runner->run(request(u"preset:bobs"_s));
    QTRY_COMPARE(m_results.size(), 1);
    QCOMPARE(m_results.first().snapshot->size(), std::size_t(2));
    QCOMPARE(Filter::print(m_results.first().expanded), u"actor:bob@example.com"_s);
    QCOMPARE(Filter::print(m_results.first().request.filter), u"preset:bobs"_s);
}

void ResultRunnerTest::saysWhatIsWrongWithAFilter_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("unknown preset") << u"preset:none"_s;
    QTest::newRow("unknown source") << u"-source:wrok"_s;
    QTest::newRow("unknown source in a preset") << u"preset:misspelt"_s;
    QTest::newRow("a range that is reversed by now") << u"created:9999..now"_s;
    QTest::newRow("pattern over its limit") << u"message:/(a+)+$/"_s;
}

void ResultRunnerTest::saysWhatIsWrongWithAFilter()
{
    QFETCH(QString, expression);
    const SourceId source = m_workspace->addSource(u"work"_s);
    Event slow = makeEvent("slow");
    slow.message = std::string(4000, 'a') + "!";
    QVERIFY(m_workspace->writer().commit(page(source, {slow})));
    m_runner->setPresets([](const QString &name) {
        return name == "misspelt"_L1 ? std::optional(u"source:wrok"_s) : std::nullopt;
    });
    m_runner->run(request(expression));
    QVERIFY(m_errors.isEmpty());
    QTRY_COMPARE(m_errors.size(), 1);
    QCOMPARE(m_errors.first().kind, ErrorKind::Usage);
    QVERIFY(!m_runner->isBusy());
    m_runner->run(request());
    QTRY_COMPARE(m_results.size(), 1);
}

void ResultRunnerTest::saysOnceThatTheWorkspaceIsNewer()
{
    m_workspace->fill(1);
    m_workspace->makeNewer();
    m_runner->run(request());
    QTRY_COMPARE(m_errors.size(), 1);
    QCOMPARE(m_errors.first().kind, ErrorKind::NewerVersion);
    for (int i = 0; i < 3; ++i) {
        m_runner->refresh();
        QTRY_VERIFY(!m_runner->isBusy());
    }
    QCOMPARE(m_errors.size(), 1);
    m_runner->run(request());
    QTRY_COMPARE(m_errors.size(), 2);
}

void ResultRunnerTest::endsWhileItWorks()
{
    m_workspace->fill(3000);
    for (int i = 0; i < 20; ++i) {
        ResultRunner runner(m_workspace->folder(), m_clock);
        connect(&runner, &ResultRunner::finished, this, [] { QFAIL("a result of a runner that is gone"); });
        runner.run(request(u"@id:e* message:/x+/"_s));
    }
}

void ResultRunnerTest::tellsTheBeginningOfASearch()
{
    m_workspace->fill(9'000);
    QList<QueryResult> beginnings;
    QList<double> searched;
    connect(m_runner.get(), &ResultRunner::partialResult, this,
            [&beginnings](const QueryResult &beginning) { beginnings.append(beginning); });
    connect(m_runner.get(), &ResultRunner::searchProgress, this,
            [&searched](double part) { searched.append(part); });

    m_runner->run(request(u"\"e8\""_s));
    QTRY_COMPARE(m_results.size(), 1);

    const RowList rows = Testing::rowsOf(*m_results.first().snapshot);
    QVERIFY(!beginnings.isEmpty());
    for (const QueryResult &beginning : std::as_const(beginnings)) {
        QCOMPARE(beginning.request.filter, m_results.first().request.filter);
        QCOMPARE(beginning.total, 9'000);
        const RowList begun = Testing::rowsOf(*beginning.snapshot);
        QVERIFY(begun.size() < rows.size());
        QVERIFY(std::equal(begun.begin(), begun.end(), rows.begin()));
    }
    QCOMPARE(searched.last(), 1.0);
    const auto reported = searched.size();

    QSignalSpy pending(m_runner.get(), &ResultRunner::pendingChanged);
    m_workspace->add(m_workspace->addSource(u"other"_s), 10);
    m_runner->refresh();
    QTRY_COMPARE(m_results.size(), 2);
    QCOMPARE(pending.size(), 0);
    QCOMPARE(searched.size(), reported); // a newer result replaces a whole one
    m_runner->run(request(u"e1"_s));
    QVERIFY(m_runner->isPending());
    QTRY_COMPARE(m_results.size(), 3);
    QCOMPARE(pending, (QList<QList<QVariant>>{{true}, {false}}));
}

TRAILGLASS_TEST(ResultRunnerTest)
#include "tst_resultrunner.moc"
