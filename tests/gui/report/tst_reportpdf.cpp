// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reportdocument.h"
#include "tests/evidence/samplereport.h"
#include "tests/runner/testclass.h"
#include "views/report/reportlayout.h"
#include "views/report/reportpdf.h"

#include <QRegularExpression>
#include <QtTest>

#include <time.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

qsizetype countOf(const QByteArray &pdf, QByteArrayView what)
{
    return pdf.count(what);
}

/// The entries of a file's table of places, each `0000000015 00000 n`.
QList<qint64> placesOf(const QByteArray &pdf)
{
    QList<qint64> places;
    const qsizetype start = pdf.lastIndexOf("startxref\n") + 10;
    const qsizetype table = pdf.mid(start, pdf.indexOf('\n', start) - start).trimmed().toLongLong();
    const QList<QByteArray> lines = pdf.mid(table).split('\n');
    if (lines.value(0) != "xref")
        return places;
    for (qsizetype line = 3; line < lines.size() && lines[line].trimmed().endsWith(" n"); ++line)
        places.append(lines[line].left(10).toLongLong());
    return places;
}

} // namespace

/// The PDF form of a report, as bytes: the pages themselves are those of layOutReport().
class ReportPdfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAPageOfA4ForEachOfTheLayout()
    {
        for (const int marked : {0, 5, 40}) {
            const Report report = Testing::sampleReport(Testing::plainWord, marked);
            const auto pdf = reportPdf(report);
            QVERIFY(pdf);
            const auto pages = static_cast<qsizetype>(layOutReport(reportDocument(report)).size());
            QVERIFY(pages >= 1);
            QCOMPARE(countOf(*pdf, "/Type /Page\n"), pages);
            QCOMPARE(countOf(*pdf, "/MediaBox [0 0 595.000000 842.000000]"), pages);
            QVERIFY(pdf->startsWith("%PDF-1."));
            QVERIFY(pdf->trimmed().endsWith("%%EOF"));
        }
    }

    void embedsItsFonts()
    {
        const auto pdf = reportPdf(Testing::sampleReport());
        QVERIFY(pdf);
        const qsizetype fonts = countOf(*pdf, "/Type /FontDescriptor");
        QVERIFY(fonts >= 3); // ordinary, bold, of one width
        QCOMPARE(countOf(*pdf, "/FontFile2 ") + countOf(*pdf, "/FontFile3 "), fonts);
        // So that a reader can select and search the text.
        QVERIFY(countOf(*pdf, "/ToUnicode ") >= fonts);
    }

    void holdsNoScriptAndNoLink()
    {
        const auto pdf = reportPdf(Testing::sampleReport([](const QString &word) {
            return QString(word + u" https://example.com/ javascript:alert(1)"_s);
        }));
        QVERIFY(pdf);
        for (const char *word : {"/JavaScript", "/URI", "/Launch", "/EmbeddedFile", "/OpenAction"})
            QVERIFY2(!pdf->contains(word), word);
    }

    void theSameReportIsTheSameFile()
    {
        const auto first = reportPdf(Testing::sampleReport());
        const auto second = reportPdf(Testing::sampleReport());
        QVERIFY(first && second);
        QCOMPARE(*first, *second);
    }

    void itsDateIsThatOfTheReport_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("UTC") << QByteArray("UTC");
        QTest::newRow("east") << QByteArray("Asia/Kolkata");
        QTest::newRow("west") << QByteArray("America/St_Johns");
    }
    void itsDateIsThatOfTheReport()
    {
        QFETCH(QByteArray, zone); // of the machine
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", zone);
        ::tzset();
        const auto pdf = reportPdf(Testing::sampleReport());
        qputenv("TZ", before);
        ::tzset();
        QVERIFY(pdf);
        const QRegularExpression date(u"/CreationDate \\(D:20261121120000(Z|\\+00'00')\\)"_s);
        QVERIFY(date.match(QString::fromLatin1(*pdf)).hasMatch());
        const QList<qint64> places = placesOf(*pdf);
        QVERIFY(places.size() > 10);
        for (qsizetype number = 0; number < places.size(); ++number) {
            const QByteArray head = QByteArray::number(number + 1) + " 0 obj";
            QCOMPARE(pdf->mid(places[number], head.size()), head);
        }
    }

    void aCancelledReportIsNone()
    {
        CancelSource source;
        const CancelToken token = source.token();
        source.cancel();
        const auto pdf = reportPdf(Testing::sampleReport(), token);
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().kind, ErrorKind::Cancelled);
    }
};

TRAILGLASS_GUI_TEST(ReportPdfTest)
#include "tst_reportpdf.moc"
