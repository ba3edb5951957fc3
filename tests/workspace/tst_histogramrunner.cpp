// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/histogramrunner.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

#include <numeric>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

qint64 sumOf(const std::vector<qint64> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), qint64(0));
}

/// Notes that a source was synced from \a from to \a to hours after the hour of noon.
void cover(Workspace &workspace, SourceId source, qint64 from, qint64 to)
{
    const UtcMicros hour = Noon - Noon.value % UtcMicros::PerHour;
    PageCommit commit = page(source, {});
    commit.covered.push_back({{hour + from * UtcMicros::PerHour, hour + to * UtcMicros::PerHour}, Noon, 1});
    QVERIFY(workspace.writer().commit(commit));
}

/// Of a window around noon, in hours after it.
QStringList unsyncedHours(const HistogramResult &result)
{
    const auto hour = [](UtcMicros time) {
        return QString::number((time - Noon + Noon.value % UtcMicros::PerHour) / UtcMicros::PerHour);
    };
    QStringList texts;
    for (const SourceGaps &source : result.sources) {
        QStringList gaps;
        for (const TimeWindow &gap : source.gaps)
            gaps << hour(*gap.from) + u".."_s + hour(*gap.to);
        texts << source.source + u": "_s + gaps.join(u", "_s);
    }
    return texts;
}

} // namespace

class HistogramRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_runner.reset(); }

    void countsByTimeAndValue();
    void tellsTheMostFrequentValuesApart_data();
    void tellsTheMostFrequentValuesApart();
    void showsTheTimeThatTheFilterSpeaksOf();
    void saysWhatWasNeverSynced_data();
    void saysWhatWasNeverSynced();
    void deliversOnlyTheNewestResult();
    void countsNothingWithoutADatabase();
    void saysWhatIsWrong();
    void endsWhileItWorks();

private:
    NoonClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<HistogramRunner> m_runner;
    std::vector<HistogramResult> m_results;
    QList<Error> m_errors;
};

void HistogramRunnerTest::init()
{
    failOnWarnings();
    m_workspace = std::make_unique<Workspace>();
    m_runner = std::make_unique<HistogramRunner>(m_workspace->folder(), m_clock);
    m_results.clear();
    m_errors.clear();
    connect(m_runner.get(), &HistogramRunner::counted, this,
            [this](const HistogramResult &result) { m_results.push_back(result); });
    connect(m_runner.get(), &HistogramRunner::failed, this,
            [this](const Error &error) { m_errors.append(error); });
}

void HistogramRunnerTest::countsByTimeAndValue()
{
    m_workspace->fill(20); // 4 by bob

    m_runner->count(request(), Field::Actor, 100);

    QVERIFY(m_results.empty());
    QTRY_COMPARE(m_results.size(), 1U);
    const Histogram &histogram = m_results.front().histogram;
    QVERIFY(histogram.values == (std::vector<std::string>{"ann@example.com", "bob@example.com"}));
    QCOMPARE(sumOf(histogram.counts[0]), 16);
    QCOMPARE(sumOf(histogram.counts[1]), 4);
    QCOMPARE(histogram.bins.size(), 1U); // all within a second
}

void HistogramRunnerTest::tellsTheMostFrequentValuesApart_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<int>("values");
    QTest::addColumn<int>("apart");
    QTest::addColumn<bool>("hasOthers");

    QTest::newRow("as many as there are colours") << Field::Actor << 10 << 10 << false;
    QTest::newRow("one more") << Field::Actor << 11 << 9 << true;
    QTest::newRow("more than an engine tells apart") << Field::Actor << 5'000 << 9 << true;
    QTest::newRow("addresses") << Field::Ip << 5'000 << 9 << true;
    QTest::newRow("as many addresses as there are colours") << Field::Ip << 10 << 10 << false;
}

void HistogramRunnerTest::tellsTheMostFrequentValuesApart()
{
    QFETCH(const Field, field);
    QFETCH(const int, values);
    QFETCH(const int, apart);
    QFETCH(const bool, hasOthers);
    // Each value once, at times of its own; the first eight of them several times, the first one most.
    std::vector<Event> events;
    const auto add = [&](int value) {
        Event event = makeEvent("e" + std::to_string(events.size()));
        event.created = Noon + static_cast<qint64>(events.size()) * UtcMicros::PerMinute;
        event.actor.email = "actor" + std::to_string(value) + "@example.com";
        event.ip = "10.0." + std::to_string(value / 250) + "." + std::to_string(value % 250);
        events.push_back(std::move(event));
    };
    for (int value = 0; value < values; ++value)
        add(value);
    for (int value = 0; value < 8; ++value) {
        for (int again = value; again < 8; ++again)
            add(value);
    }
    const auto count = static_cast<qint64>(events.size());
    QVERIFY(m_workspace->writer().commit(page(m_workspace->addSource(u"work"_s), std::move(events))));

    m_runner->count(request(), field, 100);
    QTRY_VERIFY_WITH_TIMEOUT(!m_results.empty() || !m_errors.isEmpty(), 60'000);
    QVERIFY2(m_errors.isEmpty(), qPrintable(m_errors.value(0).message));

    const Histogram &histogram = m_results.front().histogram;
    QVERIFY(histogram.bins.size() > 1);
    QCOMPARE(static_cast<int>(histogram.values.size()), apart + (hasOthers ? 1 : 0));
    QCOMPARE(histogram.values.back() == OtherValues, hasOthers);
    QCOMPARE(histogram.values.front(), std::string(field == Field::Ip ? "10.0.0.0" : "actor0@example.com"));
    QCOMPARE(sumOf(histogram.counts.front()), 9);
    qint64 all = 0;
    for (const std::vector<qint64> &counts : histogram.counts) {
        QCOMPARE(counts.size(), histogram.bins.size());
        all += sumOf(counts);
    }
    QCOMPARE(all, count);
}

void HistogramRunnerTest::showsTheTimeThatTheFilterSpeaksOf()
{
    m_workspace->fill(20);

    m_runner->count(request(u"created:-7d"_s), Field::Op, 100);

    QTRY_COMPARE(m_results.size(), 1U);
    const HistogramResult &result = m_results.front();
    QVERIFY(result.histogram.bins.front().start <= Noon - 7 * UtcMicros::PerDay);
    QVERIFY(result.histogram.bins.back().end > Noon);
    QVERIFY(result.histogram.bins.size() > 20);
    QCOMPARE(result.context.now.value, Noon.value);
}

void HistogramRunnerTest::saysWhatWasNeverSynced_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QStringList>("unsynced");

    QTest::newRow("of both") << QString() << QStringList{u"rules: -6..-2"_s, u"work: -6..-4, -1..0"_s};
    QTest::newRow("of one") << u"source:work"_s << QStringList{u"work: -6..-4, -1..0"_s};
    QTest::newRow("of a vendor") << u"vendor:nected"_s << QStringList{u"rules: -6..-2"_s};
    QTest::newRow("of all but one") << u"-source:work"_s << QStringList{u"rules: -6..-2"_s};
}

void HistogramRunnerTest::saysWhatWasNeverSynced()
{
    QFETCH(const QString, expression);
    QFETCH(const QStringList, unsynced);
    const SourceId work = m_workspace->fill(5);
    const SourceId rules = m_workspace->writer().addSource(source(u"rules"_s, u"nected"_s)).value();
    const SourceId gone = m_workspace->addSource(u"gone"_s);
    m_workspace->remove(gone, EventWriter::Purge::No);
    cover(*m_workspace, work, -4, -1);
    cover(*m_workspace, rules, -2, 2);
    // From six hours before the hour of noon until long after now, which is some minutes past it.
    const QString from =
        toQString(formatTime(Noon - Noon.value % UtcMicros::PerHour - 6 * UtcMicros::PerHour));
    const QString time = u" created:"_s + from + u".."_s + toQString(formatTime(Noon + UtcMicros::PerDay));

    m_runner->count(request(expression + time), Field::Outcome, 100);

    QTRY_COMPARE(m_results.size(), 1U);
    QCOMPARE(unsyncedHours(m_results.front()), unsynced);
    QVERIFY(*m_results.front().covered.to <= Noon);
}

void HistogramRunnerTest::deliversOnlyTheNewestResult()
{
    m_workspace->fill(300);

    m_runner->count(request(), Field::Actor, 10);
    m_runner->count(request(u"id:e2"_s), Field::Actor, 10);
    m_runner->count(request(u"id:e1"_s), Field::Action, 10);

    QTRY_COMPARE(m_results.size(), 1U);
    QCoreApplication::sendPostedEvents(); // whatever else has finished by now
    QCOMPARE(m_results.size(), 1U);
    QVERIFY(m_results.front().histogram.values == std::vector<std::string>{"write"});
}

void HistogramRunnerTest::countsNothingWithoutADatabase()
{
    m_runner->count(request(u"created:-7d"_s), Field::Actor, 10);

    QTRY_COMPARE(m_results.size(), 1U);
    QVERIFY(m_results.front().histogram == Histogram());
    QVERIFY(m_results.front().sources.empty());
}

void HistogramRunnerTest::saysWhatIsWrong()
{
    m_workspace->fill(3);

    m_runner->count(request(u"preset:none"_s), Field::Actor, 10);
    QTRY_COMPARE(m_errors.size(), 1);
    m_runner->count(request(u"-source:wrok"_s), Field::Actor, 10);
    QTRY_COMPARE(m_errors.size(), 2);
    m_runner->count(request(), Field::Created, 10);
    QTRY_COMPARE(m_errors.size(), 3);
    QVERIFY(std::ranges::all_of(m_errors, [](const Error &error) { return error.kind == ErrorKind::Usage; }));
    m_runner->count(request(), Field::Actor, 10);
    m_runner->cancel();
    m_runner->count(request(), Field::Actor, 10);
    QTRY_COMPARE(m_results.size(), 1U);
    QCOMPARE(m_errors.size(), 3);
}

void HistogramRunnerTest::endsWhileItWorks()
{
    m_workspace->fill(3000);
    for (int i = 0; i < 20; ++i) {
        HistogramRunner runner(m_workspace->folder(), m_clock);
        runner.count(request(u"message:/x+/"_s), Field::Actor, 10);
    }
}

TRAILGLASS_TEST(HistogramRunnerTest)
#include "tst_histogramrunner.moc"
