// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reporttimes.h"
#include "tests/evidence/samplereport.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

#include <numeric>

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
