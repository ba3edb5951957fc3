// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "models/query/index/indexqueryengine.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/plainquery.h"
#include "tests/query/queryyardstick.h"
#include "tests/query/resulttesting.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array ReviewTerms{"is:new",     "is:marked",     "is:noted",   "is:new,marked",
                                 "mark:red",   "mark:red,blue", "mark:*",     "mark:~e",
                                 "mark:gr*",   "note:*",        "note:\"\"",  "note:~ask",
                                 "note:=seen", "note:/^S/",     "note:/^s/i", "note:\"\",seen"};

constexpr std::array Notes{"seen", "Seen again", "ask Zo\u00EB", "to ask: why?", "x"};

/// An expression with at least one term on what reviewers say.
QString reviewExpression(EventGenerator &generator, int depth)
{
    const QString term = QString::fromUtf8(ReviewTerms[generator.below(ReviewTerms.size())]);
    if (depth == 0)
        return term;
    switch (generator.below(4)) {
    case 0:
        return u"-(%1)"_s.arg(reviewExpression(generator, depth - 1));
    case 1:
        return u"(%1 OR %2)"_s.arg(reviewExpression(generator, depth - 1), generator.expression(depth - 1));
    case 2:
        return u"(%1 %2)"_s.arg(generator.expression(depth - 1), reviewExpression(generator, depth - 1));
    default:
        return u"((%1 %2) OR %3)"_s.arg(reviewExpression(generator, depth - 1),
                                        generator.expression(depth - 1), generator.expression(depth - 1));
    }
}

} // namespace

/// What the engine finds by reviews, marks and notes, against the row evaluator, while others change them.
class ReviewLawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void findsWhatTheRowEvaluatorFinds();
    void noticesEveryChangeOfAnotherWriter();
    void aReplacedEventKeepsWhatWasSaidOfIt();
    void countsWhatItSelects();
    void whatNobodySortsByIsRefused();

private:
    static constexpr std::size_t EventsAPage = 150;
    static constexpr std::size_t Events = 3 * EventsAPage;

    void fill();
    void changeMarks(EventGenerator &generator, int changes);
    /// Compares the engine with the evaluator.
    void compare(const QString &expression, RowId reviewed);
    [[nodiscard]] QueryContext contextWith(RowId reviewed) const;

    std::unique_ptr<SampleWorkspace> m_workspace;
    std::unique_ptr<EventWriter> m_reviewer; ///< another writer than the one that stores events
    std::unique_ptr<QueryEngine> m_engine;
    SourceId m_source;
    std::size_t m_matched = 0;
};

void ReviewLawsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_engine.reset();
    m_reviewer.reset();
    m_workspace = std::make_unique<SampleWorkspace>();
    fill();
    auto writer = EventWriter::open(m_workspace->folder(), EventWriter::OpenPurges::Left);
    QVERIFY(writer);
    m_reviewer = *std::move(writer);
    auto engine = IndexQueryEngine::open(m_workspace->folder());
    QVERIFY(engine);
    m_engine = *std::move(engine);
    m_matched = 0;
}

void ReviewLawsTest::fill()
{
    EventGenerator generator(43);
    m_source = m_workspace->addSource(u"team"_s, u"asana"_s);
    int number = 0;
    for (const qint64 skipped : {0, 70'000, 140'000}) {
        std::vector<Event> events;
        while (events.size() < EventsAPage) {
            events.push_back(generator.event("e" + std::to_string(++number)));
            events.back().revised = UtcMicros{1};
        }
        // Several segments of the index, one of them without an event.
        m_workspace->skipRows(skipped);
        m_workspace->commit(m_source, std::move(events), *parseTime("2026-11-20T10:00:00Z"));
    }
}

void ReviewLawsTest::changeMarks(EventGenerator &generator, int changes)
{
    const UtcMicros at = *parseTime("2026-11-20T11:00:00Z");
    for (int change = 0; change < changes; ++change) {
        const NamedEvent event{u"team"_s, "e" + std::to_string(1 + generator.below(Events))};
        const bool removes = generator.below(4) == 0;
        if (generator.below(2) == 0) {
            MarkChange mark{.events = {event}, .reviewer = u"ann"_s, .at = at};
            if (!removes)
                mark.colour = static_cast<MarkColour>(generator.below(MarkColourNames.size()));
            const auto done = m_reviewer->setMarks(mark);
            QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        } else {
            const QString text =
                removes ? QString() : QString::fromUtf8(Notes[generator.below(Notes.size())]);
            const auto done =
                m_reviewer->setNote({.event = event, .note = text, .reviewer = u"ann"_s, .at = at});
            QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        }
    }
}

QueryContext ReviewLawsTest::contextWith(RowId reviewed) const
{
    QueryContext context{*parseTime("2026-11-20T12:00:00Z"), "America/St_Johns"};
    context.reviewed = reviewed;
    return context;
}

void ReviewLawsTest::compare(const QString &expression, RowId reviewed)
{
    const auto filter = QueryYardstick::filter(expression);
    const QueryContext context = contextWith(reviewed);
    const RowList expected = PlainQuery::matchingRows(m_workspace->records(), filter, context);
    const auto found = m_engine->select(filter, {}, context, CancelToken());
    QVERIFY2(found, qPrintable(expression));
    QVERIFY2(Testing::rowsOf(**found) == expected, qPrintable(expression));
    m_matched += expected.size();
}

void ReviewLawsTest::findsWhatTheRowEvaluatorFinds()
{
    EventGenerator generator(44);
    changeMarks(generator, 120);
    const std::vector<EventRecord> records = m_workspace->records();
    for (const char *term : ReviewTerms) {
        // Before the first row, within a segment, between two, and after the last.
        for (const RowId reviewed : {RowId{0}, records.at(70).row, RowId{65'536}, records.back().row}) {
            compare(QString::fromUtf8(term), reviewed);
            if (QTest::currentTestFailed())
                return;
        }
    }
    for (int round = 0; round < generatedCases(60, 20); ++round) {
        compare(reviewExpression(generator, 3), records.at(generator.below(records.size())).row);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(m_matched > 0, "filters that never match prove nothing");
}

void ReviewLawsTest::noticesEveryChangeOfAnotherWriter()
{
    EventGenerator generator(45);
    // Parts that columns do not decide alone: what was found for them is kept.
    const QStringList expressions{u"is:marked OR zoe"_s, u"(mark:red note:~ask) OR -read"_s,
                                  u"-(note:~ask @details.new_value:*)"_s, u"note:\"\" OR @items[*].id:1"_s};
    for (int round = 0; round < generatedCases(8, 4); ++round) {
        changeMarks(generator, 15);
        for (const QString &expression : expressions) {
            for (int again = 0; again < 2; ++again)
                compare(expression, RowId{});
            if (QTest::currentTestFailed())
                return;
        }
    }
    QVERIFY(m_matched > 0);
}

void ReviewLawsTest::aReplacedEventKeepsWhatWasSaidOfIt()
{
    const UtcMicros at = *parseTime("2026-11-20T11:00:00Z");
    const NamedEvent event{u"team"_s, "e5"};
    QVERIFY(m_reviewer->setMarks(
        {.events = {event}, .colour = MarkColour::Green, .reviewer = u"ann"_s, .at = at}));
    QVERIFY(m_reviewer->setNote({.event = event, .note = u"ask Zoë"_s, .reviewer = u"ann"_s, .at = at}));
    const RowId last = m_workspace->records().back().row;

    EventGenerator generator(46);
    Event changed = generator.event("e5");
    changed.revised = UtcMicros{2};
    m_workspace->commit(m_source, {changed}, *parseTime("2026-11-21T10:00:00Z"));

    // It is new again: a later version came after the review.
    for (const char *term : {"mark:green", "note:~Zoe\u0308", "is:new", "is:new mark:green note:*"}) {
        const QString expression = QString::fromUtf8(term);
        compare(expression, last);
        const auto found = m_engine->select(QueryYardstick::filter(expression), {}, contextWith(last), {});
        QVERIFY(found);
        QVERIFY2((*found)->size() == 1, term);
        QVERIFY((*found)->rowAt(0) > last);
    }
}

void ReviewLawsTest::countsWhatItSelects()
{
    EventGenerator generator(47);
    changeMarks(generator, 60);
    const RowId reviewed = m_workspace->records().at(200).row;
    for (const char *term : ReviewTerms) {
        const auto filter = QueryYardstick::filter(QString::fromUtf8(term));
        const auto found = m_engine->select(filter, {}, contextWith(reviewed), {});
        QVERIFY(found);
        const auto counted = m_engine->count(filter, contextWith(reviewed), {});
        QVERIFY(counted);
        QCOMPARE(*counted, static_cast<qint64>((*found)->size()));
        const auto facets = m_engine->facets(filter, {{Field::Source}}, contextWith(reviewed), {});
        QVERIFY(facets);
        qint64 inFacets = 0;
        for (const FacetValue &value : facets->front().values)
            inFacets += value.count;
        QCOMPARE(inFacets, *counted);
    }
}

void ReviewLawsTest::whatNobodySortsByIsRefused()
{
    const auto all = QueryYardstick::filter({});
    for (const Filter::FieldReference &field : {Filter::FieldReference(Filter::ReviewField::Mark),
                                                Filter::FieldReference(Filter::ReviewField::Note)}) {
        const auto sorted = m_engine->select(all, {{field, true}}, contextWith({}), {});
        QVERIFY(!sorted);
        QCOMPARE(sorted.error().kind, ErrorKind::Usage);
        const auto counted = m_engine->facets(all, {{field}}, contextWith({}), {});
        QVERIFY(!counted);
        QCOMPARE(counted.error().kind, ErrorKind::Usage);
    }
}

TRAILGLASS_TEST(ReviewLawsTest)
#include "tst_reviewlaws.moc"
