// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reporttimes.h"
#include "tests/evidence/samplereport.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"
#include "views/report/reportlayout.h"

#include <QSet>
#include <QtTest>

#include <algorithm>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr qreal Tolerance = 2; // a fifth of a point

using Pages = std::vector<ReportPage>;

std::vector<PlacedLine> linesOf(const Pages &pages)
{
    std::vector<PlacedLine> lines;
    for (const ReportPage &page : pages) {
        for (const auto &item : page.items) {
            if (const auto *line = std::get_if<PlacedLine>(&item))
                lines.push_back(*line);
        }
    }
    return lines;
}

/// What is placed of each text, in the order of the pages.
std::map<const QTextLayout *, QString> placedTexts(const Pages &pages)
{
    std::map<const QTextLayout *, QString> texts;
    for (const PlacedLine &line : linesOf(pages))
        texts[line.layout.get()] += line.text();
    return texts;
}

/// Fails unless everything is on the paper, and every text is there from its beginning to its end.
void verifyPages(const Pages &pages, const ReportDocument &document)
{
    QSet<QString> placed;
    for (const auto &[layout, text] : placedTexts(pages)) {
        const QString whole = layout->text();
        // The head of the pages is laid out once.
        const qsizetype times = std::max<qsizetype>(whole.isEmpty() ? 1 : text.size() / whole.size(), 1);
        QCOMPARE(text, whole.repeated(times));
        placed.insert(whole);
    }
    for (const QString &text : Testing::textsOf(document)) {
        const QString plain = plainReportText(text);
        QVERIFY2(plain.isEmpty() || placed.contains(plain), qPrintable(plain.left(200)));
    }
    for (const PlacedLine &line : linesOf(pages)) {
        const QRectF rect = line.rect();
        QVERIFY2(rect.left() >= ReportPaper::Margin - Tolerance
                     && rect.right() <= ReportPaper::Width - ReportPaper::Margin + Tolerance,
                 qPrintable(line.text()));
        QVERIFY2(rect.top() >= ReportPaper::HeaderTop - Tolerance
                     && rect.bottom() <= ReportPaper::FooterBottom + Tolerance,
                 qPrintable(line.text()));
    }
    for (const ReportPage &page : pages) {
        for (const auto &item : page.items) {
            if (const auto *rect = std::get_if<PlacedRect>(&item))
                QVERIFY(QRectF(0, 0, ReportPaper::Width, ReportPaper::Height).contains(rect->rect));
        }
    }
}

QStringList textsOfPage(const ReportPage &page)
{
    QStringList texts;
    for (const PlacedLine &line : linesOf({page}))
        texts.append(line.text());
    return texts;
}

ReportDocument documentWith(ReportBlock block)
{
    ReportDocument document;
    document.title = u"Title"_s;
    document.origin = u"Origin"_s;
    document.blocks.push_back(std::move(block));
    return document;
}

ReportTable sampleTable(int rows, const QString &value)
{
    ReportTable table;
    table.columns = {{u"Head of the table"_s, 3}, {u"Number"_s, 1, ReportColumn::Kind::Number}};
    for (int row = 0; row < rows; ++row)
        table.rows.push_back({reportCell(value), reportCell(QString::number(row))});
    return table;
}

} // namespace

/// Where the texts and bars of a report stand on its pages.
class ReportLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsWholeAndOnThePaper_data()
    {
        QTest::addColumn<QString>("added");
        QTest::addColumn<int>("marked");
        QTest::newRow("words") << QString() << 3;
        QTest::newRow("many events") << QString() << 60;
        QTest::newRow("no marked events") << QString() << 0;
        QTest::newRow("one long word") << QString(2'000, u'W') << 2;
        QTest::newRow("many words") << u" and so on"_s.repeated(300) << 1;
        QTest::newRow("spaces") << QString(300, u' ') << 1;
        QTest::newRow("control and bidi") << QString(QChar(0x202E) + u"gnp"_s + QChar(0x1B) + u"\r\t"_s) << 1;
        QTest::newRow("right to left") << u" \u05E2\u05D1 123 (\u05DB\u05DF) "_s.repeated(40) << 1;
        QTest::newRow("without spaces") << u"\u6F22\u5B57\u4EEE\u540D"_s.repeated(200) << 1;
        QTest::newRow("stacked marks") << QString(u"a"_s + QString(60, QChar(0x0301))).repeated(20) << 1;
        QTest::newRow("emoji") << u"\U0001F469\u200D\U0001F467\U0001F3F3\uFE0F"_s.repeated(60) << 1;
    }
    void everyTextIsWholeAndOnThePaper()
    {
        QFETCH(QString, added);
        QFETCH(int, marked);
        const Report report =
            Testing::sampleReport([&added](const QString &word) { return QString(word + added); }, marked);
        const ReportDocument document = reportDocument(report);
        verifyPages(layOutReport(document), document);
    }

    void anyTextIsWholeAndOnThePaper()
    {
        const QList<QString> parts{u"a"_s,          u"WWWW"_s,   u" "_s,      u"."_s,        u"-"_s,
                                   u"\u6F22"_s,     u"\u05E9"_s, u"\u0645"_s, QChar(0x202E), QChar(0x0301),
                                   u"\U0001F600"_s, u"/"_s,      u"\n"_s,     u"\u00E9"_s};
        Support::Random random(44, "reportlayout");
        for (int round = 0; round < generatedCases(40, 8); ++round) {
            QString added;
            for (qint64 part = random.below(random.chance(200) ? 2'000 : 60); part > 0; --part)
                added += random.pick(parts);
            // Notes have lines of their own, so that line breaks would be compared with what is no text any more.
            const Report report = Testing::sampleReport(
                [&added](const QString &word) { return plainReportText(QString(word + added)); });
            const ReportDocument document = reportDocument(report);
            verifyPages(layOutReport(document), document);
        }
    }

    void pagesAreNumberedAndNamed()
    {
        const ReportDocument document = reportDocument(Testing::sampleReport(Testing::plainWord, 40));
        const Pages pages = layOutReport(document);
        QVERIFY(pages.size() > 3);
        for (std::size_t page = 0; page < pages.size(); ++page) {
            const QStringList texts = textsOfPage(pages[page]);
            QVERIFY(texts.contains(u"page %1 of %2"_s.arg(page + 1).arg(pages.size())));
            QVERIFY(texts.contains(document.title));
            QVERIFY(texts.contains(document.caseText));
        }
    }

    void aTableHasItsHeadOnEachPage()
    {
        const Pages pages = layOutReport(documentWith(sampleTable(300, u"value"_s)));
        QVERIFY(pages.size() > 3);
        for (const ReportPage &page : pages)
            QCOMPARE(textsOfPage(page).count(u"Head of the table"_s), 1);
    }

    /// Its times with an offset in two lines, the longest addresses and outcomes in one.
    void theListOfEventsHasRoomForWhatIsNeverLong()
    {
        Report report = Testing::sampleReport();
        report.zone = "Asia/Kathmandu";
        report.rows[1].ip = u"203.200.200.200"_s;
        const QString moment = ReportTimes(report.zone).moment(report.rows[1].created);
        std::map<QString, int> lines;
        for (const PlacedLine &line : linesOf(layOutReport(reportDocument(report))))
            lines[line.layout->text()] = line.layout->lineCount();
        QCOMPARE(lines[moment], 2);
        QCOMPARE(lines[report.rows[1].ip], 1);
        QCOMPARE(lines[u"unknown"_s], 1);
    }

    void aLongListOfEventsHasItsHeadOnEachPage()
    {
        Report report = Testing::sampleReport();
        for (int number = 3; number < 200; ++number)
            report.rows.push_back(Testing::sampleReportRow(Testing::plainWord, number));
        const ReportDocument document = reportDocument(report);
        const Pages pages = layOutReport(document);
        verifyPages(pages, document);
        int listed = 0;
        for (const ReportPage &page : pages) {
            const QStringList texts = textsOfPage(page);
            const auto rows = texts.filter(u"deed of"_s).size();
            listed += rows > 0 ? 1 : 0;
            if (rows > 0)
                QCOMPARE(texts.count(u"Target"_s), 1);
        }
        QVERIFY(listed > 3);
    }

    void shortRowsAreNotDivided()
    {
        const Pages pages = layOutReport(documentWith(sampleTable(80, u"some words "_s.repeated(40))));
        for (const ReportPage &page : pages) {
            const QStringList texts = textsOfPage(page);
            const auto numbers = std::ranges::count_if(texts, [](const QString &text) {
                bool isNumber = false;
                text.toInt(&isNumber);
                return isNumber;
            });
            // As many values begin as numbers stand beside them.
            const auto beginnings = std::ranges::count_if(linesOf({page}), [](const PlacedLine &line) {
                return line.line == 0 && line.text().startsWith(u"some");
            });
            QCOMPARE(static_cast<int>(beginnings), static_cast<int>(numbers));
        }
    }

    void aRowLongerThanAPageGoesOn()
    {
        const QString value = u"word "_s.repeated(6'000).trimmed();
        const ReportDocument document = documentWith(sampleTable(2, value));
        const Pages pages = layOutReport(document);
        QVERIFY(pages.size() > 3);
        verifyPages(pages, document);
    }

    void aHeadingIsNotTheLastOfItsPage()
    {
        ReportDocument document = documentWith(ReportHeading{u"Title"_s, 1});
        for (int part = 0; part < 60; ++part) {
            document.blocks.push_back(ReportHeading{u"Heading"_s, 2});
            document.blocks.push_back(ReportParagraph{u"some words "_s.repeated(part % 40)});
        }
        const Pages pages = layOutReport(document);
        QVERIFY(pages.size() > 3);
        for (const ReportPage &page : pages) {
            // Header and footer are placed last.
            const QStringList texts = textsOfPage(page);
            QVERIFY(texts.size() > 4);
            QVERIFY(texts[texts.size() - 5] != u"Heading"_s);
        }
    }

    void theSameDocumentIsLaidOutTheSame()
    {
        const ReportDocument document = reportDocument(Testing::sampleReport());
        const auto first = linesOf(layOutReport(document));
        const auto second = linesOf(layOutReport(document));
        QCOMPARE(first.size(), second.size());
        for (std::size_t line = 0; line < first.size(); ++line) {
            QCOMPARE(first[line].text(), second[line].text());
            QCOMPARE(first[line].place, second[line].place);
        }
    }
};

TRAILGLASS_GUI_TEST(ReportLayoutTest)
#include "tst_reportlayout.moc"
