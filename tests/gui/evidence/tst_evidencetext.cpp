// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/evidencetext.h"
#include "models/filter/filter.h"
#include "models/workspace/reviewchoice.h"
#include "tests/runner/testclass.h"

#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMicros At{1'763'720'000 * UtcMicros::PerSecond}; // 2025-11-21T10:13:20Z

Filter::NodePointer tree(const QString &expression)
{
    return std::get<Filter::NodePointer>(Filter::parse(expression));
}

ReviewEntry entryOf(qint64 id, const QString &reviewer, const QString &name, qint64 row)
{
    return {.id = id, .at = At, .reviewer = reviewer, .name = name, .row = RowId{row}};
}

bool says(const QList<VerdictLine> &lines, VerdictLine::Meaning meaning, const QString &part)
{
    return std::ranges::any_of(lines, [&](const VerdictLine &line) {
        return line.meaning == meaning && line.sentence.contains(part);
    });
}

} // namespace

/// Evidence in words, and which review a filter is about.
class EvidenceTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsProblemsFromWhatFits()
    {
        using Meaning = VerdictLine::Meaning;
        WorkspaceVerdict verdict;
        verdict.leaves = 10;
        verdict.checkpoints = 2;
        verdict.notices = {u"A notice."_s};
        const ShownVerdict well = shownVerdict(verdict);
        QCOMPARE(well.lines.constFirst().meaning, Meaning::Good);
        QCOMPARE(well.lines.constFirst().sentence, well.summary);
        QCOMPARE(well.lines.at(1).meaning, Meaning::Good);
        QCOMPARE(well.lines.constLast().meaning, Meaning::Notice);
        verdict.problems.push_back({.sentence = u"Row 3 was altered."_s});
        const ShownVerdict ill = shownVerdict(verdict);
        QCOMPARE(ill.lines.constFirst().meaning, Meaning::Problem);
        QCOMPARE(ill.lines.at(1).meaning, Meaning::Problem);
        QCOMPARE(ill.lines.at(1).sentence, u"Row 3 was altered."_s);
        QCOMPARE(ill.lines.at(2).meaning, Meaning::Good);
        QCOMPARE(ill.lines.constLast().sentence, u"A notice."_s);
    }

    void saysOfABundleWhatItDoesNotProve()
    {
        using Meaning = VerdictLine::Meaning;
        BundleVerdict verdict;
        verdict.manifest.emplace();
        verdict.manifest->caseText = u"case 7"_s;
        verdict.manifest->gaps.push_back({u"work"_s, {At, At + UtcMicros::PerDay}});
        const BundleDetails details = detailsOf(verdict, 2, QTimeZone::utc());
        QCOMPARE(details.verdict.constFirst().meaning, Meaning::Good);
        QVERIFY(says(details.verdict, Meaning::Notice, u"Whose key that is"_s));
        QVERIFY(says(details.verdict, Meaning::Notice, u"before the first checkpoint"_s));
        QVERIFY(says(details.verdict, Meaning::Notice, u"“work” may be missing"_s));
        QVERIFY(says(details.verdict, Meaning::Notice, u"cannot show: 2"_s));
        QVERIFY(details.facts.contains(u"Case: case 7"_s));
    }

    void listsNoMoreOfABundleThanSomebodyReads()
    {
        BundleVerdict verdict;
        verdict.manifest.emplace();
        for (int gap = 0; gap < 5'000; ++gap)
            verdict.manifest->gaps.push_back({u"work"_s, {At, At + 1}});
        QVERIFY(detailsOf(verdict, 0, QTimeZone::utc()).verdict.size() < 200);
    }

    void aFilterIsAboutTheReviewThatWentFurther_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("row");
        QTest::newRow("everything") << QString() << u"default"_s << qint64{50};
        QTest::newRow("reviewed further by itself") << u"op:delete"_s << u"op:delete"_s << qint64{80};
        QTest::newRow("with is:new") << u"op:delete is:new"_s << u"op:delete"_s << qint64{80};
        QTest::newRow("reviewed before everything") << u"op:create"_s << u"default"_s << qint64{50};
        QTest::newRow("never by itself") << u"op:read"_s << u"default"_s << qint64{50};
    }
    void aFilterIsAboutTheReviewThatWentFurther()
    {
        QFETCH(const QString, filter);
        QFETCH(const QString, name);
        QFETCH(const qint64, row);
        ReviewChoice choice(u"ann"_s);
        choice.setLog({entryOf(5, u"bob"_s, u"default"_s, 999), entryOf(4, u"ann"_s, u"op:delete"_s, 80),
                       entryOf(3, u"ann"_s, u"default"_s, 50), entryOf(2, u"ann"_s, u"op:create"_s, 20),
                       entryOf(1, u"ann"_s, u"default"_s, 10)});
        QCOMPARE(choice.of(tree(filter)), (ReviewName{u"ann"_s, name}));
        QCOMPARE(choice.lastOf(tree(filter)).row, RowId{row});
    }

    void withoutAReviewThereIsNoLastOne()
    {
        const ReviewChoice choice(u"ann"_s);
        QCOMPARE(choice.of(tree({})), (ReviewName{u"ann"_s, u"default"_s}));
        QCOMPARE(choice.lastOf(tree({})).id, 0);
    }
};

TRAILGLASS_GUI_TEST(EvidenceTextTest)
#include "tst_evidencetext.moc"
