// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/retention.h"

#include "models/sources/source.h"
#include "models/workspace/sourcereading.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/workspacetesting.h"

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

using Kind = RetentionRisk::Kind;
using Ledger = std::vector<CoverageEntry>;
using Risk = std::optional<RetentionRisk>;

/// \param days  from noon of the present day
UtcMicros day(int days)
{
    return Noon + days * UtcMicros::PerDay;
}

/// Requested and received on the day of its end, unless another is given.
CoverageEntry entry(std::optional<int> from, std::optional<int> to, std::optional<int> answered = {})
{
    const auto moment = [](const std::optional<int> &days) {
        return days ? std::optional(day(*days)) : std::nullopt;
    };
    return {
        .window = {moment(from), moment(to)}, .answered = day(answered.value_or(to.value_or(0))), .pages = 1};
}

Risk risk(Kind kind, int from, int to, int limit)
{
    return RetentionRisk{kind, {day(from), day(to)}, day(limit)};
}

} // namespace

/// What is said before a vendor deletes events that were never fetched.
class RetentionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }
    void findsWhatAVendorDeletesUnfetched_data();
    void findsWhatAVendorDeletesUnfetched();
    void theOrderOfTheLedgerDoesNotMatter();
    void onlyADocumentedRetentionCounts();
    void isReadWithTheSources();
    void saysItInOneSentenceWithItsDates_data();
    void saysItInOneSentenceWithItsDates();
};

void RetentionTest::findsWhatAVendorDeletesUnfetched_data()
{
    QTest::addColumn<Ledger>("ledger");
    QTest::addColumn<std::optional<UtcMicros>>("scopeEnd");
    QTest::addColumn<Risk>("expected");
    const std::optional<UtcMicros> open;
    const auto row = [&](const char *name, const Ledger &ledger, const Risk &expected) {
        QTest::newRow(name) << ledger << open << expected;
    };
    row("never synced", {}, {});
    row("synced just now", {entry(-30, 0)}, {});
    row("of all times, just now", {entry({}, 0)}, {});
    row("without an end", {entry(-30, {})}, {});
    row("synced 75 days ago", {entry(-80, -75)}, {});
    row("synced 76 days ago", {entry(-80, -76)}, risk(Kind::Soon, -76, 0, 14));
    row("synced 90 days ago", {entry(-95, -90)}, risk(Kind::Soon, -90, 0, 0));
    row("synced 91 days ago", {entry(-95, -91)}, risk(Kind::Partly, -91, 0, -90));
    row("synced a year ago", {entry({}, -365)}, risk(Kind::Partly, -365, 0, -90));
    row("a gap of two months ago", {entry(-90, -60), entry(-50, 0)}, {});
    row("a gap that is deleted soon", {entry(-90, -80), entry(-70, 0)}, risk(Kind::Soon, -80, -70, 10));
    row("a gap that is deleted in part", {entry({}, -95, -95), entry(-85, 0)},
        risk(Kind::Partly, -95, -85, -90));
    row("a gap that is deleted", {entry({}, -120), entry(-100, -50), entry(-50, 0)},
        risk(Kind::Lost, -120, -100, -100));
    row("the latest of two losses",
        {entry({}, -200), entry(-190, -150, -150), entry(-140, -60), entry(-60, 0)},
        risk(Kind::Lost, -150, -140, -140));
    row("what a sync can mend goes first", {entry({}, -200), entry(-190, -80)}, risk(Kind::Soon, -80, 0, 10));
    row("fetched too late", {entry({}, -100), entry(-100, 0)}, risk(Kind::Lost, -100, -90, -90));
    row("fetched in time and again later", {entry({}, -100), entry(-100, -50), entry(-50, 0), entry({}, 0)},
        {});
    row("nothing left of what was requested", {entry(-300, -200, 0)}, {});
    row("dated ahead", {entry(1, 2, 0)}, {});
    QTest::newRow("a scope that ended") << Ledger{entry(-300, -200)} << std::optional(day(-200)) << Risk();
    QTest::newRow("a scope that ended after the last sync")
        << Ledger{entry(-300, -200)} << std::optional(day(-150)) << risk(Kind::Lost, -200, -150, -150);
    QTest::newRow("a scope that ends later")
        << Ledger{entry(-85, -80)} << std::optional(day(5)) << risk(Kind::Soon, -80, 0, 10);
}

void RetentionTest::findsWhatAVendorDeletesUnfetched()
{
    QFETCH(const Ledger, ledger);
    QFETCH(const std::optional<UtcMicros>, scopeEnd);
    QFETCH(const Risk, expected);
    const Risk found = retentionRisk(ledger, Noon, {90, scopeEnd});
    QCOMPARE(found.has_value(), expected.has_value());
    if (!found)
        return;
    QCOMPARE(found->kind, expected->kind);
    QCOMPARE(found->window, expected->window);
    QCOMPARE(found->limit, expected->limit);
}

void RetentionTest::theOrderOfTheLedgerDoesNotMatter()
{
    Ledger ledger{entry({}, -120), entry(-100, -50), entry(-50, -10), entry(-10, 0), entry(-60, -40)};
    std::ranges::sort(ledger, {}, [](const CoverageEntry &each) { return each.window.to; });
    const Risk expected = risk(Kind::Lost, -120, -100, -100);
    do {
        QVERIFY(retentionRisk(ledger, Noon, {90, {}}) == expected);
    } while (std::ranges::next_permutation(ledger, {}, [](const CoverageEntry &each) {
                 return each.window.to;
             }).found);
}

void RetentionTest::onlyADocumentedRetentionCounts()
{
    QStringList documented;
    for (const Source *source : allSources()) {
        const SourceType &type = source->type();
        if (type.retentionDays)
            documented += u"%1 %2"_s.arg(type.name).arg(*type.retentionDays);
        if (!type.scopeEnd.isEmpty()) {
            QVERIFY(type.setting(type.scopeEnd));
            QCOMPARE(type.setting(type.scopeEnd)->kind, SettingKind::Time);
        }
    }
    QCOMPARE(documented, QStringList{u"asana 90"_s});
}

void RetentionTest::isReadWithTheSources()
{
    Workspace workspace;
    SourceRecord datafold = source(u"diffs"_s, u"datafold"_s);
    SourceRecord ended = source(u"ended"_s);
    ended.settings = {{u"workspace_gid"_s, u"1"_s}, {u"end_at"_s, toQString(formatTime(day(-80)))}};
    QList<SourceId> ids{workspace.addAsana(u"work"_s), workspace.addAsana(u"gone"_s),
                        workspace.writer().addSource(datafold).value(),
                        workspace.writer().addSource(ended).value()};
    for (const SourceId id : ids) {
        PageCommit covered = page(id, {});
        covered.covered = {entry(-100, -80)};
        VERIFY_RESULT(workspace.writer().commit(covered));
    }
    workspace.remove(ids[1], EventWriter::Purge::No);
    OpenWorkspace open(workspace.folder());
    const auto entries = readSourceEntries(open, Noon);
    VERIFY_RESULT(entries);
    QStringList atRisk;
    for (const SourceEntry &each : *entries) {
        if (each.retention)
            atRisk.append(each.record.name);
    }
    QCOMPARE(atRisk, QStringList{u"work"_s});
    QVERIFY(readSourceEntry(open, u"work"_s, Noon)->retention == risk(Kind::Soon, -80, 0, 10));
    QVERIFY(!readSourceEntry(open, u"work"_s, day(-10))->retention); // 70 days after the sync
}

void RetentionTest::saysItInOneSentenceWithItsDates_data()
{
    QTest::addColumn<Risk>("found");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("soon")
        << risk(Kind::Soon, -80, 0, 10)
        << u"Asana deletes events after 90 days: sync “work” before day 10, or its events since "
           "day -80 are lost."_s;
    QTest::newRow("partly")
        << risk(Kind::Partly, -95, 0, -90)
        << u"Asana deletes events after 90 days: those of “work” from day -95 to day -90 were "
           "never fetched and are lost; sync it now to keep the later ones."_s;
    QTest::newRow("lost")
        << risk(Kind::Lost, -120, -100, -100)
        << u"Asana deletes events after 90 days: those of “work” from day -120 to day -100 were "
           "never fetched and are lost."_s;
}

void RetentionTest::saysItInOneSentenceWithItsDates()
{
    QFETCH(const Risk, found);
    const auto timeText = [](UtcMicros time) {
        return u"day %1"_s.arg((time - Noon) / UtcMicros::PerDay);
    };
    QTEST(retentionSentence(*found, source(u"work"_s), timeText), "sentence");
}

TRAILGLASS_TEST(RetentionTest)
#include "tst_retention.moc"
