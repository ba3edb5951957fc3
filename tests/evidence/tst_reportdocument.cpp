// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reporttimes.h"
#include "tests/evidence/samplereport.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// What stands beside a label of the facts; empty where there is no such label.
QStringList valuesOf(const Report &report, const QString &label)
{
    QStringList values;
    const ReportDocument document = reportDocument(report);
    for (const ReportBlock &block : document.blocks) {
        const auto *facts = std::get_if<ReportFacts>(&block);
        if (!facts)
            continue;
        for (const ReportFact &fact : facts->facts) {
            if (fact.label == label)
                values += fact.lines;
        }
    }
    return values;
}

QString textOf(const Report &report)
{
    return Testing::textsOf(reportDocument(report)).join(u'\n');
}

/// Every text between a heading and the next one of a section.
QStringList sectionOf(const Report &report, const QString &heading)
{
    constexpr int SectionLevel = 2;
    ReportDocument section;
    bool isInside = false;
    const ReportDocument document = reportDocument(report);
    for (const ReportBlock &block : document.blocks) {
        const auto *next = std::get_if<ReportHeading>(&block);
        if (next && next->level <= SectionLevel)
            isInside = next->text == heading;
        else if (isInside)
            section.blocks.push_back(block);
    }
    return Testing::textsOf(section);
}

QStringList warningsOf(const Report &report)
{
    QStringList warnings;
    const ReportDocument document = reportDocument(report);
    for (const ReportBlock &block : document.blocks) {
        const auto *paragraph = std::get_if<ReportParagraph>(&block);
        if (paragraph && paragraph->tone == ReportParagraph::Tone::Warning)
            warnings.append(paragraph->text);
    }
    return warnings;
}

} // namespace

/// What a report says, whatever form it is written in.
class ReportDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasItsPartsInOrder()
    {
        QStringList headings;
        const ReportDocument document = reportDocument(Testing::sampleReport());
        for (const ReportBlock &block : document.blocks) {
            const auto *heading = std::get_if<ReportHeading>(&block);
            if (heading && heading->level <= 2)
                headings.append(heading->text);
        }
        QCOMPARE(headings,
                 (QStringList{u"title"_s, u"Note"_s, u"Sources"_s, u"Events by operation"_s,
                              u"Events by outcome"_s, u"Events by actor"_s, u"Events over time"_s,
                              u"Coverage gaps"_s, u"Events, oldest first"_s, u"Marked events"_s,
                              u"Checkpoint"_s, u"Evidence bundle"_s, u"How to read this report"_s}));
        QCOMPARE(document.title, u"title"_s);
        QCOMPARE(document.caseText, u"case"_s);
    }

    void saysInEachPartWhatItIsAbout_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QStringList>("texts");
        const auto row = [](const char *part, const QString &heading, const QStringList &texts) {
            QTest::newRow(part) << heading << texts;
        };
        const QString noon = u"2026-11-20 12:00:00.000000 UTC"_s;
        row("case and author", u"title"_s, {u"Case"_s, u"case"_s, u"By"_s, u"author"_s});
        row("filter", u"title"_s,
            {u"Filter"_s, u"typed filter"_s, u"Filter, with presets expanded"_s, u"canonical filter"_s,
             u"Filter, with times resolved"_s, u"resolved filter"_s});
        row("interval and zone", u"title"_s,
            {u"Interval"_s, u"from 2026-11-20 12:00:00.000000 UTC to before 2026-11-21 12:00:00.000000 UTC"_s,
             u"Time zone"_s, u"UTC"_s});
        row("events", u"title"_s, {u"Events"_s, u"120"_s, u"First event"_s, noon, u"Last event"_s});
        row("note", u"Note"_s, {u"note of the author"_s});
        row("counts by source", u"Sources"_s,
            {u"work"_s, u"asana"_s, u"100"_s, u"3"_s, u"4"_s, u"catalog"_s, u"secoda"_s, u"20"_s});
        row("counts by operation", u"Events by operation"_s, {u"update"_s, u"100"_s, u"delete"_s, u"20"_s});
        row("counts by outcome", u"Events by outcome"_s, {u"success"_s, u"110"_s, u"failure"_s, u"10"_s});
        row("counts by actor", u"Events by actor"_s, {u"ann"_s, u"70"_s});
        row("histogram", u"Events over time"_s, {u"failure"_s, u"success"_s});
        row("gaps", u"Coverage gaps"_s,
            {u"gap"_s, u"2026-11-20 13:00:00.000000 UTC"_s, u"2026-11-20 14:00:00.000000 UTC"_s});
        row("events in order", u"Events, oldest first"_s,
            {u"Time"_s, u"Source"_s, u"Actor"_s, u"Action"_s, u"Target"_s, u"IP"_s, u"Outcome"_s, noon,
             u"origin of 0"_s, u"actor of 0"_s, u"deed of 0"_s, u"target of 0"_s, u"address of 0"_s,
             u"unknown"_s, u"2026-11-20 12:02:00.000000 UTC"_s, u"actor of 2"_s});
        row("marked event", u"Marked events"_s,
            {QString(noon + u" · source of 0"_s), u"id of 0"_s, u"action of 0"_s, u"Leaf of the tree"_s});
        row("its mark and note", u"Marked events"_s,
            {u"Mark"_s, u"red"_s, u"Marked by"_s, QString(u"marker, "_s + noon), u"Note"_s, u"remark"_s,
             u"Noted by"_s, QString(u"noter, "_s + noon)});
        row("its values before and after", u"Marked events"_s,
            {u"Before"_s, u"After"_s, u"name of role"_s, u"was member"_s, u"is owner"_s});
        row("checkpoint", u"Checkpoint"_s,
            {u"trailglass.local/0123456789abcdef"_s, u"130"_s, QString(64, u'a'), u"signed note"_s});
        row("public key", u"Checkpoint"_s, {u"Public key"_s, u"public key"_s});
        row("bundle", u"Evidence bundle"_s, {u"bundle.zip"_s, u"SHA-256"_s, QString(64, u'b')});
    }
    void saysInEachPartWhatItIsAbout()
    {
        QFETCH(QString, heading);
        QFETCH(QStringList, texts);
        const QStringList found = sectionOf(Testing::sampleReport(), heading);
        for (const QString &text : std::as_const(texts))
            QVERIFY2(found.contains(text), qPrintable(text + u" is not in: "_s + found.join(u" | "_s)));
    }

    void timesAreThoseOfTheZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QString>("moment");
        const qint64 noon = Testing::ReportNoon.value;
        QTest::newRow("UTC") << QByteArray("UTC") << noon + 123'456 << u"2026-11-20 12:00:00.123456 UTC"_s;
        QTest::newRow("east") << QByteArray("Europe/Berlin") << noon
                              << u"2026-11-20 13:00:00.000000 +01:00"_s;
        QTest::newRow("west, half an hour")
            << QByteArray("America/St_Johns") << noon << u"2026-11-20 08:30:00.000000 -03:30"_s;
        QTest::newRow("first of an hour that comes twice")
            << QByteArray("Europe/Berlin") << qint64(1'792'887'300'000'000)
            << u"2026-10-25 02:15:00.000000 +02:00"_s;
        QTest::newRow("second of it") << QByteArray("Europe/Berlin") << qint64(1'792'890'900'000'000)
                                      << u"2026-10-25 02:15:00.000000 +01:00"_s;
        QTest::newRow("no such zone")
            << QByteArray("Moon/Base") << noon << u"2026-11-20 12:00:00.000000 UTC"_s;
    }
    void timesAreThoseOfTheZone()
    {
        QFETCH(QByteArray, zone);
        QFETCH(qint64, micros);
        QFETCH(QString, moment);
        QCOMPARE(ReportTimes(zone).moment({micros}), moment);
        Report report = Testing::sampleReport();
        report.zone = zone;
        report.first = UtcMicros{micros};
        QCOMPARE(valuesOf(report, u"First event"_s), QStringList{moment});
    }

    void theCanonicalFilterIsShownWhereItDiffers()
    {
        Report report = Testing::sampleReport();
        report.typedFilter = u"user:ann"_s;
        report.canonicalFilter = u"actor:ann"_s;
        QCOMPARE(valuesOf(report, u"Filter"_s), QStringList{u"user:ann"_s});
        QCOMPARE(valuesOf(report, u"Filter, with presets expanded"_s), QStringList{u"actor:ann"_s});
        QCOMPARE(valuesOf(report, u"Filter, with times resolved"_s), QStringList{u"resolved filter"_s});
        report.resolvedFilter = report.canonicalFilter;
        QVERIFY(valuesOf(report, u"Filter, with times resolved"_s).isEmpty());
        report.canonicalFilter = report.typedFilter;
        QVERIFY(valuesOf(report, u"Filter, with presets expanded"_s).isEmpty());
    }

    void aNoteKeepsItsLines()
    {
        Report report = Testing::sampleReport();
        report.note = u"first\r\n\nthird\n"_s;
        const QStringList texts = Testing::textsOf(reportDocument(report));
        const qsizetype start = texts.indexOf(u"first"_s);
        QVERIFY(start >= 0);
        QCOMPARE(texts.mid(start, 3), (QStringList{u"first"_s, QString(), u"third"_s}));
        report.marked[0].note = ReportRemark{u"one\ntwo"_s, {}, {}};
        QCOMPARE(valuesOf(report, u"Note"_s).mid(0, 2), (QStringList{u"one"_s, u"two"_s}));
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("gaps that are not known") << u"unknown gaps"_s << u"the ledger is damaged"_s;
        QTest::newRow("gaps that are not listed")
            << u"other gaps"_s << u"Gaps that are not listed here: 7."_s;
        QTest::newRow("marked events that are not shown")
            << u"other marked"_s << u"Marked events that are not shown here: 9."_s;
        QTest::newRow("leaves after the checkpoint") << u"tree"_s << u"nothing of the last 10."_s;
        QTest::newRow("no checkpoint") << u"checkpoint"_s << u"The report has no checkpoint"_s;
        QTest::newRow("damage") << u"warnings"_s << u"warning"_s;
    }
    void saysWhatIsMissing()
    {
        QFETCH(QString, part);
        QFETCH(QString, sentence);
        Report report = Testing::sampleReport();
        if (part == u"unknown gaps"_s)
            report.unknownGaps = sentence;
        else if (part == u"other gaps"_s)
            report.otherGaps = 7;
        else if (part == u"other marked"_s)
            report.otherMarked = 9;
        else if (part == u"checkpoint"_s)
            report.checkpoint.reset();
        const QStringList warnings = warningsOf(report);
        QCOMPARE(warnings.filter(sentence).size(), 1);
    }

    void saysWhereTheEventsAreThatItDoesNotList_data()
    {
        QTest::addColumn<qint64>("events");
        QTest::addColumn<bool>("isInBundle");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("none") << qint64(3) << true << QString();
        QTest::newRow("in the workspace")
            << qint64(120) << false
            << u"Further events that are not listed here: 117. The workspace "
               "has all of them, and so has an evidence bundle of this filter."_s;
        QTest::newRow("in the bundle") << qint64(4) << true
                                       << u"Further events that are not listed here: 1. The evidence bundle "
                                          "with this report has all of them, in events.csv and "
                                          "events.ndjson."_s;
    }
    void saysWhereTheEventsAreThatItDoesNotList()
    {
        QFETCH(qint64, events);
        QFETCH(bool, isInBundle);
        QFETCH(QString, sentence);
        Report report = Testing::sampleReport();
        report.events = events;
        report.isInBundle = isInBundle;
        const QStringList section = sectionOf(report, u"Events, oldest first"_s);
        QCOMPARE(section.filter(u"not listed"_s), sentence.isEmpty() ? QStringList() : QStringList{sentence});
    }

    void saysThatTextsOfTheListAreCut()
    {
        Report report = Testing::sampleReport();
        const QString sentence = u"stands for what is too long"_s;
        QVERIFY(sectionOf(report, u"Events, oldest first"_s).filter(sentence).isEmpty());
        report.areRowsCut = true;
        QCOMPARE(sectionOf(report, u"Events, oldest first"_s).filter(sentence).size(), 1);
    }

    void numbersOfASentenceAreWrittenAlike()
    {
        Report report = Testing::sampleReport();
        report.checkpoint->size = 1'000;
        report.checkpoint->treeSize = 12'345;
        const QStringList leaves = warningsOf(report).filter(u"had 12,345 leaves"_s);
        QCOMPARE(leaves.filter(u"nothing of the last 11,345."_s).size(), 1);
    }

    void aWholeReportWarnsOfNothing()
    {
        Report report = Testing::sampleReport();
        report.warnings.clear();
        report.gaps.clear();
        report.checkpoint->treeSize = report.checkpoint->size;
        QCOMPARE(warningsOf(report), QStringList());
    }

    void anEmptyResultIsAReportToo()
    {
        Report report;
        report.title = u"Nothing"_s;
        report.program = u"Trailglass"_s;
        const QString text = textOf(report);
        QVERIFY(text.contains(u"no time at all"_s));
        QVERIFY(text.contains(u"The filter matches no source."_s));
        QVERIFY(text.contains(u"No event of the result has a mark or a note."_s));
        QVERIFY(!text.contains(u"Target"_s)); // no list without events
        QVERIFY(valuesOf(report, u"First event"_s).isEmpty());
    }

    void otherValuesAreCounted()
    {
        const QStringList texts = Testing::textsOf(reportDocument(Testing::sampleReport()));
        const qsizetype others = texts.indexOf(u"other values: 5"_s);
        QVERIFY(others > 0);
        QCOMPARE(texts[others + 1], u"30"_s);
        const qsizetype none = texts.indexOf(u"(no value)"_s);
        QVERIFY(none > 0);
        QCOMPARE(texts[none + 1], u"20"_s);
    }

    void barsFillTheTimeAndHoldEveryEvent()
    {
        Support::Random random(44, "reportchart");
        for (int round = 0; round < generatedCases(300, 60); ++round) {
            const Histogram histogram = Testing::sampleHistogram(static_cast<int>(random.between(1, 70)));
            const ReportChart chart = reportChart(histogram, ReportTimes("UTC"));
            QCOMPARE(chart.bars.size(), histogram.bins.size());
            QVERIFY(chart.ticks.size() <= MaxReportTicks);
            double reached = 0;
            qint64 drawn = 0;
            for (const ReportBar &bar : chart.bars) {
                QVERIFY(qAbs(bar.left - reached) < 1e-9);
                reached = bar.left + bar.width;
                drawn += std::accumulate(bar.counts.begin(), bar.counts.end(), qint64(0));
            }
            QVERIFY(qAbs(reached - 1) < 1e-9);
            qint64 counted = 0;
            for (std::size_t bin = 0; bin < histogram.bins.size(); ++bin)
                counted += histogram.total(bin);
            QCOMPARE(drawn, counted);
        }
        QVERIFY(reportChart({}, ReportTimes("UTC")).bars.empty());
    }

    void whatIsNotNothingIsSeen()
    {
        Support::Random random(44, "reportparts");
        for (int round = 0; round < generatedCases(2'000, 300); ++round) {
            ReportBar bar;
            bar.counts = {random.below(3), random.below(100'000), random.below(3)};
            const qint64 own = std::accumulate(bar.counts.begin(), bar.counts.end(), qint64(0));
            const qint64 highest = own + 1 + random.below(1'000);
            const auto heights = reportPartHeights(bar, highest, 100, 1);
            QCOMPARE(heights.size(), bar.counts.size());
            QVERIFY(std::accumulate(heights.begin(), heights.end(), 0.0) <= 100 + 1e-9);
            for (std::size_t part = 0; part < heights.size(); ++part)
                QCOMPARE(heights[part] > 0, bar.counts[part] > 0);
        }
    }
};

TRAILGLASS_PURE_TEST(ReportDocumentTest)
#include "tst_reportdocument.moc"
