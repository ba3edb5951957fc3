// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// The one object of a report on standard error.
QJsonObject reported(const CliResult &result)
{
    return QJsonDocument::fromJson(result.errors).object();
}

} // namespace

/// `report` through the real programs: no display, and nothing but the file.
class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(SampleWorkspace().fill(m_cli));
        m_cli.environment().remove(u"QT_QPA_PLATFORM"_s);
        m_cli.environment().remove(u"WAYLAND_DISPLAY"_s);
    }

    void writesHtml()
    {
        QCOMPARE(m_cli.run({u"mark"_s, u"work"_s, u"a3"_s, u"red"_s}).exitCode, 0);
        QCOMPARE(m_cli.run({u"note"_s, u"work"_s, u"a3"_s, u"why?"_s}).exitCode, 0);
        const QString fileName = m_cli.path(u"report.html"_s);
        const CliResult result = m_cli.run({u"report"_s, u"vendor:asana"_s, u"--output"_s, fileName,
                                            u"--title"_s, u"A <b> title"_s, u"--case"_s, u"2026-17"_s,
                                            u"--note"_s, u"see below"_s, u"--json"_s});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(result.output, QByteArray());
        const QByteArray html = contentOf(fileName);
        for (const char *text : {"A &lt;b&gt; title", "2026-17", "see below", "vendor:asana", "why?",
                                 "ann@example.com", "=HYPERLINK(&quot;x&quot;)", "Events, oldest first"})
            QVERIFY2(html.contains(text), text);
        const QJsonObject report = reported(result);
        QCOMPARE(report.value(u"events"_s).toInt(), 3);
        QCOMPARE(report.value(u"marked"_s).toInt(), 1);
        QCOMPARE(report.value(u"format"_s).toString(), u"html"_s);
        QCOMPARE(report.value(u"sha256"_s).toString().toLatin1(), sha256(html));
        QCOMPARE(QFile::permissions(fileName) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void writesPdfWithoutADisplay()
    {
        const QString fileName = m_cli.path(u"report.PDF"_s);
        const CliResult result =
            m_cli.run({u"report"_s, u"--output"_s, fileName, u"--title"_s, u"Everything"_s, u"--json"_s});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(result.output, QByteArray());
        const QByteArray pdf = contentOf(fileName);
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf.count("/Type /Page\n") >= 2);
        QVERIFY(pdf.contains("/FontFile2 "));
        // Qt has nothing to complain of: the report is the only line.
        const QJsonObject report = reported(result);
        QCOMPARE(report.value(u"events"_s).toInt(), 7);
        QCOMPARE(report.value(u"format"_s).toString(), u"pdf"_s);
        QCOMPARE(report.value(u"sha256"_s).toString().toLatin1(), sha256(pdf));
        QVERIFY(QDir(m_cli.path(u"tmp"_s)).isEmpty());
    }

    void wordsForQtAreWordsOfTheFilter()
    {
        const QString fileName = m_cli.path(u"words.pdf"_s);
        const CliResult result = m_cli.run({u"report"_s, u"--output"_s, fileName, u"-platform"_s, u"xcb"_s});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY(result.errors.contains("events: "));
        QVERIFY(contentOf(fileName).startsWith("%PDF-1."));
    }

    void namesTheBundle()
    {
        const QString bundle = m_cli.writeFile(u"bundle.zip"_s, "not looked into");
        const QString fileName = m_cli.path(u"bundled.html"_s);
        QCOMPARE(m_cli.run({u"report"_s, u"--output"_s, fileName, u"--bundle"_s, bundle}).exitCode, 0);
        QVERIFY(contentOf(fileName).contains(sha256("not looked into")));
    }

    void refusesAndLeavesTheFile_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QStringList>("rest");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("another ending") << u".txt"_s << QStringList() << 2;
        QTest::newRow("no ending") << QString() << QStringList() << 2;
        QTest::newRow("a broken filter") << u".html"_s << QStringList{u"op:logn"_s} << 2;
        QTest::newRow("a broken filter, PDF") << u".pdf"_s << QStringList{u"op:logn"_s} << 2;
        QTest::newRow("a long title") << u".pdf"_s << QStringList{u"--title"_s, QString(300, u't')} << 2;
        QTest::newRow("no such bundle") << u".html"_s << QStringList{u"--bundle"_s, u"none.zip"_s} << 1;
    }
    void refusesAndLeavesTheFile()
    {
        QFETCH(QString, ending);
        QFETCH(QStringList, rest);
        QFETCH(int, exitCode);
        const QString fileName = m_cli.writeFile(u"kept"_s + ending, "old");
        const CliResult result = m_cli.run(QStringList{u"report"_s, u"--output"_s, fileName} + rest);
        QVERIFY2(result.exitCode == exitCode, result.errors.constData());
        QVERIFY(result.errors.startsWith("trailglass-cli: "));
        QCOMPARE(contentOf(fileName), QByteArray("old"));
    }

    void replacesNoFileOfTheWorkspace()
    {
        const QString database = m_cli.workspace() + "/trailglass.sqlite"_L1;
        for (const QString &name : {u"link.html"_s, u"link.pdf"_s}) {
            QVERIFY(QFile::link(database, m_cli.path(name)));
            QCOMPARE(m_cli.run({u"report"_s, u"--output"_s, m_cli.path(name)}).exitCode, 2);
        }
        QCOMPARE(m_cli.run({u"query"_s, u"--count"_s}).output, QByteArray("7\n"));
    }

    void aFolderThatIsNotThereIsAnError()
    {
        for (const QString &name : {u"no/such/folder.html"_s, u"no/such/folder.pdf"_s})
            QCOMPARE(m_cli.run({u"report"_s, u"--output"_s, m_cli.path(name)}).exitCode, 1);
    }

private:
    CliRunner m_cli;
};

TRAILGLASS_TEST(ReportTest)
#include "tst_report.moc"
