// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/changesmodel.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/events/eventsview.h"
#include "views/histogram/histogramchart.h"
#include "views/inspector/inspectorpane.h"
#include "views/window/inspectordock.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QHeaderView>
#include <QHelpEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLoggingCategory>
#include <QScrollBar>
#include <QSemaphore>
#include <QStatusBar>
#include <QTableView>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

/// Sees queries that have found rows, on whatever thread, without the event loop.
class QueryWatch
{
public:
    QueryWatch()
    {
        QLoggingCategory::setFilterRules(u"trailglass.query.debug=true"_s);
        before = qInstallMessageHandler(&QueryWatch::take);
    }
    ~QueryWatch()
    {
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
    }
    Q_DISABLE_COPY_MOVE(QueryWatch)

    /// \returns false after WindowStage::Patience without one
    [[nodiscard]] static bool waitForRows() { return found.tryAcquire(1, WindowStage::Patience); }

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        if (message.startsWith("select took"_L1))
            found.release();
        else if (qstrcmp(context.category, "trailglass.query") != 0)
            before(type, context, message);
    }

    static inline QSemaphore found;
    static inline QtMessageHandler before = nullptr;
};

} // namespace

/// What the page of the events shows at first, and how its parts go together.
class EventsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void theTableShowsItsColumnsBesideThePanes();
    void theHistogramMarksTheSelectedEvent();
    void theInspectorSaysWhereAValueComesFrom();
    void theInspectorSaysWhatChanged();
    void aMessageIsNotWrittenOverTheCount();
    void aFieldOfTheInspectorBecomesAGroup();
    void theFirstQueryRunsWhileTheWindowIsMadeVisible();

private:
    void filter(const QString &text);
    void select(int row);
    [[nodiscard]] QTableView *table() { return m_stage->find<QTableView>(u"eventTable"_s); }

    std::unique_ptr<WindowStage> m_stage;
};

void EventsPageTest::init()
{
    m_stage = std::make_unique<WindowStage>(10);
    m_stage->openFilled();
    QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370))));
    m_stage->window().resize(1440, 900);
    QTRY_COMPARE(m_stage->window().size(), QSize(1440, 900));
}

void EventsPageTest::filter(const QString &text)
{
    const QString all = m_stage->shownCount();
    m_stage->filter(text);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shownCount() != all && m_stage->shownCount().endsWith(u" event(s)"_s),
                             WindowStage::Patience);
}

void EventsPageTest::select(int row)
{
    QTRY_VERIFY(table()->model()->rowCount() > row);
    table()->setCurrentIndex(table()->model()->index(row, 0));
    QTRY_VERIFY(!m_stage->find<QLabel>(u"eventTime"_s)->text().isEmpty());
}

void EventsPageTest::theTableShowsItsColumnsBesideThePanes()
{
    QSignalSpy opened(&m_stage->window().inspector(), &InspectorDock::opened);
    select(1);
    QTRY_VERIFY(!opened.isEmpty());
    QVERIFY(m_stage->find<QWidget>(u"filtersDock"_s)->isVisible());

    QStringList titles;
    for (const Column &column : m_stage->find<EventsView>(u"eventsView"_s)->columns())
        titles += QString::fromStdString(column.title);
    QCOMPARE(titles,
             (QStringList{u"created"_s, u"source"_s, u"action"_s, u"outcome"_s, u"actor"_s, u"target"_s,
                          u"ip"_s}));
    QTRY_COMPARE(table()->horizontalScrollBar()->maximum(), 0);
    QTRY_COMPARE(table()->horizontalHeader()->length(), table()->viewport()->width());
    for (int column = 0; column < titles.size(); ++column)
        QVERIFY2(table()->columnWidth(column) >= 50, qPrintable(titles.at(column)));
}

void EventsPageTest::theHistogramMarksTheSelectedEvent()
{
    filter(u"op:grant"_s);
    auto *chart = m_stage->find<HistogramChart>(u"histogramChart"_s);
    // Once the same picture was seen often in a row: the inspector has opened, and the bars fit the width.
    const auto picture = [chart] {
        QImage last;
        int same = 0;
        const auto isQuiet = [&] {
            const QImage now = chart->grab().toImage();
            same = now == last ? same + 1 : 0;
            last = now;
            return same >= 40;
        };
        return QTest::qWaitFor(isQuiet, WindowStage::Patience) ? last : QImage();
    };
    select(0);
    const QImage newest = picture();
    QVERIFY(!newest.isNull() && chart->geometry().bins() > 4);
    select(table()->model()->rowCount() - 1); // months before
    QVERIFY(picture() != newest);
    select(0);
    QCOMPARE(picture(), newest);
}

void EventsPageTest::theInspectorSaysWhereAValueComesFrom()
{
    filter(u"vendor:asana"_s);
    select(0);
    auto *fields = m_stage->find<QTreeView>(u"fieldList"_s);
    const auto action = [fields] {
        const QAbstractItemModel *model = fields->model();
        return model->match(model->index(0, 0), Qt::DisplayRole, u"action"_s, 1, Qt::MatchExactly).value(0);
    };
    QTRY_VERIFY(action().isValid());
    fields->scrollTo(action());
    const QPoint place = fields->visualRect(action()).center();
    QHelpEvent hover(QEvent::ToolTip, place, fields->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(fields->viewport(), &hover);
    QTRY_VERIFY(QToolTip::isVisible());
    QVERIFY2(QToolTip::text().contains(u"from @event_type"_s), qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void EventsPageTest::theInspectorSaysWhatChanged()
{
    filter(u"@details.old_value:* @details.new_value:*"_s);
    auto *inspector = m_stage->find<InspectorPane>(u"inspector"_s);
    inspector->setTab(InspectorPane::ChangesTab);
    const QAbstractItemModel *changes = m_stage->find<QTreeView>(u"changeList"_s)->model();
    for (int row = 0; row < 3; ++row) {
        select(row);
        QTRY_VERIFY(inspector->record());
        const QJsonObject details =
            QJsonDocument::fromJson(QByteArray::fromStdString(inspector->record()->event.raw))
                .object()
                .value(u"details"_s)
                .toObject();
        const auto told = [changes](const QString &text) {
            for (int each = 0; each < changes->rowCount(); ++each) {
                if (changes->index(each, ChangesModel::BeforeColumn).data().toString().contains(text))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(told(details.value(u"old_value"_s).toString()), WindowStage::Patience);
        QVERIFY(told(details.value(u"new_value"_s).toString()));
        QCOMPARE(inspector->tab(), InspectorPane::ChangesTab); // from event to event
    }
}

void EventsPageTest::aMessageIsNotWrittenOverTheCount()
{
    MainWindow &window = m_stage->window();
    const auto *count = m_stage->find<QLabel>(u"countText"_s);
    QTRY_VERIFY(count->isVisible());
    window.statusBar()->showMessage(u"Exported."_s);
    window.showPage(MainWindow::Page::Sources);
    window.showPage(MainWindow::Page::Events);
    QVERIFY(!count->isVisible());
    window.statusBar()->clearMessage();
    QVERIFY(count->isVisible());
}

void EventsPageTest::aFieldOfTheInspectorBecomesAGroup()
{
    select(0);
    auto *fields = m_stage->find<QTreeView>(u"fieldList"_s);
    QTRY_VERIFY(fields->model()->rowCount() > 0);
    const QAbstractItemModel *model = fields->model();
    const auto found = model->match(model->index(0, 0), Qt::DisplayRole, u"created"_s, 1, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    QVERIFY(!m_stage->window().findChild<QWidget *>(u"facet.created"_s));
    fields->setCurrentIndex(found.constFirst());
    fields->findChild<QAction *>(u"addFacet"_s)->trigger();
    QVERIFY(m_stage->window().findChild<QWidget *>(u"facet.created"_s));
}

void EventsPageTest::theFirstQueryRunsWhileTheWindowIsMadeVisible()
{
    m_stage->close();
    const SystemClock clock;
    const QueryWatch queries;
    Options options;
    options.workspace = m_stage->path(u"filled"_s);
    WorkspaceWindow window(options,
                           WorkspaceWindow::Dependencies{m_stage->keychain, clock,
                                                         m_stage->path(u"settings.ini"_s),
                                                         m_stage->path(u"approvals.json"_s)});
    QVERIFY(window.open());
    QVERIFY(QueryWatch::waitForRows()); // nothing of the window has been painted yet
    window.window().close();
}

TRAILGLASS_GUI_TEST(EventsPageTest)
#include "tst_eventspage.moc"
