// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reporthtml.h"
#include "models/evidence/reportstyle.h"
#include "tests/evidence/samplereport.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"

#include <QCryptographicHash>
#include <QSet>
#include <QXmlStreamReader>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// The file as a reader of XML sees it, which is stricter than a browser.
struct ReadPage
{
    QString error;
    QString text; ///< of all elements, without markup
    QSet<QString> elements;
    QSet<QString> attributes;
    QMap<QString, int> classes; ///< how often an element has each

    int count(const QString &name) const { return classes.value(name); }
};

ReadPage readPage(const QByteArray &html)
{
    ReadPage page;
    QXmlStreamReader xml(html);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters())
            page.text += xml.text();
        if (!xml.isStartElement())
            continue;
        page.elements.insert(xml.name().toString());
        const QXmlStreamAttributes attributes = xml.attributes();
        for (const QXmlStreamAttribute &attribute : attributes) {
            page.attributes.insert(attribute.name().toString());
            if (attribute.name().toString() == u"class"_s)
                ++page.classes[attribute.value().toString()];
        }
    }
    if (xml.hasError())
        page.error = xml.errorString();
    return page;
}

const QSet<QString> Elements{u"html"_s,  u"head"_s,   u"meta"_s, u"title"_s, u"style"_s, u"body"_s,
                             u"main"_s,  u"footer"_s, u"h1"_s,   u"h2"_s,    u"h3"_s,    u"p"_s,
                             u"dl"_s,    u"dt"_s,     u"dd"_s,   u"pre"_s,   u"table"_s, u"thead"_s,
                             u"tbody"_s, u"tr"_s,     u"th"_s,   u"td"_s,    u"mark"_s,  u"svg"_s,
                             u"rect"_s,  u"text"_s,   u"ul"_s,   u"li"_s,    u"figure"_s};
const QSet<QString> Attributes{u"lang"_s,
                               u"charset"_s,
                               u"name"_s,
                               u"content"_s,
                               u"class"_s,
                               u"http-equiv"_s,
                               u"viewBox"_s,
                               u"role"_s,
                               u"aria-label"_s,
                               u"aria-hidden"_s,
                               u"preserveAspectRatio"_s,
                               u"x"_s,
                               u"y"_s,
                               u"width"_s,
                               u"height"_s,
                               u"text-anchor"_s};

} // namespace

/// The HTML form of a report: what strangers wrote is text in it, and nothing else.
class ReportHtmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsText_data()
    {
        QTest::addColumn<QString>("added");
        QTest::newRow("nothing") << QString();
        QTest::newRow("script") << u"<script>alert(1)</script>"_s;
        QTest::newRow("end of an attribute") << u"\" onload=\"alert(1)\" x='"_s;
        QTest::newRow("picture") << u"\"><img src=x onerror=alert(1)>"_s;
        QTest::newRow("entities") << u"&lt;b&gt;&amp;&#60;&nosuch;"_s;
        QTest::newRow("end of the style sheet") << u"</style></title><style>*{display:none}"_s;
        QTest::newRow("comment") << u"<!-- --><![CDATA[ ]]>"_s;
        QTest::newRow("reordered") << QString(QChar(0x202E) + u"gnp.exe"_s + QChar(0x2066));
        QTest::newRow("control") << QString(QChar(0x1B) + u"[31m"_s + QChar(0x0) + QChar(0x7));
        QTest::newRow("half a character") << QString(QChar(0xD83D));
        QTest::newRow("no characters") << QString(QString(QChar(0xFFFE)) + QChar(0xFFFF));
        QTest::newRow("stacked marks") << QString(u"a"_s + QString(40, QChar(0x0301)));
        QTest::newRow("one word") << QString(3'000, u'W');
        QTest::newRow("placeholders") << u"%1 %2 %n %99"_s;
    }
    void everyTextIsText()
    {
        QFETCH(QString, added);
        const Report report =
            Testing::sampleReport([&added](const QString &word) { return QString(word + added); });
        const ReadPage page = readPage(reportHtml(report));
        QCOMPARE(page.error, QString());
        QCOMPARE(page.elements - Elements, QSet<QString>());
        QCOMPARE(page.attributes - Attributes, QSet<QString>());
        for (const QString &text : Testing::textsOf(reportDocument(report)))
            QVERIFY2(page.text.contains(plainReportText(text)), qPrintable(plainReportText(text)));
    }

    void anyTextIsText()
    {
        const QList<QString> parts{u"<"_s,      u">"_s,        u"&"_s,      u"\""_s,         u"'"_s,
                                   u"/"_s,      u"="_s,        u"a"_s,      u" "_s,          u"\n"_s,
                                   u"%1"_s,     u"]"_s,        u"script"_s, u"!--"_s,        u"\u00E9"_s,
                                   u"\u6F22"_s, QChar(0x202E), QChar(0x0),  u"\U0001F600"_s, QChar(0xDC00)};
        Support::Random random(44, "reporthtml");
        for (int round = 0; round < generatedCases(200, 30); ++round) {
            QString added;
            for (qint64 part = random.below(12); part > 0; --part)
                added += random.pick(parts);
            const Report report =
                Testing::sampleReport([&added](const QString &word) { return QString(word + added); });
            const ReadPage page = readPage(reportHtml(report));
            QVERIFY2(page.error.isEmpty(), qPrintable(page.error + u": "_s + plainReportText(added)));
            QCOMPARE(page.elements - Elements, QSet<QString>());
            QVERIFY(page.text.contains(plainReportText(report.marked[1].id)));
        }
    }

    void thePolicyPermitsTheStyleSheetAlone()
    {
        const QByteArray html = reportHtml(Testing::sampleReport());
        const qsizetype start = html.indexOf("<style>") + 7;
        const QByteArray styles = html.mid(start, html.indexOf("</style>") - start);
        QCOMPARE(styles, reportStyleSheet().toByteArray());
        const QByteArray hash = QCryptographicHash::hash(styles, QCryptographicHash::Sha256).toBase64();
        const QByteArray policy =
            "default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'";
        QString found;
        for (QXmlStreamReader xml(html); !xml.atEnd(); xml.readNext()) {
            const QXmlStreamAttributes attributes = xml.attributes();
            if (attributes.value(u"http-equiv"_s).toString() == u"Content-Security-Policy"_s)
                found = attributes.value(u"content"_s).toString();
        }
        QCOMPARE(found, QString::fromLatin1(policy));
        // Before anything that it is to judge.
        QVERIFY(html.indexOf("Content-Security-Policy") < html.indexOf("<style>"));
    }

    void nothingInItFetches()
    {
        const QByteArray html = reportHtml(Testing::sampleReport()).toLower();
        for (const char *word : {"http:", "https:", "url(", "@import", "src=", "href", "<link", "<script"})
            QVERIFY2(!html.contains(word), word);
        QVERIFY(!reportStyleSheet().contains('<'));
        QVERIFY(!reportStyleSheet().contains('&'));
    }

    void theSameReportIsTheSameFile()
    {
        QCOMPARE(reportHtml(Testing::sampleReport()), reportHtml(Testing::sampleReport()));
        Report other = Testing::sampleReport();
        other.events += 1;
        QVERIFY(reportHtml(other) != reportHtml(Testing::sampleReport()));
    }

    void theChartHasABarForEachCount()
    {
        const Report report = Testing::sampleReport();
        int failures = 0;
        int successes = 0;
        for (const qint64 count : report.histogram.counts[1])
            failures += count > 0 ? 1 : 0;
        for (const qint64 count : report.histogram.counts[0])
            successes += count > 0 ? 1 : 0;
        const ReadPage page = readPage(reportHtml(report));
        QCOMPARE(page.count(u"failure"_s), failures + 1); // and the legend
        QCOMPARE(page.count(u"success"_s), successes + 1);
    }

    void theListOfEventsIsInSmallLetters()
    {
        const Report report = Testing::sampleReport();
        const ReadPage page = readPage(reportHtml(report));
        QCOMPARE(page.count(u"dense"_s), 1);
        // Time and outcome are the program's own words: a browser breaks them at spaces alone.
        QCOMPARE(page.count(u"words"_s), static_cast<int>(2 * report.rows.size()));
    }

    void whatChangedIsMarked()
    {
        const QByteArray html = reportHtml(Testing::sampleReport());
        QVERIFY(html.contains("was <mark>member</mark>"));
        QVERIFY(html.contains("is <mark>owner</mark>"));
    }
};

TRAILGLASS_PURE_TEST(ReportHtmlTest)
#include "tst_reporthtml.moc"
