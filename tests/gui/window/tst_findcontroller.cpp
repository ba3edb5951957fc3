// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/findcontroller.h"

#include "models/filter/filterstate.h"
#include "models/workspace/placefinder.h"
#include "models/workspace/resultrunner.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/events/eventsview.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>
#include <optional>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// All events are of one time, or gone.
class OneTimeFetcher final : public RecordFetcher
{
public:
    std::optional<UtcMicros> time; ///< nothing: they are gone

    void read(Page page, WithRaw /*raw*/, Take take, QObject *context, Ended ended) override
    {
        QTimer::singleShot(0, context, [this, page, take, ended] {
            const auto *places = std::get_if<PlaceRange>(&page.which);
            const std::vector<RowId> rows =
                places ? listedRows(*page.rows, *places) : std::get<std::vector<RowId>>(page.which);
            for (std::size_t place = 0; time && place < rows.size(); ++place) {
                EventRecord record = recordOf(rows[place]);
                record.event.created = *time;
                take(place, std::move(record));
            }
            ended({});
        });
    }
};

} // namespace

/// Of a time of day, which is one of a day that must be read first.
class FindControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aTimeOfDayIsOneOfTheEventsDay_data();
    void aTimeOfDayIsOneOfTheEventsDay();
    void whatIsATimeOnNoDayIsRefusedInPlace();

private:
    [[nodiscard]] QDialog *dialog() const { return m_events->findChild<QDialog *>(u"goToTimeDialog"_s); }
    /// \param current  none: of the newest event
    void type(const QString &time, RowId current)
    {
        m_controller->openGoToTime(current);
        QVERIFY(dialog());
        dialog()->findChild<QLineEdit *>(u"goToTime"_s)->setText(time);
        dialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    }

    QTemporaryDir m_folder; ///< without a database
    SystemClock m_clock;
    FilterState m_filter;
    OneTimeFetcher m_fetcher;
    std::unique_ptr<ResultRunner> m_results;
    std::unique_ptr<PlaceFinder> m_places;
    std::unique_ptr<EventsView> m_events;
    std::unique_ptr<FindController> m_controller;
};

/// Today the clocks go forward from 02:00 to 03:00.
void FindControllerTest::init()
{
    m_results = std::make_unique<ResultRunner>(m_folder.path(), m_clock);
    m_places = std::make_unique<PlaceFinder>(m_folder.path());
    m_events = std::make_unique<EventsView>(m_fetcher);
    m_controller = std::make_unique<FindController>(*m_results, *m_places, *m_events, m_filter, m_fetcher);
    QueryResult result;
    result.request.order = SortOrder{SortKey{Field::Created, true}};
    result.request.displayZone = "Europe/Berlin";
    result.expanded = m_filter.tree();
    result.context = result.request.contextAt(*parseTime("2026-03-29T12:00:00Z"));
    result.snapshot = newestFirst(100);
    m_events->setResult(result.snapshot, false);
    Q_EMIT m_results->finished(result);
}

void FindControllerTest::cleanup()
{
    m_controller.reset();
    m_events.reset();
    m_places.reset();
    m_results.reset();
}

void FindControllerTest::aTimeOfDayIsOneOfTheEventsDay_data()
{
    QTest::addColumn<QString>("day"); // empty: the event is gone
    QTest::addColumn<RowId>("current");
    QTest::addColumn<QString>("sentence"); // empty: it is looked for
    QTest::newRow("another day") << u"2026-03-27T12:00:00Z"_s << RowId{90} << QString();
    QTest::newRow("today") << u"2026-03-29T11:00:00Z"_s << RowId{90}
                           << u"There is no 02:30 on that day: the clocks go forward."_s;
    QTest::newRow("the current event is gone")
        << QString() << RowId{90} << u"The current event is not there any more."_s;
    QTest::newRow("the newest event is gone")
        << QString() << RowId() << u"The newest event is not there any more."_s;
}

void FindControllerTest::aTimeOfDayIsOneOfTheEventsDay()
{
    QFETCH(const QString, day);
    QFETCH(const RowId, current);
    QFETCH(const QString, sentence);
    m_fetcher.time = parseTime(day.toStdString());
    const QSignalSpy messages(m_controller.get(), &FindController::message);
    const QSignalSpy found(m_places.get(), &PlaceFinder::endFound);
    const QSignalSpy notFound(m_places.get(), &PlaceFinder::endFailed);

    type(u" 02:30 "_s, current);

    QTRY_VERIFY(!dialog());
    if (sentence.isEmpty()) {
        QTRY_COMPARE(found.size() + notFound.size(), 1);
        return;
    }
    QTRY_COMPARE(messages.size(), 1);
    QCOMPARE(messages.constFirst().constFirst().toString(), sentence);
    QCOMPARE(found.size() + notFound.size(), 0);
}

void FindControllerTest::whatIsATimeOnNoDayIsRefusedInPlace()
{
    m_fetcher.time = parseTime("2026-03-27T12:00:00Z");

    type(u"25:00"_s, RowId{90});

    QVERIFY(dialog() && dialog()->isVisible());
    QVERIFY(dialog()->findChild<QLabel *>(u"goToTimeProblem"_s)->text().contains(u"yesterday"_s));
}

TRAILGLASS_GUI_TEST(FindControllerTest)
#include "tst_findcontroller.moc"
