// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/reportcreator.h"

#include "models/evidence/reporthtml.h"
#include "models/workspace/openworkspace.h"
#include "models/workspace/reviews.h"
#include "models/workspace/treesigner.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

#include <QCryptographicHash>

#include <algorithm>
#include <memory>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int Actors = 30;

ReviewerAction reviewer()
{
    return {u"ann"_s, Noon + UtcMicros::PerHour};
}

ReportRequest requestFor(const QString &expression = {})
{
    ReportRequest request;
    request.expression = expression;
    request.context.now = Noon + UtcMicros::PerDay;
    request.author = u"ann"_s;
    return request;
}

qint64 sumOf(const ReportCounts &counts)
{
    qint64 sum = counts.otherEvents;
    for (const ReportCount &count : counts.values)
        sum += count.count;
    return sum;
}

const ReportField *fieldOf(const ReportEvent &event, const QString &name)
{
    const auto found = std::ranges::find(event.fields, name, &ReportField::name);
    return found == event.fields.end() ? nullptr : &*found;
}

} // namespace

/// What a report counts and reads of a real workspace.
class ReportCreatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_workspace = std::make_unique<Workspace>();
        m_source = m_workspace->addSource(u"work"_s);
        std::vector<Event> events;
        for (int number = 0; number < Actors; ++number) {
            Event event = makeEvent("e" + std::to_string(number));
            event.created = Noon + number * UtcMicros::PerMinute;
            event.operation = number % 3 == 0 ? Operation::Delete : Operation::Read;
            event.outcome = number % 5 == 0 ? Outcome::Failure : Outcome::Success;
            event.actor.email = "user" + std::to_string(number) + "@example.com";
            event.action = "read";
            event.target.name = "a table";
            event.ip = "192.0.2." + std::to_string(number);
            events.push_back(std::move(event));
        }
        events[3].raw = R"({"id":"e3","details":{"old_value":"member","new_value":"owner"}})";
        events[4].message = std::string(5'000, 'm');
        QVERIFY(m_workspace->writer().commit(page(m_source, std::move(events))));
    }

    void countsWhatTheFilterFinds()
    {
        const auto report = create(u"op:delete"_s);
        VERIFY_RESULT(report);
        QCOMPARE(report->events, 10);
        QCOMPARE(report->operations.values.size(), std::size_t(1));
        QCOMPARE(report->operations.values[0].value, u"delete"_s);
        QCOMPARE(sumOf(report->outcomes), 10);
        QCOMPARE(sumOf(report->actors), 10);
        QCOMPARE(report->sources.size(), std::size_t(1));
        QCOMPARE(report->sources[0].events, 10);
        qint64 drawn = 0;
        for (std::size_t bin = 0; bin < report->histogram.bins.size(); ++bin)
            drawn += report->histogram.total(bin);
        QCOMPARE(drawn, 10);
        QCOMPARE(*report->first, Noon);
        QCOMPARE(*report->last, Noon + 27 * UtcMicros::PerMinute);
        QCOMPARE(report->canonicalFilter, u"op:delete"_s);
    }

    void timesOfTheFilterAreResolved()
    {
        const auto report = create(u"created:-7d"_s);
        VERIFY_RESULT(report);
        QCOMPARE(report->typedFilter, u"created:-7d"_s);
        QVERIFY2(!report->resolvedFilter.contains(u"-7d"_s), qPrintable(report->resolvedFilter));
        QCOMPARE(*report->interval.from, Noon - 6 * UtcMicros::PerDay);
    }

    void listsTheActorsOfTheMostEvents()
    {
        const auto report = create();
        VERIFY_RESULT(report);
        QCOMPARE(report->actors.values.size(), ReportLimits::MaxActors);
        QCOMPARE(report->actors.otherValues, qint64(Actors) - qint64(ReportLimits::MaxActors));
        QCOMPARE(sumOf(report->actors), Actors);
    }

    void listsTheFirstEventsInOrder()
    {
        const auto report = create(u"op:delete"_s);
        VERIFY_RESULT(report);
        QCOMPARE(report->rows.size(), std::size_t(10));
        QVERIFY(!report->areRowsCut);
        QVERIFY(!report->isInBundle);
        for (std::size_t number = 0; number < report->rows.size(); ++number)
            QCOMPARE(report->rows[number].created,
                     Noon + static_cast<qint64>(3 * number) * UtcMicros::PerMinute);
        const ReportRow &row = report->rows[1];
        QCOMPARE(row.source, u"work"_s);
        QCOMPARE(row.actor, u"user3@example.com"_s);
        QCOMPARE(row.action, u"read"_s);
        QCOMPARE(row.target, u"a table"_s);
        QCOMPARE(row.ip, u"192.0.2.3"_s);
        QCOMPARE(row.outcome, u"success"_s);
        QCOMPARE(report->rows[0].outcome, u"failure"_s);
    }

    void theListIsBounded()
    {
        std::vector<Event> events;
        for (int number = 0; number < 300; ++number)
            events.push_back(makeEvent("later" + std::to_string(number)));
        events[0].created = Noon - UtcMicros::PerDay;
        events[0].target.name = std::string(300, 't');
        VERIFY_RESULT(m_workspace->writer().commit(page(m_source, std::move(events))));
        const auto report = create();
        VERIFY_RESULT(report);
        QCOMPARE(report->events, Actors + 300);
        QCOMPARE(report->rows.size(), ReportLimits::MaxRows);
        QVERIFY(report->areRowsCut);
        QCOMPARE(report->rows[0].target, QString(QString(ReportLimits::MaxRowValue, u't') + u'…'));
        const QByteArray html = reportHtml(*report);
        QVERIFY(html.contains("Further events that are not listed here: 130."));
    }

    void quarantinedRowsAreCountedByKind()
    {
        PageCommit broken = page(m_source, {makeEvent("e1", R"({"id":"e1","other":true})")});
        broken.unreadable.push_back(Quarantined{.bytes = "{", .length = 1, .reason = u"not readable"_s});
        broken.unreadable.push_back(Quarantined{.bytes = "[", .length = 1, .reason = u"not readable"_s});
        VERIFY_RESULT(m_workspace->writer().commit(broken));
        const auto report = create(u"op:delete"_s);
        VERIFY_RESULT(report);
        QCOMPARE(report->sources[0].unreadable, 2);
        QCOMPARE(report->sources[0].conflicting, 1);
    }

    void markedEventsHaveTheirNotesAndChanges()
    {
        VERIFY_RESULT(changeMarks(m_workspace->folder(), {{u"work"_s, "e3"}, {u"work"_s, "e1"}},
                                  MarkColour::Red, reviewer()));
        VERIFY_RESULT(changeNote(m_workspace->folder(), {u"work"_s, "e3"}, u"look\nhere"_s, reviewer()));
        VERIFY_RESULT(changeNote(m_workspace->folder(), {u"work"_s, "e4"}, u"long"_s, reviewer()));
        const auto report = create(u"-id:e1"_s);
        VERIFY_RESULT(report);
        QCOMPARE(report->marked.size(), std::size_t(2)); // not that of e1, which the filter does not match
        const ReportEvent &first = report->marked[0];
        QCOMPARE(first.id, u"e3"_s);
        QCOMPARE(first.mark->text, u"red"_s);
        QCOMPARE(first.mark->by, u"ann"_s);
        QCOMPARE(first.note->text, u"look\nhere"_s);
        QVERIFY(first.leaf.has_value());
        QVERIFY(!first.isCut);
        const QByteArray html = reportHtml(*report);
        QVERIFY(html.contains("<mark>member</mark>") && html.contains("<mark>owner</mark>"));

        const ReportEvent &second = report->marked[1];
        QCOMPARE(second.id, u"e4"_s);
        QVERIFY(!second.mark);
        QVERIFY(second.isCut);
        const ReportField *message = fieldOf(second, u"message"_s);
        QVERIFY(message);
        QCOMPARE(message->value, QString(QString(ReportLimits::MaxValue, u'm') + u'…'));
    }

    void gapsAreThoseOfTheInterval()
    {
        PageCommit covered = page(m_source, {});
        const UtcMicros from = Noon + 10 * UtcMicros::PerMinute;
        const UtcMicros to = Noon + 20 * UtcMicros::PerMinute;
        covered.covered.push_back(
            CoverageEntry{.window = {Noon - UtcMicros::PerDay, from}, .answered = Noon, .pages = 1});
        covered.covered.push_back(
            CoverageEntry{.window = {to, Noon + UtcMicros::PerDay}, .answered = Noon, .pages = 1});
        VERIFY_RESULT(m_workspace->writer().commit(covered));
        const auto report = create();
        VERIFY_RESULT(report);
        QCOMPARE(report->gaps.size(), std::size_t(1));
        QCOMPARE(report->gaps[0].source, u"work"_s);
        QVERIFY((report->gaps[0].window == TimeWindow{from, to}));
        QVERIFY(!report->lacksEvents);
    }

    void hasTheLastCheckpointOfTheWorkspace()
    {
        const auto none = create();
        VERIFY_RESULT(none);
        QVERIFY(!none->checkpoint);

        const auto state = readSigningState(m_workspace->folder(), {});
        VERIFY_RESULT(state);
        auto key = makeSigningKey(*state, std::nullopt, Noon);
        VERIFY_RESULT(key);
        const auto record = addSigningKey(m_workspace->folder(), *key, {});
        VERIFY_RESULT(record);
        const TreeSigner signer(m_workspace->folder(), state->identity, *record, std::move(key->seed));
        const auto written = signer.write({}, Noon);
        VERIFY_RESULT(written);

        const auto report = create();
        VERIFY_RESULT(report);
        QVERIFY(report->checkpoint);
        QCOMPARE(report->checkpoint->size, written->checkpoint.size);
        QCOMPARE(report->checkpoint->root, QString::fromLatin1(hex(written->checkpoint.root)));
        QCOMPARE(report->checkpoint->note, QString::fromUtf8(written->note));
        QCOMPARE(report->checkpoint->key, signer.verifier().text());
        QCOMPARE(report->warnings, QStringList());
    }

    void anEmptyResultIsAReport()
    {
        const auto report = create(u"actor:nobody"_s);
        VERIFY_RESULT(report);
        QCOMPARE(report->events, 0);
        QVERIFY(!report->first && !report->last);
        QVERIFY(report->operations.values.empty());
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("said");
        QTest::newRow("filter") << u"op:("_s << QString() << QString() << QString();
        QTest::newRow("source") << u"source:wrok"_s << QString() << QString() << u"work"_s;
        QTest::newRow("title") << QString() << QString(201, u't') << QString() << u"200"_s;
        QTest::newRow("note") << QString() << QString() << QString(10'001, u'n') << u"10000"_s;
    }
    void refusesWhatCannotBe()
    {
        QFETCH(QString, expression);
        QFETCH(QString, title);
        QFETCH(QString, note);
        QFETCH(QString, said);
        ReportRequest request = requestFor(expression);
        request.title = title;
        request.note = note;
        OpenWorkspace workspace(m_workspace->folder());
        VERIFY_REFUSED(createReport(workspace, request, {}), ErrorKind::Usage, said);
    }

    void aWorkspaceWithoutEventsHasNone()
    {
        const QTemporaryDir folder;
        OpenWorkspace workspace(folder.filePath(u"none"_s));
        const auto report = createReport(workspace, requestFor(), {});
        QVERIFY(!report);
        QVERIFY(report.error().kind == ErrorKind::NotFound);
    }

    void namesTheBundleByItsHash()
    {
        const QTemporaryDir folder;
        const QString fileName = folder.filePath(u"bundle.zip"_s);
        QFile file(fileName);
        const QByteArray content(3'000'000, 'z');
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto bundle = hashedBundle(fileName, {});
        VERIFY_RESULT(bundle);
        QCOMPARE(bundle->name, u"bundle.zip"_s);
        QCOMPARE(bundle->sha256.toLatin1(),
                 QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
        VERIFY_REFUSED(hashedBundle(folder.path(), {}), ErrorKind::Usage, u"is no file"_s);
        VERIFY_REFUSED(hashedBundle(folder.filePath(u"none.zip"_s), {}), ErrorKind::Storage, u"none.zip"_s);
    }

private:
    Result<Report> create(const QString &expression = {}) const
    {
        OpenWorkspace workspace(m_workspace->folder());
        return createReport(workspace, requestFor(expression), {});
    }

    std::unique_ptr<Workspace> m_workspace;
    SourceId m_source;
};

TRAILGLASS_TEST(ReportCreatorTest)
#include "tst_reportcreator.moc"
