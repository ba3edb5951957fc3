// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/refusedcommands.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

namespace {

/// An event of Asana with these details.
QByteArray comparedEvent(const QByteArray &id, const QByteArray &day, const QByteArray &details)
{
    return "{\"gid\":\"" + id + "\",\"created_at\":\"2026-10-" + day
        + "T08:00:00Z\",\"event_type\":\"x\",\"details\":" + details + "}\n";
}

} // namespace

/// `show --compare-with` through the real program.
class ShowComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray one = comparedEvent("one", "01", "{\"role\":\"member\",\"n\":1.50,\"k\":true}");
        const QByteArray two =
            comparedEvent("two", "02", "{\"role\":\"\\u202eadmin\",\"n\":1.50,\"k\":true,\"list\":[1]}");
        const QByteArray withSlash = comparedEvent("b/x", "03", "{}");
        QCOMPARE(SampleWorkspace::addSource(m_cli, u"asana"_s, u"work"_s).exitCode, 0);
        addEvents(u"work"_s, one + two + withSlash);
        // With the variable of the other one: no name of a variable holds a slash.
        QCOMPARE(
            m_cli
                .run({u"source"_s, u"add"_s, u"asana"_s, u"work/b"_s, u"--set"_s, u"workspace_gid=1200"_s,
                      u"--secret"_s, u"access_token=env:TEST_WORK_ACCESS_TOKEN"_s})
                .exitCode,
            0);
        addEvents(u"work/b"_s, one);
    }

    void printsWhatIsDifferentWhicheverIsNamedFirst_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("other");
        QTest::newRow("the earlier one first") << u"one"_s << u"work/two"_s;
        QTest::newRow("the later one first") << u"two"_s << u"work/one"_s;
    }

    void printsWhatIsDifferentWhicheverIsNamedFirst()
    {
        QFETCH(const QString, id);
        QFETCH(const QString, other);
        const CliResult shown = compared(id, other);
        QCOMPARE(shown.output,
                 QByteArray("work/one → work/two\n"
                            "  - gid: one\n"
                            "  + gid: two\n"
                            "  - created_at: 2026-10-01T08:00:00Z\n"
                            "  + created_at: 2026-10-02T08:00:00Z\n"
                            "  details:\n"
                            "    - role: member\n"
                            "    + role: <U+202E>admin\n"
                            "    + list: [1]\n"
                            "    2 unchanged\n"
                            "  1 unchanged\n"));
        QCOMPARE(shown.errors, QByteArray());
        QCOMPARE(shown.exitCode, 0);

        const CliResult json = compared(id, other, {u"--json"_s});
        QCOMPARE(json.output,
                 QByteArray("{\"before\":{\"source\":\"work\",\"id\":\"one\"},"
                            "\"after\":{\"source\":\"work\",\"id\":\"two\"},\"changes\":["
                            "{\"subject\":\"\",\"kind\":\"changed\",\"before_path\":\"@gid\",\"after_path\":"
                            "\"@gid\",\"before\":\"one\",\"after\":\"two\"},"
                            "{\"subject\":\"\",\"kind\":\"changed\",\"before_path\":\"@created_at\","
                            "\"after_path\":\"@created_at\",\"before\":\"2026-10-01T08:00:00Z\",\"after\":"
                            "\"2026-10-02T08:00:00Z\"},"
                            "{\"subject\":\"\",\"kind\":\"changed\",\"before_path\":\"@details.role\","
                            "\"after_path\":\"@details.role\",\"before\":\"member\",\"after\":"
                            "\"\\u202eadmin\"},"
                            "{\"subject\":\"\",\"kind\":\"added\",\"before_path\":null,\"after_path\":"
                            "\"@details.list\",\"before\":null,\"after\":[1]}],\"complete\":true}\n"));
        QCOMPARE(json.errors, QByteArray());
        QCOMPARE(json.exitCode, 0);
    }

    void aPrintedPathIsAFilter()
    {
        const QByteArray json = compared(u"one"_s, u"work/two"_s, {u"--json"_s}).output;
        const QString path = QJsonDocument::fromJson(json)[u"changes"][2][u"before_path"].toString();
        QCOMPARE(m_cli.run({u"query"_s, path + u":member source:work"_s, u"--count"_s}).output,
                 QByteArray("1\n"));
    }

    void saysThatTheEventsAreEqual()
    {
        const CliResult shown = compared(u"one"_s, u"work/b/one"_s);
        QCOMPARE(shown.output, QByteArray());
        QVERIFY2(shown.errors.contains("are equal"), shown.errors.constData());
        QCOMPARE(shown.exitCode, 0);
        const CliResult json = compared(u"one"_s, u"work/b/one"_s, {u"--json"_s});
        QCOMPARE(json.output,
                 QByteArray("{\"before\":{\"source\":\"work\",\"id\":\"one\"},"
                            "\"after\":{\"source\":\"work/b\",\"id\":\"one\"},\"changes\":[],\"complete\":"
                            "true}\n"));
        QCOMPARE(json.exitCode, 0);
    }

    /// “work/b” is a source, too.
    void anIdMayHoldASlash()
    {
        const CliResult shown = compared(u"one"_s, u"work/b/x"_s);
        QVERIFY2(shown.output.startsWith("work/one → work/b/x\n  - gid: one\n  + gid: b/x\n"),
                 shown.output.constData());
        QCOMPARE(shown.exitCode, 0);
    }

    void saysWhatIsWrong_data()
    {
        addRefused({
            {"show work one --compare-with work/one", 2, "the same event"},
            {"show work one --compare-with work/nothing", 1, "nothing"},
            {"show work nothing --compare-with work/one", 1, "nothing"},
            {"show work one --compare-with wrok/two", 2, "“work”"},
            {"show work one --compare-with two", 2, "SOURCE/ID"},
            {"show work one --compare-with work/", 2, "SOURCE/ID"},
            {"show work one --compare-with /two", 2, "SOURCE/ID"},
            {"show work one --compare-with work/two --raw", 2, "or --raw"},
            {"show work one --compare-with work/two --changes", 2, "or --changes"},
            {"show work one --compare-with work/two --related", 2, "or --related"},
            {"show work one --compare-with work/two --refresh", 2, "--related"},
        });
    }

    void saysWhatIsWrong() { verifyRefused(m_cli.run(refusedArguments(m_cli))); }

private:
    void addEvents(const QString &source, const QByteArray &events) const
    {
        const CliResult imported = m_cli.run({u"import"_s, source, u"-"_s}, events);
        QVERIFY2(imported.exitCode == 0, imported.errors.constData());
    }

    [[nodiscard]] CliResult compared(const QString &id, const QString &other,
                                     const QStringList &options = {}) const
    {
        return m_cli.run(QStringList{u"show"_s, u"work"_s, id, u"--compare-with"_s, other} + options);
    }

    CliRunner m_cli;
};

TRAILGLASS_TEST(ShowComparisonTest)
#include "tst_comparison.moc"
