// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveledger.h"
#include "models/archive/eventextent.h"
#include "models/archive/snapshotsql.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/besides.h"
#include "tests/archive/enginerows.h"
#include "tests/archive/flakyproxy.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

constexpr int Gone = 150; ///< events at either end
constexpr qint64 Span = 10 * UtcMicros::PerDay;

void addEvent(PushWorkspace &workspace, SourceId source, const std::string &id, UtcMicros created)
{
    Event event = makeEvent(id);
    event.created = created;
    workspace.commit(page(source, {std::move(event)}));
}

/// Events at both ends of a time, each at a time of its own.
void addAtBothEnds(PushWorkspace &workspace, SourceId source)
{
    std::vector<Event> events;
    for (int number = 0; number < Gone; ++number) {
        Event early = makeEvent("early" + std::to_string(number));
        early.created = Noon + number * qint64(1'000);
        Event late = makeEvent("late" + std::to_string(number));
        late.created = Noon + (Span - number * qint64(1'000));
        events.push_back(std::move(early));
        events.push_back(std::move(late));
    }
    workspace.commit(page(source, std::move(events)));
}

} // namespace

class EventExtentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsBothEndsAmongManyThatWereTakenBack_data() { EngineRows::add(); }
    void findsBothEndsAmongManyThatWereTakenBack();
    void findsNothingWhereAllWereTakenBack_data() { EngineRows::add(); }
    void findsNothingWhereAllWereTakenBack();

private:
    EngineRows m_engines;
};

void EventExtentTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

/// As after the purge of the source that was there first.
void EventExtentTest::findsBothEndsAmongManyThatWereTakenBack()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId gone = workspace.addSource(u"gone"_s);
    const SourceId here = workspace.addSource(u"here"_s);
    addAtBothEnds(workspace, gone);
    const UtcMicros first = Noon + 2 * UtcMicros::PerDay;
    const UtcMicros last = Noon + 7 * UtcMicros::PerDay;
    addEvent(workspace, here, "first", first);
    addEvent(workspace, here, "between", Noon + 5 * UtcMicros::PerDay);
    addEvent(workspace, here, "last", last);
    VERIFY_RESULT(stage.push(workspace));
    workspace.purge(gone);
    VERIFY_RESULT(stage.push(workspace));
    FlakyProxy line(archiveServer->port(), 1, [](int) { return Fate::Whole; });
    QVERIFY(line.listen());
    const auto session = stage.open(u"reader"_s, line.port());
    VERIFY_RESULT(session);
    const auto state = besides([&] { return ArchiveLedger::state(**session, {}); });
    VERIFY_RESULT(state);
    const int before = line.requests();

    const ArchiveSql from = fromEvents(state->watermark, "1");
    const auto extent = besides([&] { return eventExtent(**session, from, state->created, {}); });

    VERIFY_RESULT(extent);
    QVERIFY(extent->has_value());
    QCOMPARE((*extent)->first, first);
    QCOMPARE((*extent)->last, last);
    const int requests = line.requests() - before;
    QVERIFY2(requests <= 20, qPrintable(QString::number(requests))); // not one for each that was taken back
}

void EventExtentTest::findsNothingWhereAllWereTakenBack()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace workspace;
    const SourceId gone = workspace.addSource(u"gone"_s);
    addAtBothEnds(workspace, gone);
    VERIFY_RESULT(stage.push(workspace));
    workspace.purge(gone);
    VERIFY_RESULT(stage.push(workspace));
    const auto session = stage.open(u"reader"_s);
    VERIFY_RESULT(session);
    const auto state = besides([&] { return ArchiveLedger::state(**session, {}); });
    VERIFY_RESULT(state);
    const ArchiveSql from = fromEvents(state->watermark, "1");
    const auto extent = besides([&] { return eventExtent(**session, from, state->created, {}); });
    VERIFY_RESULT(extent);
    QVERIFY(!extent->has_value());
}

TRAILGLASS_TEST(EventExtentTest)
#include "tst_eventextent.moc"
