// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

/// `review`, `mark` and `note`, and what `query` and `show` make of them, through the real program.
class ReviewingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliRunner>();
        QVERIFY(SampleWorkspace().fill(*m_cli));
    }

    void everythingIsNewUntilItIsReviewed()
    {
        QCOMPARE(count(u"is:new"_s), 7);
        const QJsonObject before = status().at(0).toObject();
        QCOMPARE(before[u"name"].toString(), u"default"_s);
        QCOMPARE(before[u"new"].toInt(), 7);
        QVERIFY(before[u"last"].isNull());
        QVERIFY(run({u"review"_s, u"status"_s}).output.contains("never"));
        QVERIFY(run({u"review"_s, u"log"_s}).errors.contains("review done"));

        const CliResult done = run({u"review"_s, u"done"_s, u"--note"_s, u"nothing unusual"_s, u"--json"_s});
        QCOMPARE(done.exitCode, 0);
        QVERIFY(done.output.isEmpty());
        const QJsonObject entry = QJsonDocument::fromJson(done.errors).object();
        QCOMPARE(entry[u"count"].toInt(), 7);
        QCOMPARE(entry[u"name"].toString(), u"default"_s);
        QCOMPARE(entry[u"note"].toString(), u"nothing unusual"_s);
        QVERIFY(!entry[u"reviewer"].toString().isEmpty());
        QCOMPARE(count(u"is:new"_s), 0);
        QCOMPARE(count(u"-is:new"_s), 7);

        // A new one, though it happened long ago.
        QCOMPARE(m_cli->run({u"import"_s, u"work"_s, u"-"_s}, event("a9")).exitCode, 0);
        QCOMPARE(count(u"is:new"_s), 1);
        QCOMPARE(status().at(0)[u"new"].toInt(), 1);
        QCOMPARE(run({u"query"_s, u"is:new"_s, u"--columns"_s, u"id"_s, u"--format"_s, u"ndjson"_s}).output,
                 QByteArray("{\"id\":\"a9\"}\n"));
        const QJsonArray log = run({u"review"_s, u"log"_s, u"--json"_s}).jsonArray();
        QCOMPARE(log.size(), 1);
        QCOMPARE(log.at(0).toObject(), entry);
    }

    void aFilterIsAReviewOfItsOwn()
    {
        const CliResult done = run({u"review"_s, u"done"_s, u"source:work"_s, u"is:new"_s});
        QCOMPARE(done.exitCode, 0);
        QVERIFY2(done.errors.contains("source:work · new events: 3"), done.errors.constData());
        QCOMPARE(count(u"is:new"_s), 7);
        QCOMPARE(run({u"query"_s, u"is:new"_s, u"--count"_s, u"--review"_s, u"source:work"_s}).output,
                 QByteArray("0\n"));
        // A filter of nothing but what is new is the review of everything.
        QVERIFY(run({u"review"_s, u"done"_s, u"is:new"_s}).errors.contains("default · new events: 7"));
        QCOMPARE(count(u"is:new"_s), 0);

        QCOMPARE(run({u"review"_s, u"done"_s, u"op:auth"_s, u"--name"_s, u"logins"_s}).exitCode, 0);
        QStringList names;
        for (const QJsonValue &review : status())
            names += review[u"name"].toString();
        QCOMPARE(names, (QStringList{u"default"_s, u"logins"_s, u"source:work"_s}));
        QCOMPARE(run({u"review"_s, u"status"_s, u"logins"_s, u"--json"_s}).jsonArray().size(), 1);
        const CliResult unknown = run({u"review"_s, u"status"_s, u"logns"_s});
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY2(unknown.errors.contains("Did you mean “logins”?"), unknown.errors.constData());
    }

    /// As in the window.
    void newIsWhatCameAfterTheReviewOfTheFilterOrOfEverything()
    {
        const QString part = u"source:work is:new"_s;
        QCOMPARE(run({u"review"_s, u"done"_s, part}).exitCode, 0);
        QCOMPARE(count(part), 0);
        QCOMPARE(count(u"is:new"_s), 7);
        QCOMPARE(count(u"source:work vendor:asana is:new"_s), 3); // another filter
        QCOMPARE(run({u"query"_s, part, u"--count"_s, u"--review"_s, u"default"_s}).output,
                 QByteArray("3\n"));
        QVERIFY(run({u"facets"_s, part, u"--by"_s, u"source"_s}).output.contains("[]"));

        QCOMPARE(run({u"review"_s, u"done"_s}).exitCode, 0);
        QCOMPARE(m_cli->run({u"import"_s, u"work"_s, u"-"_s}, event("a9")).exitCode, 0);
        QCOMPARE(count(part), 1);
        QCOMPARE(run({u"review"_s, u"done"_s}).exitCode, 0);
        QCOMPARE(count(part), 0); // what was reviewed of everything is not new in a part
    }

    void aReviewWhosePresetIsGoneSaysSo()
    {
        QCOMPARE(run({u"preset"_s, u"save"_s, u"mine"_s, u"source:work"_s}).exitCode, 0);
        QCOMPARE(run({u"review"_s, u"done"_s, u"preset:mine"_s}).exitCode, 0);
        QCOMPARE(run({u"preset"_s, u"delete"_s, u"mine"_s}).exitCode, 0);
        const QJsonArray reviews = status();
        QCOMPARE(reviews.size(), 2);
        QVERIFY(reviews.at(1)[u"new"].isNull());
        QVERIFY(reviews.at(1)[u"problem"].toString().contains(u"mine"));
        const CliResult shown = run({u"review"_s, u"status"_s});
        QCOMPARE(shown.exitCode, 0);
        QVERIFY(shown.output.contains("unknown"));
        QVERIFY(shown.errors.contains("preset:mine"));
    }

    void anEventIsMarkedAndNoted()
    {
        QCOMPARE(run({u"mark"_s, u"work"_s, u"a2"_s, u"red"_s}).exitCode, 0);
        QCOMPARE(run({u"note"_s, u"work"_s, u"a2"_s, u"ask"_s, u"Zoë:\u202E why?"_s}).exitCode, 0);
        QCOMPARE(run({u"mark"_s, u"rules"_s, u"n1"_s, u"blue"_s}).exitCode, 0);
        QCOMPARE(count(u"is:marked"_s), 2);
        QCOMPARE(count(u"mark:red,green"_s), 1);
        QCOMPARE(count(u"note:~zoe\u0308"_s), 1);
        QCOMPARE(count(u"-mark:* -note:*"_s), 5);

        const QByteArray shown = run({u"show"_s, u"work"_s, u"a2"_s}).output;
        QVERIFY2(shown.contains("\nmark          red\n"), shown.constData());
        QVERIFY2(shown.contains("\nnote          ask Zoë:<U+202E> why?\n"), shown.constData());
        QVERIFY(!run({u"show"_s, u"work"_s, u"a1"_s}).output.contains("\nmark "));
        const QByteArray raw = run({u"show"_s, u"work"_s, u"a2"_s, u"--raw"_s}).output;
        QCOMPARE(raw, SampleWorkspace::events(u"work"_s).at(1)); // the event itself is not changed

        QCOMPARE(
            run({u"query"_s, u"mark:red"_s, u"--columns"_s, u"mark,note,id"_s, u"--format"_s, u"ndjson"_s})
                .output,
            QByteArray("{\"mark\":\"red\",\"note\":\"ask Zoë:\u202E why?\",\"id\":\"a2\"}\n"));
        QCOMPARE(
            run({u"query"_s, u"source:catalog"_s, u"--columns"_s, u"mark,note"_s, u"--format"_s, u"ndjson"_s})
                .output,
            QByteArray("{\"mark\":null,\"note\":null}\n"));

        QCOMPARE(run({u"mark"_s, u"work"_s, u"a2"_s, u"none"_s}).exitCode, 0);
        QCOMPARE(run({u"note"_s, u"work"_s, u"a2"_s, u"--remove"_s}).exitCode, 0);
        QCOMPARE(count(u"is:marked,noted"_s), 1);
        const CliResult again = run({u"mark"_s, u"work"_s, u"a2"_s, u"none"_s, u"--json"_s});
        QCOMPARE(QJsonDocument::fromJson(again.errors).object(),
                 (QJsonObject{{u"source"_s, u"work"_s},
                              {u"id"_s, u"a2"_s},
                              {u"mark"_s, QJsonValue()},
                              {u"changed"_s, false}}));
    }

    void theWholeRecordHasNeitherMarkNorNote()
    {
        const QStringList whole{u"query"_s, u"id:a2"_s, u"--format"_s, u"ndjson"_s};
        const QByteArray before = run(whole).output;
        QCOMPARE(run({u"mark"_s, u"work"_s, u"a2"_s, u"red"_s}).exitCode, 0);
        QCOMPARE(run({u"note"_s, u"work"_s, u"a2"_s, u"x"_s}).exitCode, 0);
        QCOMPARE(run(whole).output, before);
        QVERIFY(!before.isEmpty());
    }

    void aFormulaInANoteIsText()
    {
        QCOMPARE(run({u"note"_s, u"work"_s, u"a1"_s, u"=1+1"_s}).exitCode, 0);
        const CliResult csv =
            run({u"query"_s, u"note:*"_s, u"--columns"_s, u"note"_s, u"--format"_s, u"csv"_s});
        QVERIFY2(csv.output.contains("'=1+1"), csv.output.constData());
    }

    void wrongUsageIsReportedAndExitsWith2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("part");
        const auto row = [](const char *name, const QStringList &arguments, const char *part) {
            QTest::newRow(name) << arguments << QByteArray(part);
        };
        row("a colour", {u"mark"_s, u"work"_s, u"a1"_s, u"rde"_s}, "Did you mean “red”?");
        row("no colour", {u"mark"_s, u"work"_s, u"a1"_s}, "SOURCE ID COLOUR|none");
        row("a source", {u"mark"_s, u"wrok"_s, u"a1"_s, u"red"_s}, "“work”");
        row("no text", {u"note"_s, u"work"_s, u"a1"_s}, "--remove");
        row("text and --remove", {u"note"_s, u"work"_s, u"a1"_s, u"x"_s, u"--remove"_s}, "--remove");
        row("a long note", {u"note"_s, u"work"_s, u"a1"_s, QString(10'001, u'x')}, "10000 characters");
        row("a broken filter", {u"review"_s, u"done"_s, u"actr:x"_s}, "“actor”");
        row("an unknown source", {u"review"_s, u"done"_s, u"source:wrok"_s}, "wrok");
        row("a long name", {u"review"_s, u"done"_s, u"--name"_s, QString(201, u'x')}, "1 to 200");
        row("a filter too long for a name", {u"review"_s, u"done"_s, u"action:"_s + QString(300, u'x')},
            "at most 200");
        row("sorting", {u"query"_s, u"--sort"_s, u"mark"_s}, "filter for it instead");
        row("counting", {u"facets"_s, u"--by"_s, u"note"_s}, "filter for it instead");
        row("a column", {u"query"_s, u"--columns"_s, u"is"_s}, "use mark or note");
        row("a state", {u"query"_s, u"is:nwe"_s}, "“new”");
    }
    void wrongUsageIsReportedAndExitsWith2()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, part);
        const CliResult refused = run(arguments);
        QVERIFY2(refused.exitCode == 2, refused.errors.constData());
        QVERIFY2(refused.errors.contains(part), refused.errors.constData());
        if (arguments.front() == "review"_L1)
            QVERIFY(run({u"review"_s, u"log"_s, u"--json"_s}).jsonArray().isEmpty());
        else if (arguments.front() != "query"_L1)
            QCOMPARE(count(u"is:marked,noted"_s), 0);
    }

    void whatIsNotThereIsNotMarked()
    {
        const CliResult refused = run({u"mark"_s, u"work"_s, u"nothing"_s, u"red"_s});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains("There is no event nothing of work"), refused.errors.constData());
        CliRunner empty;
        QCOMPARE(empty.run({u"mark"_s, u"work"_s, u"a1"_s, u"red"_s}).exitCode, 1);
        QCOMPARE(empty.run({u"review"_s, u"done"_s}).exitCode, 1);
        QVERIFY(!QFileInfo::exists(empty.workspace()));
    }

private:
    [[nodiscard]] CliResult run(const QStringList &arguments) const { return m_cli->run(arguments); }
    [[nodiscard]] int count(const QString &expression) const
    {
        return run({u"query"_s, u"--count"_s, u"--"_s, expression}).output.trimmed().toInt();
    }
    [[nodiscard]] QJsonArray status() const
    {
        return run({u"review"_s, u"status"_s, u"--json"_s}).jsonArray();
    }
    static QByteArray event(const QByteArray &id)
    {
        return "[{\"gid\":\"" + id + "\",\"created_at\":\"2020-01-01T08:00:00Z\",\"event_type\":\"x\"}]";
    }

    std::unique_ptr<CliRunner> m_cli;
};

TRAILGLASS_TEST(ReviewingTest)
#include "tst_reviewing.moc"
