// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/inspectorcontroller.h"

#include "models/config/settings.h"
#include "models/filter/filterstate.h"
#include "models/workspace/relatedrunner.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/common/emptystate.h"
#include "views/events/eventsview.h"
#include "views/inspector/inspectorpane.h"

#include <QAbstractItemView>
#include <QTemporaryDir>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class InspectorControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAgainWhenPagesPushItOut();
    void saysWhileItShowsAnEventThatIsNotInTheResult();
};

void InspectorControllerTest::asksAgainWhenPagesPushItOut()
{
    const QTemporaryDir folder;
    ScriptedFetcher fetcher;
    FilterState filter;
    Settings settings(folder.filePath(u"settings.ini"_s));
    EventsView events(fetcher);
    InspectorPane inspector;
    const SystemClock clock;
    RelatedRunner related(folder.path(), clock);
    const InspectorController controller({fetcher, related, filter, settings, events, inspector});
    const auto isRequested = [&fetcher](std::size_t from) {
        const auto &requests = fetcher.requests();
        return std::any_of(requests.begin() + static_cast<std::ptrdiff_t>(from), requests.end(),
                           [](const auto &rows) { return rows == std::vector<RowId>{RowId{500}}; });
    };
    events.setResult(newestFirst(2'000), false);
    auto *table = events.findChild<QAbstractItemView *>(u"eventTable"_s);
    table->setCurrentIndex(events.model().index(1'500, 0));
    QVERIFY(isRequested(0));
    const std::size_t before = fetcher.requests().size();

    for (int page = 0; page < 10; ++page) // as a fast scroll does
        (void)events.model().index(page * EventTableModel::RowsPerPage, 0).data();

    QTRY_VERIFY(isRequested(before));
}

void InspectorControllerTest::saysWhileItShowsAnEventThatIsNotInTheResult()
{
    const QTemporaryDir folder;
    ScriptedFetcher fetcher;
    fetcher.serveAutomatically();
    FilterState filter;
    Settings settings(folder.filePath(u"settings.ini"_s));
    EventsView events(fetcher);
    InspectorPane inspector;
    const SystemClock clock;
    RelatedRunner related(folder.path(), clock);
    const InspectorController controller({fetcher, related, filter, settings, events, inspector});
    const auto *sentence = inspector.findChild<QWidget *>(u"eventOutsideResult"_s);
    events.setResult(newestFirst(100), false);
    events.show();
    QVERIFY(QTest::qWaitForWindowExposed(&events));
    auto *table = events.findChild<QAbstractItemView *>(u"eventTable"_s);
    table->setCurrentIndex(events.model().index(10, 0)); // event 90
    QTRY_VERIFY(inspector.record());
    QVERIFY(sentence->isHidden());

    events.setResult(newestFirst(50), false); // as while a filter is typed
    QVERIFY(inspector.record() && !sentence->isHidden());
    events.setResult(newestFirst(95), false);
    QVERIFY(inspector.record() && sentence->isHidden());
    events.setResult(newestFirst(50), false);
    QVERIFY(!sentence->isHidden());
    events.settle();
    QVERIFY(!inspector.record() && sentence->isHidden());
}

TRAILGLASS_GUI_TEST(InspectorControllerTest)
#include "tst_inspectorcontroller.moc"
